import type { Rule } from 'eslint';

/**
 * `{ ...{ a, b }, c }` means the same as `{ a, b, c }`. The spread only keeps the formatter from putting each
 * property on its own line, which evades the size limits (ADR 0037).
 */
export const noSpreadLiteral: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { spread: 'an object is spread where it is written: write its properties instead' },
  },
  create(context) {
    return {
      'ObjectExpression > SpreadElement > ObjectExpression': (node: Rule.Node) =>
        context.report({ node, messageId: 'spread' }),
    };
  },
};
