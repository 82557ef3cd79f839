import { defineConfig } from 'vitest/config';

/** More than a usual run affords: many random blueprints, each type-checked and migrated, and briefs of more domains, proved whole: `npm run test:deep`. */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['tests/support/build.ts', 'tests/generated/support/proof-folder.ts'],
    include: ['tests/properties/**/*.test.ts', 'tests/generated/{briefs,random,sql}.test.ts'],
    env: { PROPERTY_RUNS: '200', PROVED_BRIEFS: '6' },
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
