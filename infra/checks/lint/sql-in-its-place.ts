import type { Rule } from 'eslint';

const statement =
  /^\s*(select\s+[\w*("'`$]|insert\s+into\s|update\s+\w+\s+(\w+\s+)?set\s|delete\s+from\s|with\s+(recursive\s+)?\w+\s+as\s|(create|alter|drop|truncate)\s+(table|view|index|extension|type|sequence)\s|lock\s+table\s)/i;

/** SQL is allowed only in repositories, readers, migrations and platform. */
export const sqlInItsPlace: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      misplaced: 'SQL belongs in a *.repository.ts or *.reader.ts',
      builder: 'queries are built in a *.repository.ts or *.reader.ts',
    },
  },
  create(context) {
    const look = (node: Rule.Node, text: unknown): void => {
      if (typeof text === 'string' && statement.test(text)) context.report({ node, messageId: 'misplaced' });
    };
    return {
      Literal: (node) => look(node, node.value),
      TemplateLiteral: (node) => look(node, node.quasis[0]?.value.raw),
      'MemberExpression[property.name="createQueryBuilder"]': (node: Rule.Node) =>
        context.report({ node, messageId: 'builder' }),
    };
  },
};
