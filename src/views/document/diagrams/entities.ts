import type { ContextDesign, Design } from '../../../design/model.js';
import { drawn, type DiagramWords } from './words.js';

const box = (title: string) => ({
  kind: 'tiers' as const,
  title,
  caption: title,
  tiers: [{ title, boxes: [{ id: 'a', title, lines: [] }] }],
  arrows: [],
});
export function entityOverviewDiagram(design: Design): DiagramWords {
  return drawn(design, box(design.product.title));
}
export function entityDiagram(design: Design, context: ContextDesign): DiagramWords {
  return drawn(design, box(context.names.title));
}
