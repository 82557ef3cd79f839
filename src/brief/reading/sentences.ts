import type { Quote } from '../brief.js';
import type { Sentence } from './reading.js';

/** A sentence before its words are read; `text.slice(start, end)` is its quote. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly kind: Sentence['kind'];
  /** The headings it stands under, the highest first. */
  readonly headings: readonly string[];
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Level of "Out of scope:" above its bullets: lower than that of all headings with marks. */
const LABEL_LEVEL = 7;

/**
 * Cuts a text at headings, bullets, table rows and ends of sentences. Fenced code and comments are passed over and given back apart, as are the
 * marks of Markdown and the lines under table heads.
 */
export function passagesOf(text: string): { passages: Passage[]; code: Quote[] } {
  const passages: Passage[] = [];
  const code: Quote[] = [];
  let paragraph: { start: number; end: number; kind: 'prose' | 'bullet' } | undefined;
  let headings: { text: string; level: number }[] = [];
  let fence: { start: number; mark: string } | undefined;
  let isAfterBlank = true;

  const names = () => headings.map((each) => each.text);
  const close = () => {
    if (paragraph) {
      for (const [start, end] of sentencesOf(text, paragraph.start, paragraph.end)) {
        passages.push({ start, end, kind: paragraph.kind, headings: names() });
      }
    }
    paragraph = undefined;
  };
  const head = (start: number, end: number, level: number) => {
    headings = headings.filter((each) => each.level < level);
    passages.push({ start, end, kind: 'heading', headings: names() });
    headings.push({ text: text.slice(start, end), level });
  };

  const lines = linesOf(text);
  for (const [at, line] of lines.entries()) {
    const mark = /^\s{0,8}(`{3,}|~{3,}|<!--)/.exec(line.text)?.[1];
    if (fence) {
      if (fence.mark === '<!--' ? line.text.includes('-->') : mark?.startsWith(fence.mark)) {
        code.push({ text: text.slice(fence.start, line.end), start: fence.start, end: line.end });
        fence = undefined;
      }
      continue;
    }
    if (mark) {
      close();
      // A comment is not shown to readers; on one line it ends where it began.
      if (mark === '<!--' && line.text.includes('-->'))
        code.push({ text: line.text, start: line.start, end: line.end });
      else fence = { start: line.start, mark };
      continue;
    }
    if (line.text.trim() === '') {
      close();
      isAfterBlank = true;
      continue;
    }
    const wasAfterBlank = isAfterBlank;
    isAfterBlank = false;
    const hashes = /^\s{0,3}(#{1,6})[ \t]+/.exec(line.text);
    if (hashes) {
      close();
      const [start, end] = trimmed(text, line.start + hashes[0].length, line.end);
      head(start, end, hashes[1]!.length);
      continue;
    }
    if (/^\s{0,3}(?:=+|-{3,}|\*{3,}|_{3,})\s*$/.test(line.text)) {
      // A line under a paragraph of one line makes it a heading; alone it is a rule.
      if (paragraph?.kind === 'prose' && !text.slice(paragraph.start, paragraph.end).includes('\n')) {
        const { start, end } = paragraph;
        paragraph = undefined;
        head(start, end, line.text.includes('=') ? 1 : 2);
      } else close();
      continue;
    }
    if (/^\s*\|/.test(line.text)) {
      close();
      if (!/^[\s|:+-]*$/.test(line.text)) {
        const [start, end] = trimmed(text, line.start, line.end);
        passages.push({ start, end, kind: 'row', headings: names() });
      }
      continue;
    }
    const bullet = /^\s*(?:[-*+•–‣◦▪]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])[ \t]+(?:\[[ xX]?\][ \t]+)?/.exec(line.text);
    if (bullet) {
      close();
      paragraph = { start: line.start + bullet[0].length, end: line.end, kind: 'bullet' };
      continue;
    }
    if (paragraph) {
      const isOutdented = paragraph.kind === 'bullet' && !/^\s/.test(line.text);
      if (!isOutdented || !endsSentence(text, paragraph.end)) {
        paragraph.end = line.end;
        continue;
      }
      close();
    }
    const quoteMarks = /^\s*(?:>\s?)*/.exec(line.text)![0].length;
    const label = /^\s*(?:\*\*|__)?([^:.!?|]{2,60}?)(?:\*\*|__)?:(?:\*\*|__)?\s*$/.exec(line.text)?.[1];
    const isLabel = label !== undefined && (wasAfterBlank || isListNext(lines, at));
    if (isLabel && isListNext(lines, at)) {
      const start = line.start + line.text.indexOf(label);
      head(start, start + label.length, LABEL_LEVEL);
      continue;
    }
    // What comes after the list of a label belongs to the label no more.
    if (wasAfterBlank) headings = headings.filter(({ level }) => level < LABEL_LEVEL);
    paragraph = { start: line.start + quoteMarks, end: line.end, kind: 'prose' };
  }
  close();
  if (fence) code.push({ text: text.slice(fence.start), start: fence.start, end: text.length });
  return { passages: passages.filter(({ start, end }) => end > start), code };
}

function isListNext(lines: readonly Line[], at: number): boolean {
  const next = lines.slice(at + 1, at + 3).find(({ text }) => text.trim() !== '');
  return next !== undefined && /^\s*(?:[-*+•–‣◦▪]|\d{1,3}[.)])[ \t]/.test(next.text);
}

function endsSentence(text: string, end: number): boolean {
  return /[.!?:]\s*$/.test(text.slice(Math.max(0, end - 10), end));
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const result = { start, end: start + line.length, text: line };
    start += line.length + 1;
    return result;
  });
}

/** After these a dot ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|approx|ca|vs|mr|mrs|ms|dr|st|no|nr|inc|ltd|co|incl|excl|max|min|fig|resp|z\.b|d\.h|[A-Za-z])\.$/i;

/** Ends of sentences in a paragraph: a full stop and a space, before anything but a lower-case letter. */
function sentencesOf(text: string, from: number, to: number): [number, number][] {
  const result: [number, number][] = [];
  const paragraph = text.slice(from, to);
  let start = 0;
  for (const { 0: stop, index } of paragraph.matchAll(/(?<![.!?…])[.!?…]+["'”’)\]*_]{0,4}(?=\s)/g)) {
    const end = index + stop.length;
    const next = /^\s+(\S)/.exec(paragraph.slice(end, end + 40))?.[1];
    if (next && /\p{Ll}/u.test(next)) continue;
    if (stop === '.' && ABBREVIATION.test(paragraph.slice(Math.max(0, end - 8), end))) continue;
    result.push(trimmed(text, from + start, from + end));
    start = end;
  }
  result.push(trimmed(text, from + start, to));
  return result.filter(([first, last]) => last > first);
}

function trimmed(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return [start, end];
}
