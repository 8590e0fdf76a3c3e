// What `npm run mutation` changes, and with which tests: those that say what the code of the area is to do. The tests of a whole
// program would find some changes more, after many times the time, and would say less about where a rule is written down.

export const areas = {
  /** What decides a score. */
  core: { mutate: ['src/core/*.ts', 'src/core/{compare,robustness}/*.ts'], tests: ['core'] },
  panel: { mutate: ['src/core/panel/*.ts'], tests: ['core/panel'] },
  /** What reads what a person wrote. */
  source: { mutate: ['src/source/{parse,quick-json,schema-problems}.ts', 'src/source/quick-yaml/*.ts'], tests: ['source'] },
  files: {
    mutate: ['src/answers/{read,check,carry}.ts', 'src/config/{find,read}.ts', 'src/rubric/{load,check,resolve}.ts'],
    tests: ['answers', 'config', 'rubric'],
  },
  /** The structure that is found in a draft's text is not among them: recall over real laws (bench/recall.js) judges it. */
  draft: {
    mutate: ['src/draft/citations/*.ts', 'src/draft/quotes/exact.ts', 'src/draft/quotes/quotes.ts', 'src/draft/readers/**/*.ts'],
    tests: ['draft'],
  },
};

/** The name of this run's area, and the area. */
export const name = process.env.MUTATION_AREA ?? 'core';
export const area = areas[name];
