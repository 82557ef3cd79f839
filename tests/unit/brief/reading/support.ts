import { cleanBrief } from '../../../../src/brief/clean.js';
import { read } from '../../../../src/brief/reading/read.js';
import type { Cue, Quantity, Reading } from '../../../../src/brief/reading/reading.js';

export function readingOf(text: string): Reading {
  return read(cleanBrief(text, 'brief.md'));
}

/** `kind value of` of each number. */
export function quantities(text: string): string[] {
  return readingOf(text).quantities.map(({ kind, value, of }: Quantity) =>
    [kind, value, of].filter((part) => part !== undefined).join(' '),
  );
}

/** `value` of each cue of a kind; `!` where it is ruled out. */
export function cues(kind: Cue['kind'], text: string): string[] {
  return readingOf(text)
    .cues.filter((cue) => cue.kind === kind)
    .map(({ value, negated }) => (negated ? `!${value}` : value));
}

/** The words that a text rules out, in order. */
export function ruledOut(text: string): string {
  return readingOf(text)
    .sentences.flatMap(({ words }) => words.filter(({ negated }) => negated).map((word) => word.text))
    .join(' ');
}

export function nouns(text: string): string[] {
  return readingOf(text).sentences.flatMap(({ words }) => words.filter(({ noun }) => noun).map(({ lower }) => lower));
}
