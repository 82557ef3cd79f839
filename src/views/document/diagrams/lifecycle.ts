import type { Design, EntityDesign } from '../../../design/model.js';
import { drawn, type DiagramWords } from './words.js';

const box = (title: string) => ({
  kind: 'tiers' as const,
  title,
  caption: title,
  tiers: [{ title, boxes: [{ id: 'a', title, lines: [] }] }],
  arrows: [],
});
/** Undefined where the entity has no lifecycle. */
export function lifecycleDiagram(design: Design, entity: EntityDesign): DiagramWords | undefined {
  return entity.entity.lifecycle && drawn(design, box(entity.names.One));
}
