import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Test files share the modules that their worker has loaded: loading them again for each file takes time. A test that
    // replaces something of a module or of the process puts it back itself.
    isolate: false,
    // Half of the time goes to browsers and other programs: one worker less than processors would leave them idle.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/core/**'],
      reporter: ['text-summary'],
      // A folder of its own: it is emptied first, and beside it stand the reports of mutation testing.
      reportsDirectory: 'coverage/tests',
      thresholds: { statements: 95, branches: 90 },
    },
  },
});
