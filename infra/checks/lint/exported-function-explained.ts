import type { Rule } from 'eslint';

const functions = new Set(['FunctionExpression', 'ArrowFunctionExpression']);

/** An exported function has a docstring that states its purpose, so that callers need not read its body. */
export const exportedFunctionExplained: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { silent: 'an exported function needs a docstring: purpose, units, errors' },
  },
  create(context) {
    return {
      ExportNamedDeclaration(node) {
        const { declaration } = node;
        const isFunction =
          declaration?.type === 'FunctionDeclaration' ||
          (declaration?.type === 'VariableDeclaration' &&
            declaration.declarations.some(({ init }) => init && functions.has(init.type)));
        if (!isFunction) return;
        const explained = context.sourceCode
          .getCommentsBefore(node)
          .some((comment) => comment.type === 'Block' && comment.value.startsWith('*'));
        if (!explained) context.report({ node, messageId: 'silent' });
      },
    };
  },
};
