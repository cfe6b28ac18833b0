import ts from 'typescript';

import type { SourceProgram } from './source-program.js';
import { isFunctionNode } from './values.js';

/** A call that sends SQL to PostgreSQL. */
export interface AskedSql {
  call: ts.CallExpression;
  text: ts.Expression;
  params: ts.Expression | undefined;
  /** What the caller believes of a row; undefined where the call declares nothing. */
  row: ts.Type | undefined;
}

/** Where SQL is handed on to the driver: every function with a parameter `text` takes a statement. */
const doors = /\/src\/platform\/database\//;
const driver = /\/@types\/pg\//;

/** Every call of the program that takes SQL as text. */
export function askedSqlOf(source: SourceProgram): AskedSql[] {
  const names = new Set(['query']);
  for (const file of source.files.filter(({ fileName }) => doors.test(fileName))) collectDoors(file, names);
  return [...names].flatMap((name) =>
    source
      .callsNamed(name)
      // a door hands on what it was given, unless it has a text of its own
      .filter(
        (call) =>
          !doors.test(call.getSourceFile().fileName) ||
          call.arguments.filter(ts.isStringLiteralLike).length > 1,
      )
      .flatMap((call) => askedBy(call, source.checker) ?? []),
  );
}

function collectDoors(node: ts.Node, names: Set<string>): void {
  if (isFunctionNode(node) && node.name && textIndexOf(node) >= 0) names.add(node.name.getText());
  ts.forEachChild(node, (child) => collectDoors(child, names));
}

function textIndexOf({ parameters }: ts.SignatureDeclaration | ts.JSDocSignature): number {
  return parameters.findIndex(({ name }) => name?.getText() === 'text');
}

function askedBy(call: ts.CallExpression, checker: ts.TypeChecker): AskedSql | undefined {
  const signature = checker.getResolvedSignature(call);
  const declaration = signature?.declaration;
  if (!signature || !declaration) return undefined;
  const { fileName } = declaration.getSourceFile();
  const isDriver = driver.test(fileName);
  if (!isDriver && !doors.test(fileName)) return undefined;
  const at = isDriver ? 0 : textIndexOf(declaration);
  const text = call.arguments[at];
  if (!text) return undefined;
  return { call, text, params: call.arguments[at + 1], row: rowOf(signature.getReturnType(), checker) };
}

/** The row in Promise<Row[]>, Promise<Row | null> and Promise<{ rows: Row[] }>. */
function rowOf(answer: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  const awaited = checker.getAwaitedType(answer);
  if (!awaited) return undefined;
  const whole = checker.getNonNullableType(awaited);
  const rows = whole.getProperty('rows');
  const items = rows ? checker.getTypeOfSymbol(rows) : whole;
  const row = checker.isArrayType(items) ? checker.getTypeArguments(items as ts.TypeReference)[0] : items;
  return row && checker.getIndexInfosOfType(row).length === 0 && !(row.flags & ts.TypeFlags.Any)
    ? row
    : undefined;
}
