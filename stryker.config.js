import { area } from './scripts/mutation-areas.js';

// How `npm run mutation` (scripts/mutation.js) runs Stryker for one area of the code.
const name = process.env.MUTATION_AREA ?? 'core';

export default {
  mutate: area.mutate,
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  // Stryker would rewrite it with TypeScript 5's API, which TypeScript 7 no longer has; nothing here extends a tsconfig outside.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: `coverage/mutation/${name}.incremental.json`,
  reporters: ['json', 'html'],
  jsonReporter: { fileName: `coverage/mutation/${name}.json` },
  htmlReporter: { fileName: `coverage/mutation/${name}.html` },
  tempDirName: 'coverage/mutation/sandbox',
  ignorePatterns: ['/bench', '/docs', '/coverage', '/test/golden', '/test/report', '/test/cli'],
  timeoutMS: 5_000,
  timeoutFactor: 3,
  allowConsoleColors: false,
};
