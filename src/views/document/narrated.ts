import type { Passage } from '../../blueprint/model.js';
import type { Design } from '../../design/model.js';
import { passageOf } from '../../design/narrative.js';
import { withCode } from './choice.js';

/** The author's passage for a place of the document, or what the document says itself where there is none that may be printed. */
export function narrated(design: Design, slot: Passage['slot'], name: string, own: string): string {
  const passage = passageOf(design, slot, name);
  return passage === undefined ? own : withCode(passage);
}
