import ts from 'typescript';

import { callOf, followPushes } from './calls.js';
import { NotStatic, type Choices } from './choices.js';
import type { SourceProgram } from './source-program.js';
import {
  constant,
  functionAround,
  isFunctionNode,
  lazy,
  list,
  Scope,
  truthOf,
  unknown,
  type Evaluator,
  type FunctionNode,
  type Lazy,
  type Value,
} from './values.js';

/** No text takes this many calls to build, unless a function calls itself. */
const mostScopes = 500;

/**
 * Follows an expression back to what the source says: constants of any file, templates, branches, lists that are filled
 * by `push` and joined, functions that return these. What only the running program knows stays unknown, or is decided by
 * `choices` where the text of a statement depends on it.
 */
export class Evaluation implements Evaluator {
  private scopes = 0;
  /** Those of which a caller has been chosen. */
  private readonly called = new Set<Scope>();
  private readonly modules = this.newScope();

  constructor(
    private readonly source: SourceProgram,
    private readonly choices: Choices,
  ) {}

  /** The scope of the code around a node, of whose arguments nothing is known. */
  scopeAround(node: ts.Node): Scope {
    const owner = functionAround(node);
    return owner ? this.newScope(owner, this.scopeAround(owner)) : this.modules;
  }

  /** @throws NotStatic where the text depends on something that the source does not say */
  textOf(node: ts.Expression, scope: Scope): string {
    const value = this.settled(node, scope);
    if (value.kind === 'constant') return String(value.value);
    const options = this.source.literalsOf(node);
    const at = this.choose(
      node,
      scope,
      options.length,
      `the source does not say what \`${node.getText()}\` is`,
    );
    return options[at]!;
  }

  /** How many items a list has, or undefined where the source does not say. */
  lengthOf(node: ts.Expression, scope: Scope): number | undefined {
    const value = this.settled(node, scope);
    return value.kind === 'list' && !value.open ? value.items.length : undefined;
  }

  private newScope(owner?: FunctionNode, parent?: Scope): Scope {
    this.scopes += 1;
    if (this.scopes > mostScopes) throw new NotStatic('a function calls itself to build it');
    return new Scope(this.scopes, owner, parent);
  }

  private choose(node: ts.Node, scope: Scope, options: number, question: string): number {
    return this.choices.take(`${scope.id}:${node.getText()}`, options, question);
  }

  /** The value, asking the callers of the function where it comes from them. */
  private settled(node: ts.Expression, scope: Scope): Value {
    const value = this.valueOf(node, scope);
    return (value.kind === 'unknown' ? value.ofCaller?.() : value) ?? unknown;
  }

  valueOf(node: ts.Expression, scope: Scope): Value {
    this.source.sent.add(node);
    if (ts.isStringLiteralLike(node)) return constant(node.text);
    if (ts.isNumericLiteral(node)) return constant(Number(node.text));
    if (ts.isTemplateExpression(node)) return this.templateOf(node, scope);
    if (ts.isIdentifier(node)) {
      return node.text === 'undefined'
        ? constant(undefined)
        : this.declared(this.source.declarationOf(node), node, scope);
    }
    if (ts.isCallExpression(node)) return callOf(node, scope, this.source, this);
    if (ts.isConditionalExpression(node)) {
      return this.valueOf(this.holds(node.condition, scope) ? node.whenTrue : node.whenFalse, scope);
    }
    if (ts.isArrayLiteralExpression(node)) return this.listOf(node, scope);
    if (ts.isObjectLiteralExpression(node)) return this.objectOf(node, scope);
    if (ts.isPropertyAccessExpression(node)) return this.propertyOf(node, scope);
    if (ts.isBinaryExpression(node)) return this.binaryOf(node, scope);
    if (isFunctionNode(node)) return { kind: 'function', node, scope };
    if (isWrapping(node)) return this.valueOf(node.expression, scope);
    return wordOf(node);
  }

  private templateOf(node: ts.TemplateExpression, scope: Scope): Value {
    const spans = node.templateSpans.map(
      ({ expression, literal }) => this.textOf(expression, scope) + literal.text,
    );
    return constant(node.head.text + spans.join(''));
  }

  private listOf(node: ts.ArrayLiteralExpression, scope: Scope): Value {
    const result = list([]);
    for (const element of node.elements) {
      if (!ts.isSpreadElement(element)) {
        result.items.push(lazy(() => this.valueOf(element, scope)));
        continue;
      }
      const spread = this.settled(element.expression, scope);
      const length = this.source.tupleLengthOf(element.expression);
      if (spread.kind === 'list') {
        result.items.push(...spread.items);
        result.open ||= spread.open;
      } else if (length === undefined) result.open = true;
      else result.items.push(...Array.from({ length }, () => () => unknown));
    }
    return result;
  }

  private objectOf(node: ts.ObjectLiteralExpression, scope: Scope): Value {
    const properties = new Map<string, Lazy>();
    const add = (name: string, find: () => Value) => properties.set(name, lazy(find));
    for (const property of node.properties) {
      if (ts.isPropertyAssignment(property)) {
        add(property.name.getText(), () => this.valueOf(property.initializer, scope));
      } else if (ts.isShorthandPropertyAssignment(property)) {
        add(property.name.text, () => this.declared(this.source.shorthandOf(property), property, scope));
      }
    }
    return { kind: 'object', properties };
  }

  private propertyOf(node: ts.PropertyAccessExpression, scope: Scope): Value {
    const declaration = this.source.declarationOf(node.name);
    if (declaration && ts.isPropertyDeclaration(declaration) && declaration.initializer) {
      return this.valueOf(declaration.initializer, this.modules);
    }
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) return unknown;
    const owner = this.valueOf(node.expression, scope);
    if (owner.kind === 'object') return owner.properties.get(node.name.text)?.() ?? unknown;
    const isLength = owner.kind === 'list' && node.name.text === 'length' && !owner.open;
    return isLength ? constant(owner.items.length) : unknown;
  }

  private binaryOf({ left, operatorToken, right }: ts.BinaryExpression, scope: Scope): Value {
    if (operatorToken.kind === ts.SyntaxKind.PlusToken) {
      const [a, b] = [this.settled(left, scope), this.settled(right, scope)];
      return combined(a, b, (x, y) => (x as string) + (y as string));
    }
    const [a, b] = [this.valueOf(left, scope), () => this.valueOf(right, scope)];
    switch (operatorToken.kind) {
      case ts.SyntaxKind.GreaterThanToken:
        return combined(a, b(), (x, y) => Number(x) > Number(y));
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return truthOf(a) === undefined ? unknown : truthOf(a) ? b() : a;
      case ts.SyntaxKind.BarBarToken:
        return truthOf(a) === undefined ? unknown : truthOf(a) ? a : b();
      default:
        return unknown;
    }
  }

  holds(condition: ts.Expression, scope: Scope): boolean {
    if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
      return !this.holds(condition.operand, scope);
    }
    return truthOf(this.valueOf(condition, scope)) ?? this.choose(condition, scope, 2, '') === 0;
  }

  repetitionsOf(node: ts.Expression, scope: Scope): number {
    return this.choose(node, scope, 2, '') === 0 ? 2 : 0;
  }

  enter(called: FunctionNode, given: readonly Lazy[], outer: Scope): Scope {
    const scope = this.newScope(called, outer);
    this.bind(scope, called, given);
    return scope;
  }

  private bind(scope: Scope, called: FunctionNode, given: readonly Lazy[]): void {
    called.parameters.forEach((parameter, index) => {
      const { initializer } = parameter;
      const missing = lazy(() => (initializer ? this.valueOf(initializer, scope) : constant(undefined)));
      scope.names.set(parameter, given[index] ?? missing);
    });
  }

  private declared(declaration: ts.Declaration | undefined, at: ts.Node, scope: Scope): Value {
    if (!declaration) return unknown;
    const home = scope.holding(declaration);
    const known = home.names.get(declaration) ?? lazy(() => this.declaredValue(declaration, home));
    home.names.set(declaration, known);
    const value = known();
    if (value.kind === 'list') followPushes(value, declaration, at, home, this.source, this);
    return value;
  }

  private declaredValue(declaration: ts.Declaration, scope: Scope): Value {
    if (isFunctionNode(declaration)) return { kind: 'function', node: declaration, scope };
    if (ts.isParameter(declaration)) return { ...unknown, ofCaller: () => this.givenTo(declaration, scope) };
    if (ts.isVariableDeclaration(declaration)) {
      const isConst = ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const;
      return isConst && declaration.initializer ? this.valueOf(declaration.initializer, scope) : unknown;
    }
    return ts.isBindingElement(declaration) ? this.partOf(declaration, scope) : unknown;
  }

  /** One of the names of `const { a, b } = …` or `const [a, b] = …`. */
  private partOf(element: ts.BindingElement, scope: Scope): Value {
    const pattern = element.parent;
    const variable = pattern.parent;
    if (!ts.isVariableDeclaration(variable)) return unknown;
    const whole = this.declared(variable, element, scope);
    if (whole.kind === 'list') return whole.items[pattern.elements.indexOf(element as never)]?.() ?? unknown;
    const name = (element.propertyName ?? element.name).getText();
    return whole.kind === 'object' ? (whole.properties.get(name)?.() ?? unknown) : unknown;
  }

  /** What a caller passes for a parameter; of several callers, `choices` take one. */
  private givenTo(parameter: ts.ParameterDeclaration, scope: Scope): Value {
    const { owner } = scope;
    if (this.called.has(scope)) return scope.names.get(parameter)!();
    const calls = owner ? this.source.callsOf(owner) : [];
    if (!owner || calls.length === 0) return unknown;
    const call = calls[this.choices.take(`${scope.id}:caller`, calls.length, '')]!;
    const outer = this.scopeAround(call);
    this.called.add(scope);
    this.bind(
      scope,
      owner,
      call.arguments.map((each) => lazy(() => this.settled(each, outer))),
    );
    return scope.names.get(parameter)!();
  }
}

/** Parentheses, await, !, as and satisfies leave the value as it is. */
function isWrapping(node: ts.Expression): node is ts.Expression & { expression: ts.Expression } {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}

function wordOf(node: ts.Expression): Value {
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return constant(true);
    case ts.SyntaxKind.FalseKeyword:
      return constant(false);
    case ts.SyntaxKind.NullKeyword:
      return constant(null);
    default:
      return unknown;
  }
}

type Plain = string | number | boolean | null | undefined;

function combined(a: Value, b: Value, how: (a: Plain, b: Plain) => Plain): Value {
  return a.kind === 'constant' && b.kind === 'constant' ? constant(how(a.value, b.value)) : unknown;
}
