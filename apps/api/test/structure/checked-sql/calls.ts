import ts from 'typescript';

import type { SourceProgram } from './source-program.js';
import {
  constant,
  functionAround,
  lazy,
  list,
  unknown,
  type Evaluator,
  type FunctionNode,
  type Lazy,
  type ListValue,
  type Scope,
  type Value,
} from './values.js';

/** What a call returns: `push`, `join` and `map` of lists, and functions of the program itself. */
export function callOf(
  node: ts.CallExpression,
  scope: Scope,
  source: SourceProgram,
  evaluator: Evaluator,
): Value {
  const given = node.arguments.map((argument) => lazy(() => evaluator.valueOf(argument, scope)));
  if (ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    if (['push', 'join', 'map'].includes(name.text)) {
      const owner = listOf(expression, scope, name.text === 'map', evaluator);
      if (owner) return listCall(owner, name.text, node, given, scope, evaluator);
    }
  }
  const called = functionOf(node, scope, source, evaluator);
  return called
    ? resultOf(called.node, evaluator.enter(called.node, given, called.scope), evaluator)
    : unknown;
}

function listOf(
  node: ts.Expression,
  scope: Scope,
  mayBeUnknown: boolean,
  evaluator: Evaluator,
): ListValue | undefined {
  const value = evaluator.valueOf(node, scope);
  if (value.kind === 'list') return value;
  if (value.kind !== 'unknown' || !mayBeUnknown) return undefined;
  return list(Array.from({ length: evaluator.repetitionsOf(node, scope) }, () => () => unknown));
}

function listCall(
  owner: ListValue,
  name: string,
  node: ts.CallExpression,
  given: readonly Lazy[],
  scope: Scope,
  evaluator: Evaluator,
): Value {
  if (name === 'push') {
    owner.items.push(...given);
    return owner.open ? unknown : constant(owner.items.length);
  }
  if (name === 'join') {
    if (owner.open) return unknown;
    const between = node.arguments[0] ? evaluator.textOf(node.arguments[0], scope) : ',';
    const texts = owner.items.map((item) => item());
    if (!texts.every((text) => text.kind === 'constant')) return unknown;
    return constant(texts.map(({ value }) => value).join(between));
  }
  const each = given[0]!();
  if (each.kind !== 'function') return list([...owner.items.map(() => () => unknown)], owner.open);
  const items = owner.items.map((item, index) =>
    lazy(() =>
      resultOf(each.node, evaluator.enter(each.node, [item, () => constant(index)], each.scope), evaluator),
    ),
  );
  return list(items, owner.open);
}

function functionOf(
  node: ts.CallExpression,
  scope: Scope,
  source: SourceProgram,
  evaluator: Evaluator,
): { node: FunctionNode; scope: Scope } | undefined {
  if (ts.isIdentifier(node.expression)) {
    const value = evaluator.valueOf(node.expression, scope);
    if (value.kind === 'function') return value;
  }
  const called = source.functionCalledBy(node);
  return called && { node: called, scope: evaluator.scopeAround(called) };
}

function resultOf(called: FunctionNode, scope: Scope, evaluator: Evaluator): Value {
  if (!ts.isBlock(called.body)) return evaluator.valueOf(called.body, scope);
  return resultOfBlock(called.body.statements, scope, evaluator) ?? unknown;
}

/** What statements return, or undefined if none of them returns. */
function resultOfBlock(
  statements: readonly ts.Statement[],
  scope: Scope,
  evaluator: Evaluator,
): Value | undefined {
  for (const statement of statements) {
    if (ts.isReturnStatement(statement)) {
      return statement.expression ? evaluator.valueOf(statement.expression, scope) : constant(undefined);
    }
    if (ts.isBlock(statement)) {
      const result = resultOfBlock(statement.statements, scope, evaluator);
      if (result) return result;
    } else if (ts.isIfStatement(statement) && returns(statement)) {
      const taken = evaluator.holds(statement.expression, scope)
        ? statement.thenStatement
        : statement.elseStatement;
      const result = taken && resultOfBlock([taken], scope, evaluator);
      if (result) return result;
    } else if (!ts.isIfStatement(statement) && returns(statement)) return unknown;
  }
  return undefined;
}

function returns(node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => returns(child) || undefined) ?? false;
}

/**
 * Adds to a list what is pushed to it in the function that declares it, before `at`. A branch is followed where its
 * condition holds, a loop twice or not at all.
 */
export function followPushes(
  target: ListValue,
  declaration: ts.Declaration,
  at: ts.Node,
  home: Scope,
  source: SourceProgram,
  evaluator: Evaluator,
): void {
  for (const push of source.pushesTo(declaration)) {
    if (target.pushed.has(push) || push.pos >= at.pos) continue;
    target.pushed.add(push);
    for (let left = timesReached(push, home, evaluator); left > 0; left -= 1) {
      target.items.push(...push.arguments.map((argument) => lazy(() => evaluator.valueOf(argument, home))));
    }
  }
}

function timesReached(push: ts.Node, home: Scope, evaluator: Evaluator): number {
  let times = 1;
  const around = functionAround(push);
  for (let at = push; at.parent && at.parent !== around; at = at.parent) {
    const outer = at.parent;
    if (ts.isIfStatement(outer) && at !== outer.expression) {
      if (evaluator.holds(outer.expression, home) !== (at === outer.thenStatement)) return 0;
    } else if (ts.isForOfStatement(outer) && at === outer.statement) {
      times *= evaluator.repetitionsOf(outer.expression, home);
    }
  }
  return times;
}
