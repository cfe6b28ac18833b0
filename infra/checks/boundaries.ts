/**
 * The single table of tiers and import rules. `.dependency-cruiser.mjs` passes it to dependency-cruiser; the lint rules
 * and `pnpm new` read it too. Every forbidden arrow has a name and a reason; planted.ts proves that each is detected.
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

/** A forbidden arrow: files that match `from` may not import files that match `to` (regular expressions on paths). */
export type ForbiddenArrow = {
  name: string;
  /** What would go wrong; shown with every violation. */
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
    return tier.map((capability) => {
      const forbidden = all.filter((other) => other !== capability && !below.some((low) => low === other));
      return {
        name: `${capability}-looks-down-only`,
        comment: `${capability} may import ${below.join(', ') || 'no other module'}; upwards and sideways go by an event through the outbox (ADR 0001)`,
        from: { path: `${modules}${capability}/` },
        to: { path: `${modules}(${forbidden.join('|')})/` },
      };
    });
  });
}

const moduleLaws: ForbiddenArrow[] = [
  {
    name: 'module-stands-in-a-tier',
    comment:
      'a new module gets its place in the tiers of infra/checks/boundaries.ts before it imports another',
    from: { path: `${modules}([^/]+)/`, pathNot: `${modules}(${tiers.flat().join('|')})/` },
    to: { path: modules, pathNot: `${modules}$1/` },
  },
  {
    name: 'module-by-its-face',
    comment: 'another module is its index.ts; the files behind it may change without asking anybody',
    from: { path: `${modules}([^/]+)/` },
    to: { path: modules, pathNot: `${modules}($1/|[^/]+/index[.]ts$)` },
  },
  {
    name: 'from-outside-by-the-face',
    comment: 'the process, the seeds and platform see a module only through its index.ts',
    from: { path: '^apps/api/src/', pathNot: modules },
    to: {
      path: `${modules}[^/]+/`,
      pathNot: `${modules}[^/]+/(index[.]ts|[^/]+[.]module[.]ts)$|[.]entity[.]ts$`,
    },
  },
  {
    name: 'repository-is-private',
    comment: 'a module alone queries its tables; others ask its reader',
    from: { path: `${modules}([^/]+)/` },
    to: { path: `${modules}.+[.]repository[.]ts$`, pathNot: `${modules}$1/` },
  },
  {
    name: 'face-hides-repository',
    comment: 'an index.ts that gives away the repository makes it public',
    from: { path: `${modules}[^/]+/index[.]ts$` },
    to: { path: '[.]repository[.]ts$' },
  },
  {
    name: 'entity-knows-own-module',
    comment: 'foreign keys may cross modules in the database, a TypeORM relation may not: keep the id',
    from: { path: `${modules}([^/]+)/.+[.]entity[.]ts$` },
    to: { path: modules, pathNot: `${modules}$1/` },
  },
  {
    name: 'controller-calls-no-repository',
    comment: 'a controller makes one call, to the service or the reader; SQL is not its neighbour',
    from: { path: '[.]controller[.]ts$' },
    to: { path: '[.](repository|entity)[.]ts$' },
  },
  {
    name: 'policy-is-pure',
    comment: 'a policy is true without I/O: no framework, no database, nothing that uses them',
    from: { path: `${modules}.*[.]policy[.]ts$` },
    to: { path: `${frameworks}|[.](service|reader|repository|controller|entity)[.]ts$` },
  },
  {
    name: 'policy-uses-no-node',
    comment: 'a policy is true without I/O: no Node API',
    from: { path: `${modules}.*[.]policy[.]ts$` },
    to: { path: '', dependencyTypes: ['core'] },
  },
  {
    name: 'platform-knows-no-capability',
    comment: 'platform holds no domain word; what needs one belongs in a module',
    from: { path: '^apps/api/src/platform/' },
    to: { path: `${modules}|^apps/api/src/seeds/` },
  },
  {
    name: 'migration-stands-alone',
    comment: 'a migration is immutable once merged, so it may not lean on code that moves on',
    from: { path: '^apps/api/src/migrations/' },
    to: { path: '^(apps/api/src/(modules|platform|seeds)/|packages/shared/)' },
  },
  {
    name: 'source-imports-no-test',
    comment: 'what the tests need stays in the tests',
    from: { path: '^(apps|packages)/[^/]+/src/', pathNot: specs },
    to: { path: `^(tests|apps/[^/]+/test)/|${specs}` },
  },
];

const packageLaws: ForbiddenArrow[] = [
  {
    name: 'api-knows-no-web',
    comment: 'neither app imports the other; infra/ puts them together',
    from: { path: '^apps/api/' },
    to: { path: '^(apps/web/|@kizuna/web)' },
  },
  {
    name: 'web-knows-no-api',
    comment: 'neither app imports the other; the contracts in packages/shared are what they have in common',
    from: { path: '^apps/web/' },
    to: { path: '^(apps/api/|@kizuna/api)' },
  },
  {
    name: 'apps-know-no-infra',
    comment: 'infra starts, builds and tests the apps, never the other way',
    from: { path: '^(apps|packages)/' },
    to: { path: '^(infra/|tests/|@kizuna/(infra|server|tests))' },
  },
  {
    name: 'server-runs-without-local',
    comment:
      'infra/server and infra/deploy run the product on any machine: nothing of the zero-install start, the checks or the tests (ADR 0033)',
    from: { path: '^infra/(server|deploy)/' },
    to: { path: '^(infra/|tests/|@kizuna/(infra|tests))', pathNot: '^infra/(server|deploy)/' },
  },
  {
    name: 'shared-is-pure',
    comment: 'packages/shared runs in every browser and on every server: Zod and nothing else, no Node API',
    from: { path: '^packages/shared/src/', pathNot: specs },
    to: { path: '', pathNot: `^packages/shared/src/|${sharedPackage}|node_modules/zod/|^zod` },
  },
  {
    name: 'e2e-goes-through-the-door',
    comment: 'journeys use the pages and the HTTP API, never the code behind them',
    from: { path: '^tests/e2e/' },
    to: { path: '^apps/' },
  },
];

const webLaws: ForbiddenArrow[] = [
  {
    name: 'browser-never-sees-server',
    comment:
      'the session cookie and the API client live in lib/server and in *.server.ts; they must never reach a browser',
    from: { path: webSource, pathNot: serverSide },
    to: { path: `${webSource}(lib/server/|.+[.]server[.]ts$)` },
  },
  {
    name: 'server-knows-no-feature',
    comment: 'lib/server serves every feature; what knows one is a *.server.ts file in that feature',
    from: { path: `${webSource}lib/server/` },
    to: { path: `${webSource}lib/features/` },
  },
  {
    name: 'browser-uses-no-node',
    comment: 'code that a browser runs has no Node API; its specs run in Node',
    from: { path: webSource, pathNot: `${serverSide}|${specs}` },
    to: { path: '', dependencyTypes: ['core'] },
  },
  {
    name: 'ui-knows-no-feature',
    comment: 'lib/ui holds primitives without a domain word; a domain thing is drawn in lib/features',
    from: { path: `${webSource}lib/ui/` },
    to: { path: `${webSource}lib/(features|server)/` },
  },
  {
    name: 'lib-knows-no-route',
    comment: 'what a second page needs moves from the route to lib/features',
    from: { path: `${webSource}lib/` },
    to: { path: `${webSource}routes/` },
  },
  {
    name: 'i18n-knows-no-feature',
    comment: 'words and dates are below everything that draws',
    from: { path: `${webSource}lib/i18n/` },
    to: { path: `${webSource}lib/(features|server|ui)/` },
  },
];

const cycleLaw: ForbiddenArrow = {
  name: 'no-cycle',
  comment: 'two files that need each other are one file, or a third one is missing; types count as well',
  from: { path: '^(apps|packages|infra|tests)/' },
  to: { circular: true },
};

/** Every forbidden arrow. */
export const forbiddenArrows: readonly ForbiddenArrow[] = [
  ...tierLaws(),
  ...moduleLaws,
  ...packageLaws,
  ...webLaws,
  cycleLaw,
];
