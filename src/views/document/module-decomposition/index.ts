import { z } from 'zod';

import type { ContextDesign, Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { markdownTableCell, markdownText } from '../../../text/escape.js';
import { contextMapDiagram } from '../diagrams/contexts.js';
import { diagramWords } from '../diagrams/words.js';
import { amount, code, counted, label, list, number } from '../words.js';
import { baseContextRows } from './base-contexts.js';
import { contextHeading } from './heading.js';
import { contextWords, contextWordsOf, endpointsOfContext, tablesOf } from './context.js';

export const moduleDecompositionView = defineView({
  templates: ['document/02-module-decomposition.md.hbs'],
  schema: z.object({
    lead: z.string(),
    mapLead: z.string(),
    map: diagramWords,
    overview: z.array(
      z.object({
        context: z.string(),
        responsibility: z.string(),
        entities: z.string(),
        tables: z.string(),
        endpoints: z.string(),
        events: z.string(),
        largest: z.string(),
      }),
    ),
    ownerLead: z.string(),
    contexts: z.array(contextWords),
    baseLead: z.string(),
    base: z.array(
      z.object({ context: z.string(), verdict: z.string(), because: z.string(), tables: z.string(), path: z.string() }),
    ),
    eventsLead: z.string(),
    hasEvents: z.boolean(),
    events: z.array(
      z.object({ type: z.string(), source: z.string(), context: z.string(), state: z.string(), consumers: z.string() }),
    ),
    boundariesLead: z.string(),
    boundaries: excerptWords,
  }),
});

export async function moduleDecompositionWords(
  design: Design,
  files: QuotableFiles,
): Promise<z.infer<typeof moduleDecompositionView.schema>> {
  return {
    ...leads(design),
    map: contextMapDiagram(design),
    overview: overviewRows(design),
    contexts: design.contexts.map((context, index) => contextWordsOf(design, context, contextHeading(index))),
    base: baseContextRows(design),
    ...eventWords(design),
    boundaries: await excerpt(files, 'eslint.boundaries.js', { from: 'The domain: a context sees', to: '};' }),
  };
}

function leads(design: Design) {
  const { product, contexts, entities, governance } = design;
  const title = markdownText(product.title);
  const roots = entities.filter(({ parent }) => parent === undefined);
  const needs = contexts.reduce((sum, { context }) => sum + context.needs.length, 0);
  const [owner] = governance.team;
  const free = contexts.filter(({ context }) => context.needs.length === 0).map(({ names }) => names.title);
  const people = owner
    ? `${counted(owner.people.value, 'person', 'people')} (${owner.people.basis})`
    : 'the whole team';
  const first = list(contexts.slice(0, 2).map(({ names }) => names.title.toLowerCase()));
  const role = owner?.role.toLowerCase() ?? 'engineer';
  return {
    lead: `${title} is divided into ${counted(contexts.length, 'context')} with ${counted(entities.length, 'entity', 'entities')} in ${counted(roots.length, 'aggregate')}, beside base contexts for people and organizations. A context owns its tables: ${contexts.length === 1 ? 'a second one would reach' : 'others reach'} the rows of ${first} through services and foreign keys, never through a repository that is not theirs.`,
    mapLead:
      needs === 0
        ? `${list(free)} ${free.length === 1 ? 'needs' : 'need'} no other context of ${title}, so there is no arrow to draw.`
        : `${counted(needs, 'dependency', 'dependencies')} between the contexts of ${title} ${needs === 1 ? 'is' : 'are'} allowed, and every mark lies below the diagonal: there is no circle. ${list(free)} ${free.length === 1 ? 'depends' : 'depend'} on nothing and can be read first.`,
    ownerLead:
      contexts.length === 1
        ? `${contexts[0]?.names.title ?? ''} has one owner, the role ${code(role)} with ${people}: one context is one responsibility.`
        : `All ${number(contexts.length)} contexts have one owner, the role ${code(role)} with ${people}: in smaller portions they would be split among people who cannot stand in for each other.`,
    baseLead: baseLead(design),
    boundariesLead: `The linter refuses every import of ${title} that is not among these arrows, in packages/core and in the modules of the API alike; ${needs === 0 ? `${code('needs')} is empty in ${code('blueprint.yaml')}` : `${counted(needs, 'entry', 'entries')} of ${code('needs')} in ${code('blueprint.yaml')} made them`}.`,
  };
}

function baseLead(design: Design): string {
  const { contexts, permissions } = design;
  const verdicts = baseContextRows(design).map(({ verdict }) => verdict);
  const generated = verdicts.filter((verdict) => verdict.includes('generated')).length;
  const declined = verdicts.filter((verdict) => verdict === 'declined').length;
  const later = verdicts.length - generated - declined;
  const endpoints = design.endpoints.filter(
    ({ entity, context }) => entity === undefined && context !== 'health',
  ).length;
  const base = permissions.filter(({ entity }) => entity === undefined).length;
  const names = contexts.map(({ names: { title } }) => title.toLowerCase());
  const others = list(names.length > 2 ? [...names.slice(0, 2), 'the others'] : names);
  const count = (some: number): string => (some === 0 ? 'none' : number(some));
  return `Of the ${counted(verdicts.length, 'base context')} that were considered, ${number(generated)} are generated with ${counted(endpoints, 'endpoint')} and ${counted(base, 'permission')} beside the ${number(permissions.length - base)} of ${others}; ${count(later)} will follow, and ${count(declined)} ${declined === 1 ? 'is' : 'are'} declined. ${code('outbox_events')} and ${code('sequences')} belong to no context: ${code('packages/database')} alone writes them, for ${leadingEntity(design).names.textMany} as for all else.`;
}

function overviewRows(design: Design) {
  return design.contexts.map((context) => {
    const { names, entities } = context;
    const events = design.operations.events.filter(({ context: own, recorded }) => recorded && own === names.name);
    return {
      context: markdownTableCell(names.title),
      responsibility: markdownTableCell(context.context.summary || names.title),
      entities: number(entities.length),
      tables: number(tablesOf(context).length),
      endpoints: number(endpointsOfContext(design, context).length),
      events: number(events.length),
      largest: largestTable(design, context),
    };
  });
}

/** `order_lines`, with its rows after 36 months. */
function largestTable({ scale }: Design, { entities }: ContextDesign): string {
  const [first, ...rest] = entities.map(({ entity, table }) => ({
    table,
    rows: scale.tables[entity.name]?.rows.months36,
  }));
  if (!first) return 'none';
  const largest = rest.reduce((best, one) => ((one.rows?.value ?? 0) > (best.rows?.value ?? 0) ? one : best), first);
  return largest.rows ? `${code(largest.table)}: ${amount(largest.rows)}` : code(largest.table);
}

function eventWords(design: Design) {
  const { events } = design.operations;
  const title = markdownText(design.product.title);
  const recorded = events.filter((event) => event.recorded);
  const awaited = events.filter(({ consumers }) => consumers.length > 0);
  const silent = recorded.filter(({ consumers }) => consumers.length === 0).map(({ type }) => code(type));
  const rest =
    silent.length === 0
      ? ''
      : ` Nobody waits for ${list(silent)} yet: recording ${silent.length === 1 ? 'it' : 'them'} now means that a later consumer of ${title} can begin with the past.`;
  return {
    eventsLead:
      events.length === 0
        ? `No lifecycle action of ${title} emits an event, and nothing waits for one, so this catalogue is empty: what happens is told by the audit log alone.`
        : `${title} knows ${counted(events.length, 'event')}; ${number(recorded.length)} ${recorded.length === 1 ? 'is' : 'are'} written into the outbox by generated code, and ${number(awaited.length)} will have consumers in the worker, which is ${label('worker')}.${rest}`,
    hasEvents: events.length > 0,
    events: events.map(({ type, source, context, recorded: isRecorded, consumers }) => ({
      type: code(type),
      source: code(source),
      context: context ?? 'outside',
      state: isRecorded ? '**generated**' : '**designed**',
      consumers:
        consumers.length === 0 ? 'none' : consumers.map(({ queue, job }) => code(`${queue}: ${job}`)).join(', '),
    })),
  };
}
