import { z } from 'zod';

import type { Design } from '../../../design/model.js';
import { asciiOf, mermaidOf } from '../../../diagrams/draw.js';
import type { Diagram } from '../../../diagrams/model.js';
import { markdownText } from '../../../text/escape.js';

/** One diagram, drawn twice: the words of the partial `document/diagram`. */
export const diagramWords = z.object({
  title: z.string(),
  /** What it shows: the caption, and the text for those who cannot see it. */
  caption: z.string(),
  ascii: z.string(),
  mermaid: z.string(),
});
export type DiagramWords = z.infer<typeof diagramWords>;

export function drawn(design: Pick<Design, 'blueprint'>, diagram: Diagram): DiagramWords {
  return {
    title: markdownText(diagram.title),
    caption: markdownText(diagram.caption),
    ascii: asciiOf(diagram, design.blueprint.document.diagrams),
    mermaid: mermaidOf(diagram),
  };
}
