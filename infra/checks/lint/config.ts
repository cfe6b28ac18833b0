import js from '@eslint/js';
import type { Linter } from 'eslint';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { exportedFunctionExplained } from './exported-function-explained.ts';
import { fewArguments } from './few-arguments.ts';
import { functionSize } from './function-size.ts';
import { japaneseInItsPlace } from './japanese-in-its-place.ts';
import { houseLaws } from './laws.ts';
import { noSpreadLiteral } from './no-spread-literal.ts';
import { ownEndpoints } from './own-endpoints.ts';
import { pathInItsPlace } from './path-in-its-place.ts';
import { sqlInItsPlace } from './sql-in-its-place.ts';

const house = {
  rules: {
    'japanese-in-its-place': japaneseInItsPlace,
    'own-endpoints': ownEndpoints,
    'path-in-its-place': pathInItsPlace,
    'sql-in-its-place': sqlInItsPlace,
    'function-size': functionSize,
    'few-arguments': fewArguments,
    'no-spread-literal': noSpreadLiteral,
    'exported-function-explained': exportedFunctionExplained,
  },
};

const ignored = [
  '**/dist/',
  '**/build/',
  '**/.svelte-kit/',
  '**/node_modules/',
  '.tools/',
  '.data/',
  'infra/media/built/',
  // HLS segments also end in .ts
  'apps/api/assets/',
];
/** Files that are linted with type information. Svelte files are checked by svelte-check instead. */
const typed = ['apps/api/**/*.ts', 'packages/shared/src/**/*.ts', 'infra/**/*.ts', 'tests/**/*.ts'];
/** Specs of packages/shared are outside its tsconfig, which covers production code only. */
const untyped = ['packages/shared/**/*.spec.ts', '**/*.config.ts', 'infra/**/*.svelte.ts'];

/** Node's test runner awaits these promises itself. */
const nodeTest = [{ from: 'package', package: 'node:test', name: ['describe', 'it', 'test'] }];

/** Rules that need type information. */
const typedRules: Linter.RulesRecord = {
  '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: nodeTest }],
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  '@typescript-eslint/no-array-delete': 'error',
  '@typescript-eslint/unbound-method': 'error',
};

/** Rules for every file. */
const everywhere: Linter.RulesRecord = {
  'no-undef': 'off',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'max-lines': ['error', { max: 300 }],
  'house/function-size': ['error', { max: 60 }],
  'house/few-arguments': ['error', { max: 5 }],
  'house/no-spread-literal': 'error',
  'house/exported-function-explained': 'error',
  'house/japanese-in-its-place': 'error',
  'house/path-in-its-place': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
  ],
};

/** Overrides: covered by Svelte's own rules, or not needed because the product is served at the root of its origin. */
const svelteRules: Linter.RulesRecord = {
  'prefer-const': 'off',
  'svelte/no-navigation-without-resolve': 'off',
  'svelte/no-at-html-tags': 'error',
};

/**
 * The complete ESLint configuration.
 * @param root folder whose tsconfig files supply the types: the repository, or a test tree with the same layout
 */
export function lintConfig(root: string): Linter.Config[] {
  return [
    { ignores: ignored },
    { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { house } },
    js.configs.recommended,
    ...(tseslint.configs.recommended as Linter.Config[]),
    ...svelte.configs.recommended,
    { languageOptions: { globals: globals.node }, rules: everywhere },
    {
      files: ['**/*.svelte', '**/*.svelte.ts'],
      languageOptions: {
        globals: globals.browser,
        parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] },
      },
      rules: svelteRules,
    },
    {
      files: typed,
      ignores: untyped,
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
      rules: typedRules,
    },
    ...houseLaws,
    prettier,
  ];
}
