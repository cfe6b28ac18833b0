import type { Linter } from 'eslint';

type Law = { selector: string; message: string };

const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e.ts', 'apps/api/test/**', 'tests/**'];

/** An id must stay unique while a test holds the Clock still. */
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

/** Decorators that make a route of a method. */
const verbs = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All'];

/** Files that may write a path of the API. */
const pathsAreAtHome = [
  'packages/shared/src/contracts/**',
  // declare endpoints of their own
  'apps/api/src/platform/http/*.spec.ts',
  // what the checks look for, and what they must find
  'infra/checks/**',
];

function restrict(files: string[], laws: Law[], ignores: string[] = []): Linter.Config {
  return { files, ignores, rules: { 'no-restricted-syntax': ['error', ...laws] } };
}

/** Folders and files where Japanese is at home. */
const japaneseIsAtHome = [
  'apps/web/src/lib/i18n/**',
  'apps/api/src/modules/notifications/**/*template*',
  'apps/api/src/modules/notifications/templates/**',
  // the words of a sheet of paper
  'apps/api/src/modules/templates/**/*sheet*',
  'apps/api/src/modules/{reporting,insight}/**/*template*',
  // 「第○号」 is the number itself, not a word about it
  'apps/api/src/modules/ledger/ledger.number.policy.ts',
  'apps/api/src/modules/supporters/supporters.number.policy.ts',
  // what a wallet shows: no page does
  'apps/api/src/modules/wallet/wallet.words.ts',
  // sentences for the operator at a start with a wrong setting: no page shows them
  'apps/api/src/platform/config/config{.messages,-error}.ts',
  'apps/api/src/migrations/**',
  'apps/api/src/seeds/**',
  'packages/shared/src/glossary*.ts',
  // rules about the Japanese language itself: eras, weekdays, kana, variant characters
  'packages/shared/src/rules/**',
  'infra/**',
  ...specs,
];

/** What reaches the database past Transactions and Sql (ADR 0030). */
const pastSql = [
  {
    name: 'typeorm',
    importNames: ['EntityManager', 'DataSource', 'QueryRunner', 'QueryBuilder', 'Repository'],
    message: 'ask Sql, inside of Transactions.run where something is written',
  },
  {
    name: '@nestjs/typeorm',
    importNames: ['InjectDataSource', 'InjectEntityManager', 'InjectRepository'],
    message: 'ask Sql, inside of Transactions.run where something is written',
  },
];

/** The laws of house.md that hold in one part of the tree only. In flat config the later entry wins. */
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
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: [
      // makes the routes of all endpoints
      'apps/api/src/platform/http/handles.decorator.ts',
      // the routes that are not endpoints: platform/http/routes-outside-contracts.ts
      'apps/api/src/platform/delivery/delivery.controller.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@nestjs/common', importNames: verbs, message: 'a route is an endpoint: @Handles' },
          ],
        },
      ],
    },
  },
  { files: pathsAreAtHome, rules: { 'house/path-in-its-place': 'off' } },
  {
    files: ['apps/api/src/**/*.ts', 'apps/api/test/**/*.ts'],
    ignores: [
      'apps/api/src/platform/database/**',
      'apps/api/src/migrations/**',
      // migrates and empties whole databases
      'apps/api/src/database-commands.ts',
      // compare schemas and run single migrations
      'apps/api/test/structure/schema.spec.ts',
      'apps/api/test/templates/old-wordings.int-spec.ts',
      'apps/api/test/video/older-films.int-spec.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { paths: pastSql }] },
  },
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
