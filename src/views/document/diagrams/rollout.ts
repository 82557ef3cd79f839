import type { Design } from '../../../design/model.js';
import { drawn, type DiagramWords } from './words.js';

const box = (title: string) => ({
  kind: 'tiers' as const,
  title,
  caption: title,
  tiers: [{ title, boxes: [{ id: 'a', title, lines: [] }] }],
  arrows: [],
});
export function rolloutDiagram(design: Design): DiagramWords {
  return drawn(design, box(design.product.title));
}
