import { isGenerated } from '../../../blueprint/parts.js';
import { isNeeded } from '../../../design/governance/source.js';
import type { Design } from '../../../design/model.js';
import { parts } from '../../../design/parts.js';
import { byCodePoint } from '../../../text/order.js';
import { code } from '../words.js';

/** Paths that the repository does not have yet, and the part of the system that each will hold. */
export function designedFolders(design: Design): { path: string; part: string }[] {
  return parts
    .filter(({ id }) => !isGenerated(id) && isNeeded(id, design))
    .flatMap(({ title, where }) => where.map((path) => ({ path, part: title })))
    .sort((a, b) => byCodePoint(a.path, b.path))
    .map(({ path, part }) => ({ path: code(path), part }));
}
