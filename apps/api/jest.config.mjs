const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@kizuna/shared/(.*)$': '<rootDir>/../../packages/shared/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc },
};

/**
 * `unit` needs nothing; `integration` needs TEST_DATABASE_URL (see test/support/database.ts). `dump` makes a file and is no
 * test (see test/upgrade/README.md).
 */
export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/**/*.int-spec.ts', '<rootDir>/test/structure/*.spec.ts'],
    },
    { ...shared, displayName: 'dump', testMatch: ['<rootDir>/test/upgrade/make-dump.spec.ts'] },
  ],
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: './test/support/films-first.mjs',
};
