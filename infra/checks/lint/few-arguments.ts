import type { Rule } from 'eslint';

type FunctionNode = Rule.Node & { params: unknown[] };

/**
 * Limits the number of parameters, so that a call can be understood without the definition. Constructors are exempt: the
 * container passes their dependencies by type (ADR 0037).
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
