import { parse, parseDocument } from 'yaml';

import type { Diagnostic } from '../../blueprint/diagnostic.js';
import { inFileOrder } from '../../blueprint/findings.js';
import type { Blueprint, Requirement as Declared } from '../../blueprint/model.js';
import { readBlueprint } from '../../blueprint/read.js';
import { blueprint as schema, type BlueprintSource } from '../../blueprint/schema/blueprint.js';
import type { Brief, Quote } from '../brief.js';
import { coverageOf } from '../draft.js';
import type { ItemOrigin, PlannedBlueprint, Requirement } from '../planner.js';
import { overlaps, quoteFinder } from './quotes.js';

/** A blueprint that somebody else wrote. */
export interface Submitted {
  readonly text: string;
  /** As its reader knows it. */
  readonly file: string;
}

/** What a brief asks for and what of a blueprint answers it, by rule; and the passages that ask for nothing that is known. */
export type Trace = (
  brief: Brief,
  blueprint: BlueprintSource,
) => { readonly requirements: readonly Requirement[]; readonly notUnderstood: readonly string[] };

export interface Judgement {
  /** In the order of the file. */
  readonly findings: readonly Diagnostic[];
  /** Unless one of the findings is an error. */
  readonly planned?: PlannedBlueprint;
}

/**
 * Holds a blueprint to all checks and, where there is one, to its brief: a quote that the brief does not have is an error, and what the
 * brief asks for and the blueprint is silent about is added to its requirements. What was written otherwise stays as it is.
 */
export function judge({ text, file }: Submitted, brief: Brief | undefined, trace: Trace): Judgement {
  const { blueprint, diagnostics } = readBlueprint(text, file);
  const find: Find = brief ? quoteFinder(brief.text) : () => undefined;
  const findings = inFileOrder([...diagnostics, ...(blueprint && brief ? inventedQuotes(blueprint, brief, find) : [])]);
  if (!blueprint || findings.some(({ severity }) => severity === 'error')) return { findings };
  const declared = blueprint.requirements.map((each) => requirementOf(each, find));
  const traced = brief ? trace(brief, schema.parse(parse(text))) : { requirements: [], notUnderstood: [] };
  const added = untold(traced.requirements, declared);
  const requirements = [...declared, ...added];
  return {
    findings,
    planned: {
      planner: 'import',
      text: added.length === 0 ? text : withRequirements(text, added),
      size: {
        contexts: blueprint.contexts.length,
        entities: blueprint.contexts.flatMap(({ entities }) => entities).length,
      },
      provenance: originsOf(blueprint, requirements, file),
      requirements,
      assumptions: blueprint.assumptions.map(({ id, text: assumed, source }) => ({
        id,
        text: assumed,
        source: source === 'brief' || source === 'answer' || source === 'model' ? source : 'assumption',
      })),
      openQuestions: blueprint.questions,
      coverage: coverageOf(requirements, traced.notUnderstood),
      degraded: [],
    },
  };
}

type Find = ReturnType<typeof quoteFinder>;

function inventedQuotes(blueprint: Blueprint, brief: Brief, find: Find): Diagnostic[] {
  return blueprint.requirements
    .filter(({ quote }) => !find(quote))
    .map(({ id, at }) => ({
      code: 'QUOTE_NOT_IN_BRIEF',
      severity: 'error',
      message: `${brief.source} does not have the words that requirement ${id} quotes.`,
      file: blueprint.file,
      at,
      hint: 'Copy a passage of the brief, or make it an assumption.',
    }));
}

/** Without a brief the quote has no place: it begins and ends at 0. */
function requirementOf({ id, quote, kind, status, by, note }: Declared, find: Find): Requirement {
  const place: Quote = find(quote) ?? { text: quote, start: 0, end: 0 };
  return { id, quote: place, kind, status, by, ...(note !== undefined && { note }) };
}

/** Those of the traced requirements that nobody has told yet, with ids that are free. */
function untold(traced: readonly Requirement[], declared: readonly Requirement[]): Requirement[] {
  const taken = new Set(declared.map(({ id }) => id.toLowerCase()));
  let number = 0;
  return traced
    .filter(({ quote }) => !declared.some((each) => overlaps(each.quote, quote)))
    .map((each) => {
      do number += 1;
      while (taken.has(`r${number}`));
      return { ...each, id: `R${number}` };
    });
}

/** The text with more requirements at the end of the list; comments and order stay. */
function withRequirements(text: string, added: readonly Requirement[]): string {
  const document = parseDocument(text);
  const items = added.map(({ id, quote, kind, status, by, note }) => ({
    id,
    quote: quote.text.replaceAll(/\s+/g, ' ').trim(),
    ...(kind !== 'function' && { kind }),
    ...(status !== 'covered' && { status }),
    ...(by.length > 0 && { by }),
    ...(note !== undefined && { note }),
    source: 'import',
  }));
  if (document.has('requirements'))
    for (const item of items) document.addIn(['requirements'], document.createNode(item));
  else document.set('requirements', document.createNode(items));
  return document.toString({ lineWidth: 110 });
}

function originsOf({ contexts }: Blueprint, requirements: readonly Requirement[], file: string): ItemOrigin[] {
  const origin = (path: string, reference: string, source: ItemOrigin['source'] = 'import'): ItemOrigin => ({
    path,
    source,
    because: `${file} declares it.`,
    requirements: requirements
      .filter(({ by }) => by.some((each) => each === reference || each.startsWith(`${reference}.`)))
      .map(({ id }) => id),
  });
  return contexts.flatMap((context) => [
    origin(`contexts.${context.name}`, context.name, context.source),
    ...context.entities.map(({ name, source }) =>
      origin(`contexts.${context.name}.entities.${name}`, `${context.name}.${name}`, source),
    ),
  ]);
}
