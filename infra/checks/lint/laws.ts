import type { Linter } from 'eslint';

type Law = { selector: string; message: string };

const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e.ts', 'apps/api/test/**', 'tests/**'];

/** These files may read the system time: ids must stay unique while a test freezes the Clock. */
const ownTime = ['apps/api/src/platform/clock/**', 'apps/api/src/platform/ids/**'];

const forwardRef: Law = {
  selector: 'Identifier[name="forwardRef"]',
  message: 'forwardRef hides a dependency cycle: use an event in one direction (ADR 0001)',
};

const readsTheClock: Law[] = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'use the injected Clock',
  },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'use the injected Clock' },
];

const controllerDecides: Law[] = [
  'IfStatement',
  'ConditionalExpression',
  'SwitchStatement',
  'LogicalExpression',
].map((selector) => ({ selector, message: 'no logic in a controller: permission, contract, one call' }));

const relation: Law = {
  selector: 'Decorator[expression.callee.name=/^(OneToOne|OneToMany|ManyToOne|ManyToMany)$/] Literal',
  message: 'reference the related class, not its name as a string: relations do not cross modules',
};

/** Decorators that turn a method into a route. */
const verbs = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All'];

/** Files that may contain an API path. */
const pathsAreAtHome = [
  'packages/shared/src/contracts/**',
  // these specs declare their own endpoints
  'apps/api/src/platform/http/*.spec.ts',
  // patterns and test cases of the checks
  'infra/checks/**',
  // printed and issued addresses and requests of released versions: renaming an endpoint must fail these tests
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
  // text of printed sheets
  'apps/api/src/modules/templates/**/*sheet*',
  'apps/api/src/modules/{reporting,insight}/**/*template*',
  // 「第○号」 is part of the number
  'apps/api/src/modules/ledger/ledger.number.policy.ts',
  'apps/api/src/modules/supporters/supporters.number.policy.ts',
  // texts shown by wallets
  'apps/api/src/modules/wallet/wallet.words.ts',
  // messages to the operator about invalid settings; no page shows them
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

/** Database access that bypasses Transactions and Sql (ADR 0030). */
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
  message: 'declare routes as endpoints: use @Handles',
};

function refuseImports(files: string[], paths: RefusedImport[], ignores: string[] = []): Linter.Config {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { paths }] } };
}

/** If several entries match a file, the last one wins, so each lists all imports that are forbidden there. */
const importsOfApi: Linter.Config[] = [
  refuseImports(['apps/api/src/**/*.ts'], [...pastSql, routeByHand]),
  refuseImports(
    [
      'apps/api/src/platform/database/**',
      'apps/api/src/migrations/**',
      // migrates and empties databases
      'apps/api/src/database-commands.ts',
    ],
    [routeByHand],
  ),
  refuseImports(
    [
      // creates the routes of all endpoints
      'apps/api/src/platform/http/handles.decorator.ts',
      // has routes that are not endpoints, see platform/http/routes-outside-contracts.ts
      'apps/api/src/platform/delivery/delivery.controller.ts',
    ],
    pastSql,
  ),
  refuseImports(['apps/api/test/**/*.ts'], pastSql, [
    // these compare schemas or run single migrations
    'apps/api/test/structure/schema.spec.ts',
    'apps/api/test/upgrade/dump/load-database.ts',
    'apps/api/test/templates/old-wordings.int-spec.ts',
    'apps/api/test/video/older-films.int-spec.ts',
  ]),
];

/** Rules for parts of the repository. In flat config the last matching entry wins. */
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
      // empties and fills databases before any module is loaded
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
  // callbacks of table-driven tests take one argument per column
  { files: specs, rules: { 'house/few-arguments': 'off' } },
  // tests assert response bodies without typing them
  {
    files: specs,
    rules: { 'max-lines': ['error', { max: 500 }], '@typescript-eslint/no-explicit-any': 'off' },
  },
  // load, actions, GET, handle …: SvelteKit defines their purpose
  {
    files: ['apps/web/src/routes/**/+*.ts', 'apps/web/src/hooks*.ts', 'apps/web/src/params.ts'],
    rules: { 'house/exported-function-explained': 'off' },
  },
  // a migration is one long SQL text and is immutable once merged
  {
    files: ['apps/api/src/migrations/**'],
    rules: { 'house/function-size': 'off', 'house/no-spread-literal': 'off' },
  },
  { files: japaneseIsAtHome, rules: { 'house/japanese-in-its-place': 'off' } },
];
