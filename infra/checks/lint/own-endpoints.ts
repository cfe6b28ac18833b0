import type { Rule } from 'eslint';

const controllerOf = /apps\/api\/src\/modules\/([^/]+)\/.*[.]controller[.]ts$/;
const endpointsOf = /^@kizuna\/shared\/contracts\/([^./]+)(?:[.][^/]+)?[.]endpoints$/;

/** A controller handles only endpoints of its own module, so that a route can be found by the module's name. */
export const ownEndpoints: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { foreign: 'a controller of {{own}} handles endpoints of {{own}}, not of {{other}}' },
  },
  create(context) {
    const own = controllerOf.exec(context.filename.replaceAll('\\', '/'))?.[1];
    return {
      ImportDeclaration(node) {
        const other = endpointsOf.exec(String(node.source.value))?.[1];
        if (own && other && own !== other)
          context.report({ node, messageId: 'foreign', data: { own, other } });
      },
    };
  },
};
