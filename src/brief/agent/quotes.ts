import type { Quote } from '../brief.js';

/** Finds quotes in a text, whatever the white space between their words. */
export function quoteFinder(text: string): (quote: string) => Quote | undefined {
  // Runs of white space become one blank; `places` tells where each character stood.
  let flat = '';
  const places: number[] = [];
  for (const [run] of text.matchAll(/\s+|\S+/g)) {
    const start = places.length === 0 ? 0 : places.at(-1)! + 1;
    const isBlank = /^\s/.test(run);
    flat += isBlank ? ' ' : run;
    for (let index = 0; index < (isBlank ? 1 : run.length); index += 1) {
      places.push(isBlank ? start + run.length - 1 : start + index);
    }
  }
  return (quote) => {
    const wanted = quote.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
    const at = wanted === '' ? -1 : flat.indexOf(wanted);
    if (at === -1) return undefined;
    const start = places[at]!;
    const end = places[at + wanted.length - 1]! + 1;
    return { text: text.slice(start, end), start, end };
  };
}

/** Whether two passages of one text share a character. */
export function overlaps(one: Quote, other: Quote): boolean {
  return one.start < other.end && other.start < one.end;
}
