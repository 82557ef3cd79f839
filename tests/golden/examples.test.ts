import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
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
      'apps/api/src/modules/ordering/orders/.*|apps/api/src/modules/catalog/products/.*|docs/architecture/.*)$',
  ),
  minimal:
    /^(README\.md|packages\/database\/prisma\/migrations\/.*\.sql|packages\/core\/src\/(permissions|roles)\.ts|docs\/architecture\/.*)$/,
  crm: /^(README\.md|packages\/core\/src\/sales\/deal\.ts|apps\/api\/src\/modules\/sales\/deals\/.*|docs\/architecture\/.*)$/,
};

describe.each(Object.entries(WORTH_READING))('the output of %s', (example, pattern) => {
  it('is what stands beside its blueprint', { timeout: 120_000 }, async () => {
    const folder = new URL(`../../examples/${example}/`, import.meta.url);
    const { plan } = await planRepository(await readSource(fileURLToPath(new URL('blueprint.yaml', folder))));
    const files = plan.files.filter((file) => pattern.test(file.path));
    expect(files.length).toBeGreaterThan(2);
    // A page that is not written any more would stay; `--update` writes files, and deletes none.
    const planned = files.map((file) => file.path);
    expect(filesBelow(fileURLToPath(new URL('output', folder))).filter((name) => !planned.includes(name))).toEqual([]);
    for (const file of files) {
      await expect(file.contents).toMatchFileSnapshot(fileURLToPath(new URL(`output/${file.path}`, folder)));
    }
  });
});

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll(path.sep, '/'));
}
