// `npm run mutation`: changes the code in thousands of small ways, one at a time, and counts the changes that no test notices.

/** What decides a score: all of the core. */
const core = ['src/core/**/*.ts'];

/** What reads what a person wrote. The structure that is found in a draft's text is not among them: recall over real laws (bench/recall.js) judges it. */
const parsers = [
  'src/source/{parse,quick-json,quick-yaml*,schema-problems}.ts',
  'src/answers/{read,check,carry}.ts',
  'src/config/{find,read}.ts',
  'src/rubric/{load,check,resolve}.ts',
  'src/draft/{citation,citation-spelling,quotes}.ts',
  'src/draft/readers/*.ts',
];

export default {
  mutate: [...core, ...parsers],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  // Stryker would rewrite it with TypeScript 5's API, which TypeScript 7 no longer has; nothing here extends a tsconfig outside.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: 'coverage/mutation/incremental.json',
  reporters: ['clear-text', 'json', 'html'],
  clearTextReporter: { reportTests: false, reportMutants: false, allowEmojis: false },
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  htmlReporter: { fileName: 'coverage/mutation/report.html' },
  tempDirName: 'coverage/mutation/sandbox',
  ignorePatterns: ['/bench', '/docs', '/coverage', '/test/golden', '/test/report', '/test/cli'],
  thresholds: { high: 95, low: 85, break: 85 },
  timeoutMS: 10_000,
  timeoutFactor: 3,
  allowConsoleColors: false,
};
