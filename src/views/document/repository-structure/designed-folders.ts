import { isGenerated } from '../../../blueprint/parts.js';
import type { PartId } from '../../../blueprint/parts.js';
import type { Design } from '../../../design/model.js';
import { parts } from '../../../design/parts.js';
import { byCodePoint } from '../../../text/order.js';
import { code } from '../words.js';

/** Paths that the repository does not have yet, and the part of the system that each will hold. */
export function designedFolders(design: Design): { path: string; part: string }[] {
  return parts
    .filter(({ id }) => !isGenerated(id) && isAskedFor(id, design))
    .flatMap(({ title, where }) => where.map((path) => ({ path, part: title })))
    .sort((a, b) => byCodePoint(a.path, b.path))
    .map(({ path, part }) => ({ path: code(path), part }));
}

/** Whether this system has a use for a part: nobody needs clients of services that no blueprint names. */
function isAskedFor(part: PartId, { blueprint, stack, entities }: Design): boolean {
  const { reactions, integrations, reports, webhooks } = blueprint;
  switch (part) {
    case 'reactions':
    case 'notifications':
      return reactions.length > 0;
    case 'integrations':
      return integrations.length > 0;
    case 'webhooks':
      return webhooks !== undefined;
    case 'reports':
      return reports.length > 0;
    case 'file-storage':
      return entities.some(({ fields }) => fields.some(({ field }) => field.type.kind === 'file'));
    case 'kubernetes':
    case 'rollout':
      return stack.deploy === 'kubernetes';
    default:
      return true;
  }
}
