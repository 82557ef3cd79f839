import { defineConfig } from 'vitest/config';

/** Many more random blueprints than a usual run affords, each type-checked and migrated: `npm run test:deep`. */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['tests/support/build.ts', 'tests/generated/support/proof-folder.ts'],
    include: ['tests/properties/**/*.test.ts', 'tests/generated/{random,sql}.test.ts'],
    env: { PROPERTY_RUNS: '200' },
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
