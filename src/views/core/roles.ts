import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';
import { from } from '../../text/origin.js';

const words = z.object({
  roles: z.array(
    z.object({
      name: z.string(),
      summary: z.string(),
      grants: z.array(z.object({ permission: z.string(), scope: z.string() })),
    }),
  ),
});

/** The roles that every organization starts with. */
export const coreRolesView = defineView({
  templates: ['packages/core/src/roles.ts.hbs'],
  schema: words,
});

export function coreRolesWords({ roles }: Design): z.infer<typeof words> {
  return {
    roles: roles.map(({ name, at, summary, grants }) =>
      from(at, {
        name: tsString(name),
        summary: tsString(summary),
        grants: grants.map(({ permission, scope }) => ({ permission: tsString(permission), scope: tsString(scope) })),
      }),
    ),
  };
}
