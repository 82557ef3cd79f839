import type { Charset, Message, SequenceDiagram, Step } from '../model.js';
import { Canvas } from './canvas.js';
import { centred, columns, MAX_COLUMNS, wrap } from './text.js';

/** Least columns between two lifelines, and what a message takes beside its text: its number, the head, some air. */
const LEAST_GAP = 12;
const MESSAGE_EXTRA = 8;
const MARGIN = 3;
/** A note may be wider than what it is about. */
const MAX_NOTE = 48;

interface Layout {
  readonly canvas: Canvas;
  /** Column of the lifeline by actor. */
  readonly at: ReadonlyMap<string, number>;
  readonly width: number;
  readonly columnsOf: readonly number[];
  y: number;
  number: number;
}

/** Lifelines from the top down, numbered messages between them; a broken line is an answer. */
export function drawSequence(diagram: SequenceDiagram, charset: Charset): string {
  const titles = titlesOf(diagram);
  const widths = widthsOf(titles);
  const gaps = gapsOf(diagram, widths);
  const columnsOf = [MARGIN + Math.ceil((widths[0] ?? 0) / 2)];
  for (const gap of gaps.between) columnsOf.push((columnsOf.at(-1) ?? 0) + gap);
  const layout: Layout = {
    canvas: new Canvas(charset),
    at: new Map(diagram.actors.map(({ id }, index) => [id, columnsOf[index] ?? 0])),
    width: Math.min(MAX_COLUMNS, (columnsOf.at(-1) ?? 0) + gaps.after),
    columnsOf,
    y: 0,
    number: 1,
  };
  const height = Math.max(...titles.map((lines) => lines.length)) + 2;
  layout.y = height;
  const foot = drawSteps(diagram.steps, layout);
  diagram.actors.forEach(({ designed }, index) => {
    const x = columnsOf[index] ?? 0;
    const width = widths[index] ?? 0;
    const left = x - Math.floor(width / 2);
    layout.canvas.frame(left, 0, width, height, designed);
    titles[index]?.forEach((line, row) => layout.canvas.text(left + 2, 1 + row, centred(line, width - 4)));
    layout.canvas.vertical(x, height - 1, foot);
  });
  const isMarked = diagram.actors.some(({ designed }) => designed === true);
  const sample = charset === 'unicode' ? '╌╌╌' : '...';
  const legend = isMarked ? `\n\nFrame of ${sample}: designed, not in the repository yet` : '';
  return `${layout.canvas.toString()}${legend}`;
}

/** Wrapped the more, the more actors there are. */
function titlesOf({ actors }: SequenceDiagram): string[][] {
  const wrapped = [18, 14, 11, 8, 6].map((width) => actors.map(({ title }) => wrap(title, width)));
  const fitting = wrapped.find((titles) => {
    const widths = widthsOf(titles);
    const between = widths
      .slice(1)
      .map((width, index) => Math.max(LEAST_GAP, half(width) + half(widths[index] ?? 0) + 2));
    return MARGIN + half(widths[0] ?? 0) + sum(between) + half(widths.at(-1) ?? 0) + MARGIN <= MAX_COLUMNS - LEAST_GAP;
  });
  return fitting ?? wrapped.at(-1) ?? [];
}

function widthsOf(titles: readonly (readonly string[])[]): number[] {
  return titles.map((lines) => Math.max(...lines.map(columns)) + 4);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Wide enough for the labels, which are wrapped the more the less room there is. */
function gapsOf({ actors, steps }: SequenceDiagram, widths: readonly number[]): { between: number[]; after: number } {
  const place = new Map(actors.map(({ id }, index) => [id, index]));
  const messages = steps.flatMap(messagesIn);
  for (const most of [56, 48, 40, 34, 30, 26, 22, 18, 14, 10]) {
    const between = widths
      .slice(1)
      .map((width, index) => Math.max(LEAST_GAP, half(width) + half(widths[index] ?? 0) + 2));
    let after = half(widths.at(-1) ?? 0) + MARGIN;
    const spans = messages
      .map(({ from, to, text }) => {
        const [a = 0, b = 0] = [place.get(from), place.get(to)];
        return { low: Math.min(a, b), high: Math.max(a, b), asked: Math.min(most, columns(text)) + MESSAGE_EXTRA };
      })
      .sort((a, b) => a.high - a.low - (b.high - b.low));
    for (const { low, high, asked } of spans) {
      if (low === high && low === between.length) after = Math.max(after, asked);
      else {
        const end = Math.max(high, low + 1);
        const given = sum(between.slice(low, end));
        for (let index = low; index < end; index += 1) {
          between[index] = (between[index] ?? 0) + Math.max(0, Math.ceil((asked - given) / (end - low)));
        }
      }
    }
    const total = MARGIN + half(widths[0] ?? 0) + sum(between) + after;
    if (total <= MAX_COLUMNS || most === 10) return { between, after };
  }
  return { between: [], after: 0 };
}

function half(width: number): number {
  return Math.ceil(width / 2);
}

function messagesIn(step: Step): Message[] {
  if (step.kind === 'message') return [step];
  return step.kind === 'note' ? [] : step.branches.flatMap(({ steps }) => steps.flatMap(messagesIn));
}

/** Returns the line after the last step. */
function drawSteps(steps: readonly Step[], layout: Layout): number {
  for (const step of steps) {
    if (step.kind === 'message') drawMessage(step, layout);
    else if (step.kind === 'note') drawNote(step, layout);
    else drawBranches(step.branches, layout);
  }
  return layout.y;
}

function drawMessage({ from, to, text, reply = false }: Message, layout: Layout): void {
  const { canvas, at } = layout;
  const start = at.get(from) ?? 0;
  const end = at.get(to) ?? 0;
  const label = `${layout.number}. ${text}`;
  layout.number += 1;
  if (start === end) {
    const next = layout.columnsOf.find((x) => x > start) ?? layout.width;
    const lines = wrap(label, Math.max(8, next - start - 6));
    const bottom = layout.y + lines.length + 1;
    canvas.horizontal(layout.y, start, start + 2);
    canvas.vertical(start + 2, layout.y, bottom);
    canvas.horizontal(bottom, start + 1, start + 2);
    canvas.head(start + 1, bottom, 'left');
    lines.forEach((line, index) => canvas.text(start + 4, layout.y + 1 + index, line));
    layout.y = bottom + 1;
    return;
  }
  const [left, right] = start < end ? [start, end] : [end, start];
  for (const line of wrap(label, right - left - 3)) {
    canvas.text(left + 1 + Math.floor((right - left - 1 - columns(line)) / 2), layout.y, line);
    layout.y += 1;
  }
  // The line stops at the head, and joins the lifeline it comes from.
  canvas.horizontal(layout.y, start, start < end ? end - 1 : end + 1, reply);
  canvas.head(start < end ? end - 1 : end + 1, layout.y, start < end ? 'right' : 'left');
  layout.y += 1;
}

function drawNote({ from, to, text }: Extract<Step, { kind: 'note' }>, layout: Layout): void {
  const [left, right] = [layout.at.get(from) ?? 0, layout.at.get(to) ?? 0].sort((a, b) => a - b) as [number, number];
  const lines = wrap(text, Math.min(layout.width - 8, Math.max(MAX_NOTE, right - left - 6)));
  const width = Math.max(...lines.map(columns)) + 4;
  const ideal = Math.floor((left + right - width) / 2);
  const x = Math.min(Math.max(1, ideal), Math.max(1, layout.width - width - 1));
  for (const line of lines) {
    layout.canvas.text(x, layout.y, `[ ${centred(line, width - 4)} ]`);
    layout.y += 1;
  }
}

function drawBranches(branches: Extract<Step, { kind: 'branches' }>['branches'], layout: Layout): void {
  const { canvas, width } = layout;
  const top = layout.y;
  for (const [index, { when, steps }] of branches.entries()) {
    canvas.horizontal(layout.y, 0, width - 1);
    const title = `${index === 0 ? 'when' : 'or when'} ${when}`;
    const lines = wrap(title, width - 8);
    lines.forEach((line, row) => canvas.text(2, layout.y + row, ` ${line} `));
    layout.y += lines.length;
    drawSteps(steps, layout);
  }
  canvas.horizontal(layout.y, 0, width - 1);
  canvas.vertical(0, top, layout.y);
  canvas.vertical(width - 1, top, layout.y);
  layout.y += 1;
}
