/** A page asks the API once (docs/adr/0040). Pure: the caller brings the files. */
import { posix } from 'node:path';
import ts from 'typescript';
import type { BrokenFileLaw, SourceFile } from './source-file.ts';

/** The names of the rules in this file. */
export const pageLaws = ['page-asks-once'] as const;

const reason =
  'load asks the API more than once, itself or in a function that it calls: one endpoint a page (ADR 0040)';
const web = 'apps/web/src';
const page = /^apps\/web\/src\/routes\/.*\/?[+]page[.]server[.]ts$/;
const code = /^apps\/web\/src\/(routes|lib)\/(?!.*[.]spec[.]ts$).*[.]ts$/;
const client = `${web}/lib/server/api-client.ts`;
/** Who is signed in comes with the answer that the page gets anyway. */
const frame = `${web}/lib/server/form-helper.ts`;
const asks = new Set(['call', 'callForFile']);
const repeats = new Set(['map', 'flatMap', 'forEach', 'filter', 'reduce', 'from']);
const often = 2;

interface Part {
  path: string;
  /** What a name refers to in the file: a function of its own, or the name and file from where it is imported. */
  functions: Map<string, ts.Node>;
  imports: Map<string, { path: string; name: string }>;
}

/** Every page whose `load` asks the API more than once, itself or through functions that it calls. */
export function findBrokenPageLaws(files: readonly SourceFile[]): BrokenFileLaw[] {
  const parts = new Map(files.filter(({ path }) => code.test(path)).map((file) => [file.path, partOf(file)]));
  return files
    .filter(({ path }) => page.test(path))
    .flatMap(({ path }) => {
      const times = callsOf('load', parts.get(path), parts);
      return times > 1 ? [{ law: pageLaws[0], path, line: 0, reason }] : [];
    });
}

function callsOf(
  name: string,
  part: Part | undefined,
  parts: ReadonlyMap<string, Part>,
  seen: ReadonlySet<string> = new Set(),
): number {
  const key = `${part?.path} ${name}`;
  const body = part?.functions.get(name);
  if (!part || !body || seen.has(key)) return 0;
  const known = new Set([...seen, key]);
  const count = (node: ts.Node): number => {
    let times = ts.isCallExpression(node) ? callsOfCallee(node.expression) : 0;
    const factor = isRepeated(node) ? often : 1;
    ts.forEachChild(node, (child) => {
      times += count(child) * factor;
    });
    return times;
  };
  const callsOfCallee = (callee: ts.Expression): number => {
    if (!ts.isIdentifier(callee)) return 0;
    const from = part.imports.get(callee.text);
    if (from?.path === frame) return 0;
    if (from?.path === client) return asks.has(from.name) ? 1 : 0;
    return from
      ? callsOf(from.name, parts.get(from.path), parts, known)
      : callsOf(callee.text, part, parts, known);
  };
  return count(body);
}

/** A loop, or a method that calls its function for every row. */
function isRepeated(node: ts.Node): boolean {
  if (ts.isForOfStatement(node) || ts.isForStatement(node) || ts.isWhileStatement(node)) return true;
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    repeats.has(node.expression.name.text)
  );
}

function partOf({ path, text }: SourceFile): Part {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const functions: Part['functions'] = new Map();
  const imports: Part['imports'] = new Map();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) functions.set(statement.name.text, statement);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) functions.set(name.text, initializer);
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier))
      for (const one of namesOf(statement))
        imports.set(one.name.text, {
          path: fileOf(path, statement.moduleSpecifier.text),
          name: (one.propertyName ?? one.name).text,
        });
  }
  return { path, functions, imports };
}

function namesOf({ importClause }: ts.ImportDeclaration): readonly ts.ImportSpecifier[] {
  const bindings = importClause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
}

/** `#lib/…` and relative addresses as paths from the root of the repository. */
function fileOf(importer: string, address: string): string {
  if (address.startsWith('#lib/')) return `${web}/lib/${address.slice('#lib/'.length)}`;
  if (!address.startsWith('.')) return address;
  return posix.join(posix.dirname(importer), address);
}
