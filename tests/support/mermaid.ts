import DOMPurify from 'dompurify';
import mermaid from 'mermaid';

/**
 * Mermaid's own parser. It cleans labels with DOMPurify, which needs a browser; here nothing is drawn, so that the labels may pass as
 * they are.
 */
Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text });

/** What the parser says against a diagram; nothing where it accepts it. */
export async function mermaidFault(diagram: string): Promise<string | undefined> {
  try {
    await mermaid.parse(diagram);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
