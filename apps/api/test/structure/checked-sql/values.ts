import ts from 'typescript';

/** A value that is found when it is asked for, once. */
export type Lazy = () => Value;

/** What is known of a value without running the program. */
export type Value =
  | { kind: 'constant'; value: string | number | boolean | null | undefined }
  | ListValue
  | { kind: 'object'; properties: Map<string, Lazy> }
  | { kind: 'function'; node: FunctionNode; scope: Scope }
  | UnknownValue;

export interface UnknownValue {
  kind: 'unknown';
  /** For a parameter: what a caller gives, where somebody needs to know. */
  ofCaller?: Lazy;
}

export interface ListValue {
  kind: 'list';
  items: Lazy[];
  /** Whether there may be more items. */
  open: boolean;
  /** The calls of `push` that have been followed. */
  pushed: Set<ts.Node>;
}

export type FunctionNode = ts.FunctionLikeDeclaration & { body: ts.Block | ts.Expression };

/** The names of a function while it is followed; without an owner, those of all modules. */
export class Scope {
  readonly names = new Map<ts.Node, Lazy>();

  constructor(
    /** Unlike for every call that is followed. */
    readonly id: number,
    readonly owner?: FunctionNode,
    private readonly parent?: Scope,
  ) {}

  /** The scope that keeps the value of a declaration. */
  holding(declaration: ts.Node): Scope {
    const owner = functionAround(declaration);
    if (this.owner === owner || !this.parent) return this;
    return this.parent.holding(declaration);
  }
}

export const unknown: UnknownValue = { kind: 'unknown' };

/** A value that the source says. */
export function constant(value: string | number | boolean | null | undefined): Value {
  return { kind: 'constant', value };
}

/** A list with these items. */
export function list(items: Lazy[], open = false): ListValue {
  return { kind: 'list', items, open, pushed: new Set() };
}

/** Runs `find` when first asked and remembers what it found. */
export function lazy(find: () => Value): Lazy {
  let found: Value | undefined;
  return () => (found ??= find());
}

/** Whether a condition holds, or undefined where only the running program knows. */
export function truthOf(value: Value): boolean | undefined {
  if (value.kind === 'constant') return Boolean(value.value);
  return value.kind === 'unknown' ? undefined : true;
}

/** The innermost function around a node, or undefined at the level of the module. */
export function functionAround(node: ts.Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (isFunctionNode(at)) return at;
  }
  return undefined;
}

/** Whether a node is a function, method or arrow function with a body. */
export function isFunctionNode(node: ts.Node | undefined): node is FunctionNode {
  return node !== undefined && ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/** What follows calls needs of what follows expressions. */
export interface Evaluator {
  valueOf(node: ts.Expression, scope: Scope): Value;
  textOf(node: ts.Expression, scope: Scope): string;
  /** Whether a condition holds, decided by choice where the source does not say. */
  holds(condition: ts.Expression, scope: Scope): boolean;
  /** How many items are looked at of a list of which nothing is known: none, or enough to see what joins them. */
  repetitionsOf(node: ts.Expression, scope: Scope): number;
  /** A scope for one call of a function that was written in `outer`. */
  enter(called: FunctionNode, given: readonly Lazy[], outer: Scope): Scope;
  /** The scope of the code around a node, of whose arguments nothing is known. */
  scopeAround(node: ts.Node): Scope;
}
