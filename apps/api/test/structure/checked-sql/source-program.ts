import ts from 'typescript';

import { functionAround, isFunctionNode, type FunctionNode } from './values.js';

const statement =
  /^\s*(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+(\s+\w+)?\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+.*\sAS\s)/;

/** The TypeScript program and what is asked of it about names and types. */
export class SourceProgram {
  readonly checker: ts.TypeChecker;
  /** Every text that looks like a statement, and those of them that calls were found to send. */
  readonly sql = new Set<ts.Node>();
  readonly sent = new Set<ts.Node>();
  private readonly calls = new Map<string, ts.CallExpression[]>();
  private readonly pushes = new Map<ts.Node, ts.CallExpression[]>();

  /** @param files the files whose calls are looked at */
  constructor(
    program: ts.Program,
    readonly files: readonly ts.SourceFile[],
  ) {
    this.checker = program.getTypeChecker();
    for (const file of files) this.collect(file);
  }

  /** Every call of a function or method of this name, of whatever type. */
  callsNamed(name: string): readonly ts.CallExpression[] {
    return this.calls.get(name) ?? [];
  }

  /** The calls of a function. */
  callsOf(called: FunctionNode): readonly ts.CallExpression[] {
    const name = called.name ?? (ts.isVariableDeclaration(called.parent) ? called.parent.name : undefined);
    if (!name) return [];
    return this.callsNamed(name.getText()).filter((call) => this.functionCalledBy(call) === called);
  }

  functionCalledBy(call: ts.CallExpression): FunctionNode | undefined {
    const declaration = this.checker.getResolvedSignature(call)?.declaration;
    return isFunctionNode(declaration) ? declaration : undefined;
  }

  /** Where the value of a name comes from, also when it was imported. */
  declarationOf(name: ts.Node): ts.Declaration | undefined {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (!symbol) return undefined;
    const isAlias = symbol.flags & ts.SymbolFlags.Alias;
    return (isAlias ? this.checker.getAliasedSymbol(symbol) : symbol).valueDeclaration;
  }

  /** The same for `name` in `{ name }`. */
  shorthandOf(property: ts.ShorthandPropertyAssignment): ts.Declaration | undefined {
    return this.checker.getShorthandAssignmentValueSymbol(property)?.valueDeclaration;
  }

  /** The texts that an expression may be by its type; none where the type allows any text. */
  literalsOf(node: ts.Expression): string[] {
    const type = this.checker.getTypeAtLocation(node);
    const parts = type.isUnion() ? type.types : [type];
    return parts.every((part) => part.isStringLiteral()) ? parts.map(({ value }) => value) : [];
  }

  /** How many items an expression has by its type, or undefined where the type leaves it open. */
  tupleLengthOf(node: ts.Expression): number | undefined {
    const type = this.checker.getNonNullableType(this.checker.getTypeAtLocation(node));
    const parts = type.isUnion() ? type.types : [type];
    const lengths = new Set(
      parts.map((part) => {
        if (!this.checker.isTupleType(part)) return undefined;
        const target = (part as ts.TupleTypeReference).target;
        return target.minLength === target.elementFlags.length ? target.minLength : undefined;
      }),
    );
    return lengths.size === 1 ? [...lengths][0] : undefined;
  }

  /** The calls of `push` on a variable, in the function that declares it. */
  pushesTo(declaration: ts.Declaration): readonly ts.CallExpression[] {
    const known = this.pushes.get(declaration);
    if (known) return known;
    const owner = functionAround(declaration);
    const found = this.callsNamed('push').filter(
      (call) =>
        functionAround(call) === owner &&
        ts.isPropertyAccessExpression(call.expression) &&
        ts.isIdentifier(call.expression.expression) &&
        this.declarationOf(call.expression.expression) === declaration,
    );
    this.pushes.set(declaration, found);
    return found;
  }

  private collect(node: ts.Node): void {
    if (looksLikeStatement(node)) this.sql.add(node);
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
      if (ts.isIdentifier(name)) this.calls.set(name.text, [...this.callsNamed(name.text), node]);
    }
    ts.forEachChild(node, (child) => this.collect(child));
  }
}

function looksLikeStatement(node: ts.Node): boolean {
  if (ts.isTemplateExpression(node)) return statement.test(node.head.text);
  return ts.isStringLiteralLike(node) && statement.test(node.text);
}
