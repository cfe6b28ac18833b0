import { forbiddenArrows } from './infra/checks/boundaries.ts';

/** dependency-cruiser's own format; the laws themselves stand in infra/checks/boundaries.ts. */
export default {
  forbidden: forbiddenArrows.map((arrow) => ({ ...arrow, severity: 'error' })),
  options: {
    doNotFollow: { path: ['node_modules', 'dist/', 'build/', '[.]svelte-kit/'] },
    exclude: { path: ['[.]svelte-kit/', '/build/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
  },
};
