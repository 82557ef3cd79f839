import { defineConfig } from 'vitest/config';

/** The command line is tested as people run it: built. */
const built = { globalSetup: ['tests/support/build.ts'] };
const slow = ['tests/cli/**/*.test.ts', 'tests/generated/**/*.test.ts', 'tests/package/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...slow, 'tests/anthropic/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Whole plans with a model that misbehaves in every way: two minutes of processor time.
        test: { name: 'model', include: ['tests/anthropic/**/*.test.ts'], testTimeout: 60_000 },
      },
      { test: { ...built, name: 'cli', include: ['tests/cli/**/*.test.ts'], testTimeout: 60_000 } },
      {
        // Installs, builds and runs what was generated: minutes, and all cores. One file at a time, after everything else.
        test: {
          name: 'generated',
          globalSetup: [...built.globalSetup, 'tests/generated/support/proof-folder.ts'],
          include: ['tests/generated/**/*.test.ts', 'tests/package/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
