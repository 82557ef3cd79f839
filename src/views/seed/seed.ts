import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import type { SeedData } from './seed-data.js';

const database = 'packages/database/src';

/** Parts of packages/database that hold nothing of the system but its scope. */
export const seedPartsView = defineView({
  templates: [
    `${database}/built-in-roles.ts.hbs`,
    `${database}/seed-organizations.ts.hbs`,
    `${database}/sync-permissions.ts.hbs`,
  ],
  schema: z.object({ scope: z.string() }),
});

/** Parts that are the same in every repository. */
export const seedBasicsView = defineView({
  templates: [
    `${database}/commands/seed.ts.hbs`,
    `${database}/row-level-security.integration.spec.ts.hbs`,
    `${database}/seed.integration.spec.ts.hbs`,
    `${database}/seeding.ts.hbs`,
    `${database}/stable-id.ts.hbs`,
  ],
  schema: z.object({}),
});

export const seedView = defineView({
  templates: [`${database}/seed.ts.hbs`],
  schema: z.object({
    hasShared: z.boolean(),
    hasRows: z.boolean(),
    contexts: z.array(z.object({ imports: z.string(), file: z.string() })),
    /** Names of functions, in the order in which they run. */
    shares: z.array(z.object({ name: z.string() })),
    seeds: z.array(z.object({ name: z.string() })),
  }),
});

export function seedWords(data: readonly SeedData[]): z.infer<typeof seedView.schema> {
  const shares = data.filter(({ words }) => words.hasShared).map(({ words }) => ({ name: `share${words.Context}` }));
  const seeds = data.filter(({ words }) => words.hasRows).map(({ words }) => ({ name: `seed${words.Context}` }));
  return {
    hasShared: shares.length > 0,
    hasRows: seeds.length > 0,
    contexts: data.map(({ file, words }) => ({
      file,
      imports: [
        ...(words.hasRows ? [`seed${words.Context}`] : []),
        ...(words.hasShared ? [`share${words.Context}`] : []),
      ].join(', '),
    })),
    shares,
    seeds,
  };
}

export function seedPartsWords({ product }: Design): z.infer<typeof seedPartsView.schema> {
  return { scope: product.scope };
}
