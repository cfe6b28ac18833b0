import type { Rule } from 'eslint';

type FunctionNode = Rule.Node & { loc: NonNullable<Rule.Node['loc']> };

const suites = new Set(['describe', 'suite']);

/** The parts of a call expression that this rule reads. */
type Called = { type?: string; name?: string; object?: Called; property?: Called; callee?: Called };

/** Whether a function is the body of `describe(…)`, `test.describe(…)` or `describe.each(…)(…)`. */
function isSuite(node: Rule.Node): boolean {
  if (node.parent?.type !== 'CallExpression') return false;
  let callee = node.parent.callee as Called | undefined;
  while (callee?.type === 'CallExpression') callee = callee.callee;
  const names = [callee?.name, callee?.object?.name, callee?.property?.name];
  return names.some((name) => name !== undefined && suites.has(name));
}

/** Limits the length of a function. Blank lines and comments do not count; bodies of test suites are exempt. */
export const functionSize: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { max: { type: 'integer' } }, additionalProperties: false }],
    messages: { long: 'this function has {{lines}} lines, at most {{max}} are allowed' },
  },
  create(context) {
    const { max } = context.options[0] as { max: number };
    const source = context.sourceCode;
    const comments = new Set<number>();
    for (const { loc } of source.getAllComments()) {
      for (let line = loc?.start.line ?? 1; line <= (loc?.end.line ?? 0); line++) comments.add(line);
    }
    const counts = (line: number): boolean => {
      const text = source.lines[line - 1]?.trim() ?? '';
      return text !== '' && !(comments.has(line) && /^(\/\/|\/?\*)/.test(text));
    };
    const look = (node: FunctionNode): void => {
      if (isSuite(node)) return;
      let lines = 0;
      for (let line = node.loc.start.line; line <= node.loc.end.line; line++) if (counts(line)) lines++;
      if (lines > max)
        context.report({ node, messageId: 'long', data: { lines: String(lines), max: String(max) } });
    };
    return { ':function': look } as Rule.RuleListener;
  },
};
