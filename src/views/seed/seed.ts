import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import type { SeedData } from './seed-data.js';

const database = 'packages/database/src';

/** Parts of packages/database that hold nothing of the system but its scope. */
export const seedPartsView = defineView({
  templates: [`${database}/built-in-roles.ts.hbs`, `${database}/sync-permissions.ts.hbs`],
  schema: z.object({ scope: z.string() }),
});

/** Parts that are the same in every repository. */
export const seedBasicsView = defineView({
  templates: [
    `${database}/commands/seed.ts.hbs`,
    `${database}/row-level-security.integration.spec.ts.hbs`,
    `${database}/seeding.ts.hbs`,
    `${database}/stable-id.ts.hbs`,
  ],
  schema: z.object({}),
});

export const seedOrganizationsView = defineView({
  templates: [`${database}/seed-organizations.ts.hbs`, `${database}/seed.integration.spec.ts.hbs`],
  schema: z.object({
    scope: z.string(),
    about: z.string(),
    organizations: z.array(z.object({ slug: z.string(), name: z.string() })),
    count: z.number(),
  }),
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

export function seedOrganizationsWords({ blueprint, product }: Design): z.infer<typeof seedOrganizationsView.schema> {
  const organizations = SEEDED_ORGANIZATIONS[blueprint.tenancy];
  const about =
    blueprint.tenancy === 'single'
      ? 'The one organization of this system.'
      : 'Two organizations, so that everything that must not mix has something to mix with.';
  return { scope: product.scope, about, organizations: [...organizations], count: organizations.length };
}

/** What a development database starts with, by tenancy of the blueprint. */
const SEEDED_ORGANIZATIONS = {
  shared: [
    { slug: 'acme', name: 'Acme' },
    { slug: 'globex', name: 'Globex' },
  ],
  single: [{ slug: 'acme', name: 'Acme' }],
} as const;

export function seedPartsWords({ product }: Design): z.infer<typeof seedPartsView.schema> {
  return { scope: product.scope };
}
