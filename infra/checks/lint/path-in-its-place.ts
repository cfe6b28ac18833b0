import type { Rule } from 'eslint';

/** An API path at the start of a string, or after a character that cannot be part of a folder name. */
const apiPath = /(^|[^\w.-])\/api\//;

/** API paths are defined once, in packages/shared/src/contracts; all other code refers to the endpoint. */
export const pathInItsPlace: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      misplaced: 'refer to the endpoint (packages/shared/src/contracts) instead of its path: {{text}}',
    },
  },
  create(context) {
    const look = (node: Rule.Node, text: unknown): void => {
      if (typeof text !== 'string' || !apiPath.test(text)) return;
      context.report({ node, messageId: 'misplaced', data: { text: text.trim().slice(0, 40) } });
    };
    return {
      Literal: (node) => look(node, node.value),
      TemplateElement: (node) => look(node, node.value.raw),
      SvelteLiteral: (node: Rule.Node & { value?: unknown }) => look(node, node.value),
    };
  },
};
