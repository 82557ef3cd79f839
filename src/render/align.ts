/** How far apart two texts may drift before their alignment is given up: more than a table's row of dashes. */
const reach = 400;
/** So many equal characters in a row tell that two places are the same. */
const agreement = 6;

/**
 * For each line of a formatted text, the line of the text before formatting that it came from (both 0-based). Formatting moves white
 * space, quotes, commas and parentheses, and keeps the order of everything else: so the texts are walked along together, white space
 * left out, and where they differ the nearest place where they agree again is taken.
 */
export function alignLines(before: string, after: string): number[] {
  const from = solids(before);
  const to = solids(after);
  const lines: number[] = [];
  let i = 0;
  let j = 0;
  const stepTo = (end: number, line: number | undefined): void => {
    for (; j < end; j += 1) lines[to.lines[j] ?? 0] ??= line ?? 0;
  };
  while (j < to.text.length) {
    if (from.text[i] === to.text[j]) {
      stepTo(j + 1, from.lines[i]);
      i += 1;
    } else {
      // What replaces something came from there; what was put in belongs to what stands before it.
      const [a, b] = nextAgreement(from.text, to.text, i, j);
      stepTo(b, from.lines[a > i ? i : i - 1]);
      i = a;
    }
  }
  return filled(lines, after.split('\n').length);
}

/** The characters that are no white space, quotes all alike, and the line of each. */
function solids(text: string): { text: string; lines: number[] } {
  const lines: number[] = [];
  let solid = '';
  let line = 0;
  for (const character of text) {
    if (character === '\n') line += 1;
    if (/\s/.test(character)) continue;
    solid += character === '"' || character === '`' ? "'" : character;
    lines.push(...Array.from({ length: character.length }, () => line));
  }
  return { text: solid, lines };
}

/** The nearest pair of places after `i` and `j` where the texts agree for a while; the next characters where there is none. */
function nextAgreement(from: string, to: string, i: number, j: number): [number, number] {
  for (let distance = 1; distance <= reach; distance += 1) {
    for (let ahead = 0; ahead <= distance; ahead += 1) {
      const [a, b] = [i + distance - ahead, j + ahead];
      const sample = to.slice(b, b + agreement);
      if (sample !== '' && a < from.length && from.startsWith(sample, a)) return [a, b];
    }
  }
  return [Math.min(i + 1, from.length), j + 1];
}

/** A line without characters of its own belongs to the line after it, the last ones to the line before. */
function filled(lines: readonly (number | undefined)[], count: number): number[] {
  const all = Array.from({ length: count }, (_, index) => lines[index]);
  for (let index = count - 2; index >= 0; index -= 1) all[index] ??= all[index + 1];
  let last = 0;
  return all.map((line) => (last = line ?? last));
}
