import { recordLink } from './records.js';
import { z } from 'zod';

import type { Design } from '../../design/model.js';
import { markdownTableCell, markdownText } from '../../text/escape.js';
import { code, number } from './words.js';

/** A decision in short, where a section speaks of it: the words of the partial `document/choice`. */
export const choiceWords = z.object({
  chosen: z.string(),
  record: z.string(),
  options: z.array(z.object({ option: z.string(), score: z.string(), pro: z.string(), con: z.string() })),
  costs: z.array(z.object({ text: z.string() })),
  revisit: z.array(z.object({ text: z.string() })),
});
export type ChoiceWords = z.infer<typeof choiceWords>;

export function choiceOf({ decisions }: Pick<Design, 'decisions'>, id: string): ChoiceWords {
  const decision = decisions.find((each) => each.id === id);
  if (!decision) throw new Error(`There is no decision ${id}.`);
  const chosen = decision.options.find((option) => option.id === decision.chosen);
  return {
    chosen: markdownText(chosen?.title ?? decision.chosen),
    record: recordLink(decision),
    options: decision.options.map((option) => ({
      option:
        option.id === decision.chosen ? `**${markdownTableCell(option.title)}**` : markdownTableCell(option.title),
      score: number(option.total.value),
      pro: inCell(option.pros),
      con: inCell(option.cons),
    })),
    costs: decision.costs.map((text) => ({ text: withCode(text) })),
    revisit: decision.revisitWhen.map((text) => ({ text: withCode(text) })),
  };
}

function inCell(sentences: readonly string[]): string {
  return sentences.map((sentence) => withCode(sentence).replaceAll(/(?<!\\)\|/g, '\\|')).join('; ');
}

/** Plain words in which names may stand in backticks. */
export function withCode(text: string): string {
  return text
    .split('`')
    .map((part, position) => (position % 2 === 1 ? code(part) : part === '' ? '' : spaced(part)))
    .join('');
}

/** Escaped, with the blanks at its ends, which separate it from the code beside it. */
function spaced(part: string): string {
  const before = part.startsWith(' ') ? ' ' : '';
  const after = part.endsWith(' ') && part.trim() !== '' ? ' ' : '';
  return `${before}${markdownText(part)}${after}`;
}
