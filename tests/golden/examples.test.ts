import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planRepository, readSource } from '../../src/pipeline.js';

/**
 * What came out of the examples that is worth reading, kept beside the blueprint. `npm run examples` writes it anew; read the
 * difference before you commit it.
 */
const WORTH_READING: Readonly<Record<string, RegExp>> = {
  ecommerce: new RegExp(
    '^(README\\.md|packages/database/prisma/schema\\.prisma|packages/core/src/ordering/order\\.ts|' +
      'apps/api/src/modules/ordering/orders/.*|apps/api/src/modules/catalog/products/.*)$',
  ),
  minimal:
    /^(README\.md|packages\/database\/prisma\/migrations\/.*\.sql|packages\/core\/src\/(permissions|roles)\.ts)$/,
};

describe.each(Object.entries(WORTH_READING))('the output of %s', (example, pattern) => {
  it('is what stands beside its blueprint', async () => {
    const folder = new URL(`../../examples/${example}/`, import.meta.url);
    const { plan } = await planRepository(await readSource(fileURLToPath(new URL('blueprint.yaml', folder))));
    const files = plan.files.filter(({ path }) => pattern.test(path));
    expect(files.length).toBeGreaterThan(2);
    for (const { path, contents } of files) {
      await expect(contents).toMatchFileSnapshot(fileURLToPath(new URL(`output/${path}`, folder)));
    }
  });
});
