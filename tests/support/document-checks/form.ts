import path from 'node:path';
import { lint } from 'markdownlint/sync';
import { linksOf, type Page } from '../markdown.js';
import type { World } from '../documents.js';

/** Widest line of a diagram that is drawn with characters. */
export const DIAGRAM_COLUMNS = 120;

/** What markdownlint finds; tables and links may be long, and a page may say a heading again below another one. */
export function lintFindings({ path: name, text }: Page): string[] {
  const findings = lint({
    strings: { [name]: text },
    config: {
      default: true,
      MD013: false,
      MD024: { siblings_only: true },
      MD033: { allowed_elements: ['a', 'details', 'summary', 'picture', 'source', 'img', 'br'] },
      MD060: false,
    },
  });
  return (findings[name] ?? []).map(
    ({ lineNumber, ruleNames, errorDetail }) => `${name}:${lineNumber} ${ruleNames.join('/')} ${errorDetail ?? ''}`,
  );
}

/** Links to files and headings that are not there. */
export function brokenLinks({ pages, files }: World): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    linksOf(page).flatMap(({ target, line }) => {
      if (/^(?:https?|mailto):/.test(target)) return [];
      const [file = '', anchor] = target.split('#');
      const wanted = file === '' ? page.path : path.posix.join(path.posix.dirname(page.path), decodeURI(file));
      const place = `${page.path}:${line} leads to ${target}`;
      if (!files.has(wanted) && ![...files.keys()].some((name) => name.startsWith(`${wanted.replace(/\/$/, '')}/`)))
        return [place];
      const other = byPath.get(wanted);
      const anchors = [...(other?.headings.map(({ slug }) => slug) ?? []), ...(other?.anchors ?? [])];
      return anchor === undefined || !other || anchors.includes(anchor) ? [] : [place];
    }),
  );
}

const FILLER =
  /\b(?:TODO|FIXME|TBD|lorem|ipsum|placeholder|various|etc\.|and so on|best practices?|state[- ]of[- ]the[- ]art|seamless(?:ly)?|robust|cutting[- ]edge|leverag(?:e|es|ing))(?!\w)|\bexample\.(?:com|org|net)\b|\bfoo\b|\bundefined\b|\bNaN\b|\[object|\{\{|\}\}/i;

/** Words that fill, and values that were never there. Code is left out: a workflow may say `{{`. */
export function filler({ pages }: World): string[] {
  return pages.flatMap(({ path: name, prose, tables }) => {
    const texts = [
      ...prose,
      ...tables.flatMap(({ rows, head, line }) => [head, ...rows].map((cells) => ({ text: cells.join(' | '), line }))),
    ];
    return texts.flatMap(({ text, line }) => {
      const [word] = FILLER.exec(text.replaceAll(/`[^`]*`/g, '')) ?? [];
      return word === undefined ? [] : [`${name}:${line} says "${word}": ${text.slice(0, 120)}`];
    });
  });
}

/** Diagrams of characters: none too wide, every box closed. */
export function brokenDrawings({ pages }: World): string[] {
  return pages.flatMap(({ path: name, fences }) =>
    fences
      .filter(({ language, lead }) => language === 'text' && !lead.startsWith('File '))
      .flatMap(({ code, line }) => {
        const rows = code.split('\n').map((row) => [...row]);
        const wide = rows.flatMap((row, index) =>
          row.length > DIAGRAM_COLUMNS ? [`${name}:${line + 1 + index} is ${row.length} columns wide`] : [],
        );
        return [
          ...wide,
          ...openBoxes(rows).map(
            ([row, column]) => `${name}:${line + 1 + row} has an open box at column ${column + 1}`,
          ),
        ];
      }),
  );
}

/** Boxes that are begun and not closed: an upper side with a left and a right side below it, of which one ends before the other. */
function openBoxes(rows: readonly (readonly string[])[]): (readonly [number, number])[] {
  const at = (row: number, column: number): string => rows[row]?.[column] ?? ' ';
  return rows.flatMap((row, top) =>
    row.flatMap((character, left) => {
      if (character !== '┌') return [];
      let right = left + 1;
      while (/[─╌┬┴┼]/.test(at(top, right))) right += 1;
      // An edge may turn here as well; then there is no right corner, or nothing written inside.
      if (at(top, right) !== '┐' || !/[│╎├]/.test(at(top + 1, left)) || at(top + 1, left + 1) !== ' ') return [];
      const inside = row.slice(left + 1, right).map((_, index) => at(top + 1, left + 1 + index));
      if (inside.every((one) => /[ │╎]/.test(one))) return [];
      const end = (column: number): number => {
        let below = top + 1;
        while (/[│╎├┤┼▶◀]/.test(at(below, column))) below += 1;
        return below;
      };
      const bottom = end(left);
      const closed = bottom === end(right) && at(bottom, left) === '└' && at(bottom, right) === '┘';
      return closed ? [] : [[top, left] as const];
    }),
  );
}
