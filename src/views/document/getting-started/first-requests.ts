import { z } from 'zod';

import type { Design, EntityDesign } from '../../../design/model.js';
import { shellWord } from '../../../text/escape.js';

export const requestWords = z.object({
  /** Below `/api/v1`. */
  route: z.string(),
  listed: z.string(),
  hasCreation: z.boolean(),
  created: z.string(),
  /** One word of a shell. */
  body: z.string(),
  otherRole: z.string(),
});

/** What to ask the running development server first. */
export function requestsOf({ entities, roles }: Design): z.infer<typeof requestWords> {
  const roots = entities.filter(({ tenantScoped, parent }) => tenantScoped && !parent);
  const free = roots.find(isFree);
  const listed = free ?? roots[0];
  return {
    route: listed?.route ?? '/users',
    listed: listed?.names.textMany ?? 'users',
    hasCreation: free !== undefined,
    created: free ? `${free.names.article} ${free.names.textOne}` : '',
    body: free ? shellWord(JSON.stringify(free.samples.at(-1))) : '',
    otherRole: roles.find(({ name }) => name !== 'owner')?.name ?? 'owner',
  };
}

/** Whether a row can be made without another one. */
function isFree({ writable, references, links, samples }: EntityDesign): boolean {
  return writable && links.length === 0 && samples.length > 0 && references.every(({ optional }) => optional);
}
