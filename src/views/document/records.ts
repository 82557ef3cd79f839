import type { Decision } from '../../design/decisions/model.js';
import type { Design } from '../../design/model.js';

/** `docs/architecture/decisions/0009-queue.md` */
export function recordPath(decision: Pick<Decision, 'number' | 'id'>): string {
  return `docs/architecture/${recordFile(decision)}`;
}

/** A link to the record of a decision, from a page of the document: `[decision 9](decisions/0009-queue.md)`. */
export function recordLink(decision: Pick<Decision, 'number' | 'id'>): string {
  return `[decision ${decision.number}](${recordFile(decision)})`;
}

/** The same by the question that was decided; nothing for one that was not asked. */
export function recordLinkOf({ decisions }: Pick<Design, 'decisions'>, question: string): string {
  const found = decisions.find(({ id }) => id === question);
  return found ? recordLink(found) : '';
}

/** Below the folder of the document. */
function recordFile({ number, id }: Pick<Decision, 'number' | 'id'>): string {
  return `decisions/${String(number).padStart(4, '0')}-${id}.md`;
}
