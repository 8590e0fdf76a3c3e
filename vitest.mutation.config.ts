import { defineConfig } from 'vitest/config';
import { area } from './scripts/mutation-areas.js';

// The tests that mutants meet: those that call the code itself. A test that starts the built command never sees a mutant,
// and what hostile drafts cost in time says nothing about a mutant on a busy machine.
export default defineConfig({
  test: {
    include: area.tests.map((folder) => `test/${folder}/**/*.test.ts`),
    exclude: ['test/rubric/compiled.test.ts', 'test/draft/hostile.test.ts'],
    setupFiles: ['test/fixtures/same-examples.ts'],
    // Modules are loaded once and kept for all mutants: none of these tests changes one, and loading them took most of the time.
    // The second run is for the mutants that this hides.
    isolate: process.env.MUTATION_AT_LOADING !== undefined,
    // Instrumented code is many times slower: the test of alpha's interval takes over 30 s on a busy machine, and stopped the run.
    testTimeout: 120_000,
  },
});
