import type { Rule } from 'eslint';

type FunctionNode = Rule.Node & { params: unknown[] };

/**
 * A function has few parameters, so that a call can be read without its definition. Constructors are exempt: their
 * dependencies are named by their types and passed by the container (ADR 0037).
 */
export const fewArguments: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { max: { type: 'integer' } }, additionalProperties: false }],
    messages: { many: 'this function has {{count}} arguments, at most {{max}} are allowed: take an object' },
  },
  create(context) {
    const { max } = context.options[0] as { max: number };
    const look = (node: FunctionNode): void => {
      const count = node.params.length;
      const isConstructor = node.parent?.type === 'MethodDefinition' && node.parent.kind === 'constructor';
      if (count <= max || isConstructor) return;
      context.report({ node, messageId: 'many', data: { count: String(count), max: String(max) } });
    };
    return { ':function': look } as Rule.RuleListener;
  },
};
