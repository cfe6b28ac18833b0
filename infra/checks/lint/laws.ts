import type { Linter } from 'eslint';

type Law = { selector: string; message: string };

const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e.ts', 'apps/api/test/**', 'tests/**'];

/** An id must stay unique while a test freezes the Clock. */
const ownTime = ['apps/api/src/platform/clock/**', 'apps/api/src/platform/ids/**'];

const forwardRef: Law = {
  selector: 'Identifier[name="forwardRef"]',
  message: 'forwardRef hides a cycle: one of the two looks up, let it listen to an event instead (ADR 0001)',
};

const readsTheClock: Law[] = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'ask the injected Clock',
  },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'ask the injected Clock' },
];

const controllerDecides: Law[] = [
  'IfStatement',
  'ConditionalExpression',
  'SwitchStatement',
  'LogicalExpression',
].map((selector) => ({ selector, message: 'a controller decides nothing: permission, contract, one call' }));

const relation: Law = {
  selector: 'Decorator[expression.callee.name=/^(OneToOne|OneToMany|ManyToOne|ManyToMany)$/] Literal',
  message: 'name the related class of this module, not a string: relations do not cross modules',
};

/** Decorators that turn a method into a route. */
const verbs = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All'];

/** Files that may contain an API path. */
const pathsAreAtHome = [
  'packages/shared/src/contracts/**',
  // declare endpoints of their own
  'apps/api/src/platform/http/*.spec.ts',
  // what the checks look for, and what they must find
  'infra/checks/**',
  // addresses that were printed and issued, and requests to released versions: a renamed endpoint must break them
  'apps/api/test/upgrade/**',
];

function restrict(files: string[], laws: Law[], ignores: string[] = []): Linter.Config {
  return { files, ignores, rules: { 'no-restricted-syntax': ['error', ...laws] } };
}

/** Folders and files where Japanese is allowed. */
const japaneseIsAtHome = [
  'apps/web/src/lib/i18n/**',
  'apps/api/src/modules/notifications/**/*template*',
  'apps/api/src/modules/notifications/templates/**',
  // the words of a printed sheet
  'apps/api/src/modules/templates/**/*sheet*',
  'apps/api/src/modules/{reporting,insight}/**/*template*',
  // 「第○号」 is the number itself, not a word about it
  'apps/api/src/modules/ledger/ledger.number.policy.ts',
  'apps/api/src/modules/supporters/supporters.number.policy.ts',
  // what a wallet shows, not a page
  'apps/api/src/modules/wallet/wallet.words.ts',
  // sentences for the operator if a setting is wrong at start: no page shows them
  'apps/api/src/platform/config/config{.messages,-error}.ts',
  'apps/api/src/migrations/**',
  'apps/api/src/seeds/**',
  'packages/shared/src/glossary*.ts',
  // rules about the Japanese language itself: eras, weekdays, kana, variant characters
  'packages/shared/src/rules/**',
  'infra/**',
  ...specs,
];

interface RefusedImport {
  name: string;
  importNames: readonly string[];
  message: string;
}

/** Access to the database other than Transactions and Sql (ADR 0030). */
const pastSql: RefusedImport[] = [
  {
    name: 'typeorm',
    importNames: ['EntityManager', 'DataSource', 'QueryRunner', 'QueryBuilder', 'Repository'],
    message: 'use Sql, inside Transactions.run where something is written',
  },
  {
    name: '@nestjs/typeorm',
    importNames: ['InjectDataSource', 'InjectEntityManager', 'InjectRepository'],
    message: 'use Sql, inside Transactions.run where something is written',
  },
];

const routeByHand: RefusedImport = {
  name: '@nestjs/common',
  importNames: verbs,
  message: 'a route is an endpoint: @Handles',
};

function refuseImports(files: string[], paths: RefusedImport[], ignores: string[] = []): Linter.Config {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { paths }] } };
}

/** Of two entries for one file the later one wins, so each names everything that is refused there. */
const importsOfApi: Linter.Config[] = [
  refuseImports(['apps/api/src/**/*.ts'], [...pastSql, routeByHand]),
  refuseImports(
    [
      'apps/api/src/platform/database/**',
      'apps/api/src/migrations/**',
      // migrates and empties whole databases
      'apps/api/src/database-commands.ts',
    ],
    [routeByHand],
  ),
  refuseImports(
    [
      // makes the routes of all endpoints
      'apps/api/src/platform/http/handles.decorator.ts',
      // the routes that are not endpoints: platform/http/routes-outside-contracts.ts
      'apps/api/src/platform/delivery/delivery.controller.ts',
    ],
    pastSql,
  ),
  refuseImports(['apps/api/test/**/*.ts'], pastSql, [
    // compare schemas and run single migrations
    'apps/api/test/structure/schema.spec.ts',
    'apps/api/test/upgrade/dump/load-database.ts',
    'apps/api/test/templates/old-wordings.int-spec.ts',
    'apps/api/test/video/older-films.int-spec.ts',
  ]),
];

/** Rules for one part of the tree only. In flat config the later entry wins. */
export const houseLaws: Linter.Config[] = [
  restrict(['apps/api/**/*.ts'], [forwardRef, ...readsTheClock], [...specs, ...ownTime]),
  restrict(ownTime, [forwardRef]),
  restrict(['apps/api/**/*.entity.ts'], [forwardRef, ...readsTheClock, relation]),
  restrict(['apps/api/**/*.controller.ts'], [forwardRef, ...readsTheClock, ...controllerDecides]),
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: [
      '**/*.repository.ts',
      '**/*.reader.ts',
      'apps/api/src/migrations/**',
      'apps/api/src/platform/**',
      'apps/api/src/seeds/**',
      // empties and fills whole databases, before there is a module
      'apps/api/src/database-commands.ts',
      ...specs,
    ],
    rules: { 'house/sql-in-its-place': 'error' },
  },
  { files: ['apps/api/**/*.controller.ts'], rules: { 'house/own-endpoints': 'error' } },
  ...importsOfApi,
  { files: pathsAreAtHome, rules: { 'house/path-in-its-place': 'off' } },
  {
    files: ['packages/shared/**/*.ts', 'apps/web/**/*.{ts,svelte}', 'infra/**/*.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'error' },
  },
  { files: ['apps/*/src/**', 'packages/*/src/**'], rules: { 'no-console': 'error' } },
  { files: ['apps/web/src/routes/**/+page.svelte'], rules: { 'max-lines': ['error', { max: 80 }] } },
  // a row of a table of cases has as many columns as it needs
  { files: specs, rules: { 'house/few-arguments': 'off' } },
  // in tests the body of an answer is asserted, not typed
  {
    files: specs,
    rules: { 'max-lines': ['error', { max: 500 }], '@typescript-eslint/no-explicit-any': 'off' },
  },
  // load, actions, GET, handle …: SvelteKit says what they are for
  {
    files: ['apps/web/src/routes/**/+*.ts', 'apps/web/src/hooks*.ts', 'apps/web/src/params.ts'],
    rules: { 'house/exported-function-explained': 'off' },
  },
  // a migration is one text of SQL, and stays as it was merged
  {
    files: ['apps/api/src/migrations/**'],
    rules: { 'house/function-size': 'off', 'house/no-spread-literal': 'off' },
  },
  { files: japaneseIsAtHome, rules: { 'house/japanese-in-its-place': 'off' } },
];
