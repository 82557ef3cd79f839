import type { FactExplanation, ReasonExplanation } from '../../design/explain.js';
import type { Fact } from '../../design/fact.js';
import type { Explanation } from '../../plan/explain.js';
import { amount } from '../../views/document/words.js';
import { printResult } from './text.js';

/** Where a line of a generated file came from. */
export function printLine({ path, line, text, generator, template, at }: Explanation): void {
  printResult(`${path}:${line}  ${text.trim()}`);
  printResult(`  generator  ${generator}`);
  if (template) {
    printResult(`  template   templates/${template.name}:${template.line}  ${template.text.trim()}`);
    if (template.words.length > 0) printResult(`  words      ${template.words.join(', ')}`);
  }
  if (at) printResult(`  blueprint  blueprint.yaml:${at.line}:${at.column}`);
}

/** Every fact on a line of its own: id, value, label. */
export function printFacts(facts: readonly Fact<unknown>[]): void {
  const width = Math.max(...facts.map(({ id }) => id.length));
  for (const fact of facts) printResult(`${fact.id.padEnd(width)}  ${known(fact)}  ${fact.label}`);
}

/** A fact, and under it its reasons, each deeper by one step. */
export function printFact(fact: FactExplanation, blueprint: string): void {
  for (const line of factLines(fact, blueprint)) printResult(line);
}

function factLines(fact: FactExplanation, blueprint: string): string[] {
  const head = `${fact.id}: ${known(fact)}, ${fact.label}${fact.isAbove ? ' (explained above)' : ''}`;
  return [head, ...fact.because.flatMap((reason) => reasonLines(reason, blueprint)).map(indented)];
}

function reasonLines({ text, at, source, assumption, from }: ReasonExplanation, blueprint: string): string[] {
  const place = assumption?.at ?? at;
  const below = [
    ...(assumption ? [`assumption ${assumption.id}: ${assumption.text}`] : []),
    ...(assumption?.overriddenBy === undefined
      ? []
      : [`set ${assumption.overriddenBy} in the blueprint to override it`]),
    ...(place ? [`${blueprint}:${place.line}:${place.column}`] : []),
    ...(source === undefined ? [] : [`source: ${source}`]),
    ...from.flatMap((fact) => factLines(fact, blueprint)),
  ];
  return [`because ${text}`, ...below.map(indented)];
}

function indented(line: string): string {
  return `  ${line}`;
}

/** `38 requests/s (modelled)` */
function known({ value, unit, basis }: Pick<Fact<unknown>, 'value' | 'unit' | 'basis'>): string {
  return `${typeof value === 'number' ? amount({ value, unit }) : JSON.stringify(value)} (${basis})`;
}
