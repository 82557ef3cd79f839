import type { Charset, Diagram } from './model.js';

/** The diagram in characters, at most 120 in a line. */
export function asciiOf(diagram: Diagram, _: Charset): string {
  return diagram.title;
}

/** The diagram as Mermaid source. */
export function mermaidOf(diagram: Diagram): string {
  return `flowchart TB\n  title["${diagram.title}"]`;
}
