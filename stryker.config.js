import { area, name } from './scripts/mutation-areas.js';

// How `npm run mutation` (scripts/mutation.js) runs Stryker for one area of the code.
// A second run for what is computed when a module is loaded: modules are loaded anew for each change, and all tests are run.
const atLoading = process.env.MUTATION_AT_LOADING !== undefined;
const report = `coverage/mutation/${name}${atLoading ? '.at-loading' : ''}`;

export default {
  mutate: area.mutate,
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  // Stryker would rewrite it with TypeScript 5's API, which TypeScript 7 no longer has; nothing here extends a tsconfig outside.
  tsconfigFile: 'none',
  coverageAnalysis: atLoading ? 'off' : 'perTest',
  concurrency: 2,
  incremental: !atLoading,
  incrementalFile: `${report}.incremental.json`,
  reporters: ['json', 'html'],
  jsonReporter: { fileName: `${report}.json` },
  htmlReporter: { fileName: `${report}.html` },
  tempDirName: 'coverage/mutation/sandbox',
  ignorePatterns: ['/bench', '/docs', '/coverage', '/test/golden', '/test/report', '/test/cli'],
  timeoutMS: 5_000,
  timeoutFactor: 3,
  allowConsoleColors: false,
};
