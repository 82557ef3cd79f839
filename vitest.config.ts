import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['tests/support/build.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/generated/**', 'tests/package/**'],
          testTimeout: 30_000,
        },
      },
      {
        // Installs, builds and runs what was generated: minutes, and all cores. One file at a time, after everything else.
        extends: true,
        test: {
          name: 'generated',
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
