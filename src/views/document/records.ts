import type { Design } from '../../design/model.js';

/** `[decision 0009](decisions/0009-queue.md)`; nothing for a question that was not asked. */
export function recordLink({ decisions }: Pick<Design, 'decisions'>, question: string): string {
  const found = decisions.find(({ id }) => id === question);
  if (!found) return '';
  const padded = String(found.number).padStart(4, '0');
  return `[decision ${padded}](decisions/${padded}-${question}.md)`;
}
