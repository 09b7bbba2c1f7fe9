const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

/** They are ES modules only, and Jest loads CommonJS. */
const ES_MODULES = 'file-type|strtok3|token-types|uint8array-extras|@tokenizer/inflate|@borewit/text-codec';

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': swc, [`/node_modules/(${ES_MODULES})/.+\\.js$`]: swc },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES})/)`],
  moduleNameMapper: {
    '^@app/peers/(.*)$': '<rootDir>/tools/peers/src/$1',
    '^@app/([^/]+)/(.*)$': '<rootDir>/libs/$1/src/$2',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/draw-by-seed.ts'],
};

/** @type {import('jest').Config} */
module.exports = {
  // What a test waits for has a limit of its own; this one is for a machine that does much else.
  testTimeout: 60_000,
  // More than there are cores end sooner, and now and then run into the time limits of real peers.
  maxWorkers: '100%',
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['<rootDir>/{apps,libs,tools,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(int|e2e)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'database',
      testMatch: ['<rootDir>/{apps,libs,tools,test}/**/*.{int,e2e}.spec.ts'],
      globalSetup: '<rootDir>/test/support/replica-set.global-setup.ts',
      globalTeardown: '<rootDir>/test/support/replica-set.global-teardown.ts',
    },
  ],
};
