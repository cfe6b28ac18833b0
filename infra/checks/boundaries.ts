/**
 * The single table of tiers and import rules. `.dependency-cruiser.mjs` passes it to dependency-cruiser; the lint rules and
 * `pnpm new` read it too. Every rule has a name and a reason; planted.spec.ts proves that each violation is detected.
 */

/** A higher tier may import a lower one through its index.ts; imports within a tier or upwards are forbidden. */
export const tiers = [
  ['people', 'transcoding'],
  ['video', 'assessment', 'templates', 'credentials'],
  ['materials'],
  ['courses'],
  ['enrolment'],
  ['learning', 'sessions', 'viewings'],
  ['completion', 'ledger'],
  ['certification'],
  ['verification', 'wallet'],
  ['supporters'],
  ['activities'],
  ['reporting', 'insight', 'notifications'],
  ['pages'],
] as const satisfies readonly (readonly string[])[];

/** An import rule: files that match `from` may not import files that match `to` (regular expressions on paths). */
export type ForbiddenArrow = {
  name: string;
  /** The reason for the rule; shown with every violation. */
  comment: string;
  from: { path?: string; pathNot?: string };
  to: { path?: string; pathNot?: string; dependencyTypes?: string[]; circular?: true; viaOnly?: object };
};

const modules = '^apps/api/src/modules/';
const webSource = '^apps/web/src/';
const serverSide = `/server/|[.]server[.]ts$|/[+]server[.]ts$|${webSource}hooks[.]`;
const sharedPackage = '^(packages/shared/|@kizuna/shared)';
const frameworks = '(^|node_modules/)(@nestjs|typeorm|pg|pg-boss|fastify)(/|$)';
const specs = '[.](int-)?spec[.]ts$';

/** One rule per module: it imports only lower tiers. A module without a tier may import no other module. */
function tierLaws(): ForbiddenArrow[] {
  const all = tiers.flat();
  return tiers.flatMap((tier, height) => {
    const below = tiers.slice(0, height).flat();
    return tier.flatMap((capability) => {
      const forbidden = all.filter((other) => other !== capability && !below.some((low) => low === other));
      // alone on top: there is nothing that it may not import
      if (forbidden.length === 0) return [];
      return {
        name: `${capability}-looks-down-only`,
        comment: `${capability} may import ${below.join(', ') || 'no other module'}; to reach a module of the same or a higher tier, publish an event through the outbox (ADR 0001)`,
        from: { path: `${modules}${capability}/` },
        to: { path: `${modules}(${forbidden.join('|')})/` },
      };
    });
  });
}

const moduleLaws: ForbiddenArrow[] = [
  {
    name: 'module-stands-in-a-tier',
    comment: 'add a new module to the tiers of infra/checks/boundaries.ts before it imports another module',
    from: { path: `${modules}([^/]+)/`, pathNot: `${modules}(${tiers.flat().join('|')})/` },
    to: { path: modules, pathNot: `${modules}$1/` },
  },
  {
    name: 'module-by-its-face',
    comment: 'import another module through its index.ts only; its other files may change at any time',
    from: { path: `${modules}([^/]+)/` },
    to: { path: modules, pathNot: `${modules}($1/|[^/]+/index[.]ts$)` },
  },
  {
    name: 'from-outside-by-the-face',
    comment: 'code outside the modules (process, seeds, platform) imports a module through its index.ts only',
    from: { path: '^apps/api/src/', pathNot: modules },
    to: {
      path: `${modules}[^/]+/`,
      pathNot: `${modules}[^/]+/(index[.]ts|[^/]+[.]module[.]ts)$|[.]entity[.]ts$`,
    },
  },
  {
    name: 'repository-is-private',
    comment: 'only the module itself queries its tables; other modules use its reader',
    from: { path: `${modules}([^/]+)/` },
    to: { path: `${modules}.+[.]repository[.]ts$`, pathNot: `${modules}$1/` },
  },
  {
    name: 'face-hides-repository',
    comment: 'exporting the repository from index.ts would make it public',
    from: { path: `${modules}[^/]+/index[.]ts$` },
    to: { path: '[.]repository[.]ts$' },
  },
  {
    name: 'entity-knows-own-module',
    comment: 'foreign keys may cross modules in the database, TypeORM relations may not: store the id',
    from: { path: `${modules}([^/]+)/.+[.]entity[.]ts$` },
    to: { path: modules, pathNot: `${modules}$1/` },
  },
  {
    name: 'controller-calls-no-repository',
    comment: 'a controller makes one call, to a service or a reader, and never accesses the database',
    from: { path: '[.]controller[.]ts$' },
    to: { path: '[.](repository|entity)[.]ts$' },
  },
  {
    name: 'policy-is-pure',
    comment: 'a policy is a pure function without I/O: no framework, no database, nothing that uses them',
    from: { path: `${modules}.*[.]policy[.]ts$` },
    to: { path: `${frameworks}|[.](service|reader|repository|controller|entity)[.]ts$` },
  },
  {
    name: 'policy-uses-no-node',
    comment: 'a policy is a pure function without I/O: no Node API',
    from: { path: `${modules}.*[.]policy[.]ts$` },
    to: { path: '', dependencyTypes: ['core'] },
  },
  {
    name: 'platform-knows-no-capability',
    comment: 'platform contains no domain concepts; code that needs one belongs in a module',
    from: { path: '^apps/api/src/platform/' },
    to: { path: `${modules}|^apps/api/src/seeds/` },
  },
  {
    name: 'migration-stands-alone',
    comment: 'a migration is immutable once merged, so it must not depend on code that changes',
    from: { path: '^apps/api/src/migrations/' },
    to: { path: '^(apps/api/src/(modules|platform|seeds)/|packages/shared/)' },
  },
  {
    name: 'source-imports-no-test',
    comment: 'test support code belongs in the tests',
    from: { path: '^(apps|packages)/[^/]+/src/', pathNot: specs },
    to: { path: `^(tests|apps/[^/]+/test)/|${specs}` },
  },
];

const packageLaws: ForbiddenArrow[] = [
  {
    name: 'api-knows-no-web',
    comment: 'neither app imports the other; infra/ combines them',
    from: { path: '^apps/api/' },
    to: { path: '^(apps/web/|@kizuna/web)' },
  },
  {
    name: 'web-knows-no-api',
    comment: 'neither app imports the other; they share the contracts in packages/shared',
    from: { path: '^apps/web/' },
    to: { path: '^(apps/api/|@kizuna/api)' },
  },
  {
    name: 'apps-know-no-infra',
    comment: 'infra starts, builds and tests the apps; the apps must not depend on it',
    from: { path: '^(apps|packages)/' },
    to: { path: '^(infra/|tests/|@kizuna/(infra|server|tests))' },
  },
  {
    name: 'server-runs-without-local',
    comment:
      'infra/server and infra/deploy run in production: they import nothing from infra/local, the checks or the tests (ADR 0033)',
    from: { path: '^infra/(server|deploy)/' },
    to: { path: '^(infra/|tests/|@kizuna/(infra|tests))', pathNot: '^infra/(server|deploy)/' },
  },
  {
    name: 'shared-is-pure',
    comment: 'packages/shared runs in browsers and on servers: it may use Zod only, and no Node API',
    from: { path: '^packages/shared/src/', pathNot: specs },
    to: { path: '', pathNot: `^packages/shared/src/|${sharedPackage}|node_modules/zod/|^zod` },
  },
  {
    name: 'e2e-goes-through-the-door',
    comment: 'end-to-end tests use the pages and the HTTP API, never the application code',
    from: { path: '^tests/e2e/' },
    to: { path: '^apps/' },
  },
];

const webLaws: ForbiddenArrow[] = [
  {
    name: 'browser-never-sees-server',
    comment:
      'lib/server and *.server.ts contain the session cookie and the API client, which must never reach a browser',
    from: { path: webSource, pathNot: serverSide },
    to: { path: `${webSource}(lib/server/|.+[.]server[.]ts$)` },
  },
  {
    name: 'server-knows-no-feature',
    comment:
      'lib/server is independent of features; server code of a feature is a *.server.ts file in that feature',
    from: { path: `${webSource}lib/server/` },
    to: { path: `${webSource}lib/features/` },
  },
  {
    name: 'browser-uses-no-node',
    comment: 'browser code must not use Node APIs; only its specs run in Node',
    from: { path: webSource, pathNot: `${serverSide}|${specs}` },
    to: { path: '', dependencyTypes: ['core'] },
  },
  {
    name: 'ui-knows-no-feature',
    comment: 'lib/ui contains generic components; domain components belong in lib/features',
    from: { path: `${webSource}lib/ui/` },
    to: { path: `${webSource}lib/(features|server)/` },
  },
  {
    name: 'lib-knows-no-route',
    comment: 'code that several pages need belongs in lib/features, not in a route',
    from: { path: `${webSource}lib/` },
    to: { path: `${webSource}routes/` },
  },
  {
    name: 'i18n-knows-no-feature',
    comment: 'lib/i18n is the lowest layer of lib: components depend on it, not the other way round',
    from: { path: `${webSource}lib/i18n/` },
    to: { path: `${webSource}lib/(features|server|ui)/` },
  },
];

const cycleLaw: ForbiddenArrow = {
  name: 'no-cycle',
  comment:
    'files must not import each other in a cycle, not even for types: merge them or extract a third file',
  from: { path: '^(apps|packages|infra|tests)/' },
  to: { circular: true },
};

/** All import rules. */
export const forbiddenArrows: readonly ForbiddenArrow[] = [
  ...tierLaws(),
  ...moduleLaws,
  ...packageLaws,
  ...webLaws,
  cycleLaw,
];
