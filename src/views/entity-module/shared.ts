import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';

/** What entity modules share and every repository has, by path without `.hbs`. */
export const SHARED_FILES = [
  'apps/api/src/http/fields.spec.ts',
  'apps/api/src/http/fields.ts',
  'apps/api/src/http/filters.ts',
  'apps/api/src/http/paging.spec.ts',
  'apps/api/src/http/paging.ts',
  'apps/api/src/http/parameters.ts',
  'apps/api/test/factories/once.ts',
  'apps/api/test/factories/resource.ts',
  'apps/api/test/factories/user.factory.ts',
  'packages/database/src/keyset.spec.ts',
  'packages/database/src/search.spec.ts',
  'packages/database/src/search.ts',
] as const;

export const sharedFilesView = defineView({
  templates: SHARED_FILES.map((file) => `${file}.hbs`),
  schema: z.object({}),
});

/** The same, for those that import from other packages. */
export const SCOPED_FILES = [
  'packages/database/src/keyset.ts',
  'packages/database/src/refusals.ts',
  'packages/database/src/values.ts',
] as const;
/** Asked for by rich text, and by entities that say whose they are. */
export const RICH_TEXT_FILE = 'apps/api/src/http/rich-text.ts';
export const OWNERSHIP_FILE = 'apps/api/src/http/ownership.ts';

const scoped = z.object({ scope: z.string() });

export const scopedFilesView = defineView({
  templates: [...SCOPED_FILES, RICH_TEXT_FILE, OWNERSHIP_FILE].map((file) => `${file}.hbs`),
  schema: scoped,
});

export function scopedFilesWords({ product: { scope } }: Design): z.infer<typeof scoped> {
  return { scope };
}
