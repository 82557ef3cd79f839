import { z } from 'zod';

import type { EndpointDesign } from '../../../design/endpoints/model.js';
import type { ContextDesign, Design, EntityDesign } from '../../../design/model.js';
import { markdownTableCell, markdownText } from '../../../text/escape.js';
import { contextFolder, moduleFolder } from '../../entity-module/paths.js';
import { lifecycleDiagram } from '../diagrams/lifecycle.js';
import { diagramWords } from '../diagrams/words.js';
import { narrated } from '../narrated.js';
import { code, counted, label, list, number } from '../words.js';

/** The words of the partial `document/context`. */
export const contextWords = z.object({
  number: z.string(),
  title: z.string(),
  lead: z.string(),
  hasEntities: z.boolean(),
  aggregates: z.array(
    z.object({ root: z.string(), parts: z.string(), tables: z.string(), states: z.string(), rows: z.string() }),
  ),
  contractLead: z.string(),
  services: z.array(z.object({ service: z.string(), methods: z.string(), endpoints: z.string(), file: z.string() })),
  usesLead: z.string(),
  hasUses: z.boolean(),
  uses: z.array(z.object({ context: z.string(), keys: z.string() })),
  eventsLead: z.string(),
  lifecycles: z.array(diagramWords),
});

export function contextWordsOf(design: Design, context: ContextDesign, heading: string): z.infer<typeof contextWords> {
  const { entities, names } = context;
  const uses = usesOf(design, context);
  return {
    number: heading,
    title: markdownText(names.title),
    ...leads(design, context),
    hasEntities: entities.length > 0,
    aggregates: entities
      .filter(({ parent }) => parent === undefined)
      .map((root) => aggregateRow(design, root, entities)),
    services: entities.map((entity) => serviceRow(design, entity)),
    usesLead: usesLead(design, context, uses.length),
    hasUses: uses.length > 0,
    uses,
    eventsLead: eventsLead(design, context),
    lifecycles: entities.flatMap((entity) => lifecycleDiagram(design, entity) ?? []),
  };
}

/** Tables that the context owns, those of links included. */
export function tablesOf({ entities }: ContextDesign): string[] {
  return entities.flatMap(({ table, links }) => [table, ...links.map((link) => link.table)]);
}

export function endpointsOfContext({ endpoints }: Design, { entities }: ContextDesign): EndpointDesign[] {
  const own = new Set(entities.map(({ entity }) => entity.name));
  return endpoints.filter(({ entity }) => entity !== undefined && own.has(entity));
}

function leads(design: Design, context: ContextDesign) {
  const { entities, names } = context;
  const title = markdownText(names.title);
  const product = markdownText(design.product.title);
  const summary = markdownText(context.context.summary).replace(/[.!?]$/, '');
  const roots = entities.filter(({ parent }) => parent === undefined);
  const global = entities.filter(({ writable }) => !writable).map(({ entity }) => code(entity.name));
  const said =
    summary === '' ? `${title} is a context of ${product}` : `${title} answers for “${summary}” in ${product}`;
  const reference =
    global.length === 0
      ? ''
      : ` ${list(global)} ${global.length === 1 ? 'is' : 'are'} the same for every organization and cannot be written through the API of ${product}.`;
  return {
    lead: narrated(
      design,
      'contexts',
      names.name,
      entities.length === 0
        ? `${said}; it holds no entity yet.`
        : `${said}: ${counted(roots.length, 'aggregate')} and ${counted(tablesOf(context).length, 'table')} of which no other context writes a row.${reference}`,
    ),
    contractLead:
      entities.length === 0
        ? `${title} offers nothing to others yet.`
        : `${design.contexts.length === 1 ? 'A further context' : 'Others'} may inject ${entities.length === 1 ? 'the service' : `these ${number(entities.length)} services`} of ${code(`apps/api/src/modules/${contextFolder(context)}`)} and use the types of ${code(`packages/core/src/${contextFolder(context)}`)}; ${counted(endpointsOfContext(design, context).length, 'endpoint')} of ${title.toLowerCase()} say the same to the outside.`,
  };
}

function aggregateRow(design: Design, root: EntityDesign, entities: readonly EntityDesign[]) {
  const members = [root, ...partsOf(root, entities)];
  const tables = members.flatMap(({ table, links }) => [table, ...links.map((link) => link.table)]);
  const rows = design.scale.tables[root.entity.name]?.rows.months36;
  const parts = members.slice(1).map(({ entity }) => code(entity.name));
  return {
    root: `${code(root.entity.name)}${root.writable ? '' : ', reference data'}${isAssumed(root) ? ', assumed' : ''}`,
    parts: parts.length === 0 ? 'none' : parts.join(', '),
    tables: tables.map(code).join(', '),
    states: (root.entity.lifecycle?.states ?? []).map(code).join(', ') || 'none',
    rows: rows ? number(rows.value) : 'none',
  };
}

/** Nobody asked for it in so many words. */
function isAssumed({ entity }: EntityDesign): boolean {
  return entity.source === 'assumption';
}

/** Parts of the aggregate, and parts of these. */
function partsOf(root: EntityDesign, entities: readonly EntityDesign[]): EntityDesign[] {
  const own = entities.filter(({ parent }) => parent?.target === root.entity.name);
  return own.flatMap((part) => [part, ...partsOf(part, entities)]);
}

function serviceRow(design: Design, entity: EntityDesign) {
  const { names, writable, actions, links } = entity;
  const methods = writable
    ? ['list', 'get', 'create', 'update', 'delete', ...actions.map(({ name }) => name)]
    : ['list', 'get'];
  const count = design.endpoints.filter((endpoint) => endpoint.entity === entity.entity.name).length;
  return {
    service: code(`${names.Many}Service`),
    methods: methods.map(code).join(', '),
    endpoints: `${number(count)}${links.length > 0 ? `, ${counted(links.length, 'link')} in bodies` : ''}`,
    file: code(`${moduleFolder(entity)}/${names.fileMany}.service.ts`),
  };
}

/** Foreign keys and join tables that lead to another context, by context. */
function usesOf(design: Design, context: ContextDesign): { context: string; keys: string }[] {
  const contextOf = new Map(design.entities.map(({ entity }) => [entity.name, entity.context]));
  const keys = new Map<string, string[]>();
  for (const { table, references, links } of context.entities) {
    for (const { target, column, targetTable } of references) {
      add(contextOf.get(target) ?? 'organizations (base)', code(`${table}.${column} → ${targetTable}`));
    }
    for (const { target, table: linked, targetTable } of links) {
      add(contextOf.get(target) ?? 'organizations (base)', code(`${linked} → ${targetTable}`));
    }
  }
  function add(name: string, key: string): void {
    if (name === context.names.name) return;
    keys.set(name, [...(keys.get(name) ?? []), key]);
  }
  const needed = context.context.needs.filter((name) => !keys.has(name)).map((name): [string, string[]] => [name, []]);
  return [...keys, ...needed].map(([name, list]) => ({
    context: markdownTableCell(name),
    keys: list.length === 0 ? 'allowed, not used by a key' : list.join(', '),
  }));
}

function usesLead(design: Design, context: ContextDesign, count: number): string {
  const title = markdownText(context.names.title);
  const users = design.contexts
    .filter((other) => other.context.needs.includes(context.names.name))
    .map(({ names }) => names.title.toLowerCase());
  const used =
    users.length === 0
      ? `No other context of ${markdownText(design.product.title)} uses ${title.toLowerCase()}`
      : `${title} is used by ${list(users)}`;
  return count === 0 ? `${used}, and ${title} itself uses none.` : `${used}. ${title} itself uses:`;
}

function eventsLead(design: Design, context: ContextDesign): string {
  const { names } = context;
  const title = markdownText(names.title);
  const emitted = design.operations.events.filter(({ context: own, recorded }) => recorded && own === names.name);
  const rows = design.operations.events.filter(({ context: own, recorded }) => !recorded && own === names.name);
  const jobs = design.operations.queues.filter(
    ({ kind, name }) => kind === 'context' && name === contextFolder(context),
  );
  const heard = jobs.flatMap((queue) => queue.jobs.map(({ trigger, effect }) => `${code(effect)} on ${code(trigger)}`));
  const said =
    emitted.length === 0
      ? `${title} emits no event in ${markdownText(design.product.title)}.`
      : `${title} emits ${list(emitted.map(({ type }) => code(type)))} through the outbox.`;
  const later =
    rows.length === 0
      ? ''
      : ` ${list(rows.map(({ type }) => code(type)))} of ${title.toLowerCase()} will be recorded too (${label('reactions')}).`;
  const listens = heard.length === 0 ? '' : ` It will run ${list(heard)} (${label('reactions')}).`;
  return `${said}${later}${listens}`;
}
