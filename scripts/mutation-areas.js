// The areas of `npm run mutation`: which files are mutated, and which tests run. These are the tests that specify the area's
// code. All other tests would kill a few more mutants, but take many times as long, and would not show where a rule is specified.

export const areas = {
  /** What determines a score. */
  core: { mutate: ['src/core/*.ts', 'src/core/{compare,robustness}/*.ts'], tests: ['core'] },
  panel: { mutate: ['src/core/panel/*.ts'], tests: ['core/panel'] },
  /** What parses the files that people write. */
  source: { mutate: ['src/source/{parse,quick-json,schema-problems}.ts', 'src/source/quick-yaml/*.ts'], tests: ['source'] },
  files: {
    mutate: ['src/answers/{read,check,id-mapping}.ts', 'src/config/{find,read}.ts', 'src/rubric/{load,check,resolve}.ts'],
    tests: ['answers', 'config', 'rubric'],
  },
  /** Without src/draft/structure: its heuristics are judged by recall over real laws (bench/recall.js), not by unit tests. */
  draft: {
    mutate: ['src/draft/citations/*.ts', 'src/draft/quotes/exact.ts', 'src/draft/quotes/quotes.ts', 'src/draft/readers/**/*.ts'],
    tests: ['draft'],
  },
};

/** The area of this run. */
export const name = process.env.MUTATION_AREA ?? 'core';
export const area = areas[name];
