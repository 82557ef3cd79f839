import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';

const words = z.object({ permissions: z.array(z.object({ key: z.string(), summary: z.string() })) });

/** The catalogue of permissions. */
export const corePermissionsView = defineView({
  templates: ['packages/core/src/permissions.ts.hbs'],
  schema: words,
});

export function corePermissionsWords({ permissions }: Design): z.infer<typeof words> {
  return { permissions: permissions.map(({ key, summary }) => ({ key: tsString(key), summary: tsString(summary) })) };
}
