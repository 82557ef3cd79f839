import { isDead, readReference, type Reference } from '../../../blueprint/reference.js';
import type { PartId } from '../../../blueprint/parts.js';
import type { Design } from '../../../design/model.js';
import { contextHeading } from '../module-decomposition/heading.js';
import { recordLink } from '../records.js';
import { code, label } from '../words.js';

/** Where the document says how a requirement is answered, and how far that is. */
export interface Answer {
  /** A link in Markdown. */
  readonly link: string;
  /** `**generated**`, `**designed**`, or how a figure is known. */
  readonly state: string;
}

/** `check` has seen that every reference leads somewhere. */
export function answerOf(design: Design, text: string): Answer {
  const reference = readReference(text, design.blueprint);
  if (isDead(reference)) throw new Error(`${text}: ${reference.problem}`);
  return { link: linkOf(design, reference, text), state: stateOf(design, reference) };
}

function linkOf(design: Design, reference: Reference, text: string): string {
  const to = (file: string): string => `[${code(text)}](${file})`;
  switch (reference.kind) {
    case 'context':
    case 'entity':
      return to(contextPlace(design, reference.context));
    case 'whole':
      return reference.section === 'tenancy'
        ? ofDecision(design, 'tenancy', text)
        : to(PLACES[reference.section] ?? '');
    case 'value':
      if (text === 'constraints.compliance') return to('06-security.md#615-compliance');
      return reference.section === 'stack'
        ? ofDecision(design, reference.key, text)
        : to(PLACES[reference.section] ?? '');
  }
}

/** Where the document speaks of each section of a blueprint. */
const PLACES: Readonly<Record<string, string>> = {
  roles: '06-security.md#63-roles-and-permissions',
  reports: '12-performance-and-reliability.md#121-what-is-cached',
  integrations: '08-async-processing.md#89-integration-patterns',
  webhooks: '08-async-processing.md#89-integration-patterns',
  reactions: '08-async-processing.md#88-job-definitions-and-processors',
  scale: '00-executive-overview.md#04-scale-growth-and-assumptions',
  constraints: '00-executive-overview.md#09-constraints',
  qualities: '00-executive-overview.md#01-goals-and-how-success-is-measured',
};

const CONTEXTS = '02-module-decomposition.md';
const BASE_CONTEXTS = '02-module-decomposition.md#22-base-contexts';

/** The heading of a context; base contexts share one. */
function contextPlace({ contexts }: Design, name: string): string {
  const index = contexts.findIndex(({ names }) => names.name === name);
  const title = contexts[index]?.names.title.toLowerCase().replaceAll(' ', '-');
  if (title === undefined) return BASE_CONTEXTS;
  return `${CONTEXTS}#${contextHeading(index).replaceAll('.', '')}-${title}`;
}

function ofDecision({ decisions }: Design, slot: string, text: string): string {
  const decision = decisions.find((one) => one.id === slot || one.slot === slot);
  return decision ? `${code(text)} (${recordLink(decision)})` : code(text);
}

function stateOf(design: Design, reference: Reference): string {
  if (reference.kind === 'context') return label('entity-modules');
  if (reference.kind === 'entity') {
    const entity = design.entities.find(({ entity: one }) => one.name === reference.entity)?.entity;
    const field = entity?.fields.find(({ name }) => name === reference.member);
    return label(field?.type.kind === 'file' ? 'file-storage' : 'entity-modules');
  }
  if (reference.kind === 'value' && reference.section === 'stack') {
    const decision = design.decisions.find(({ slot }) => slot === reference.key);
    return decision ? `**${decision.part}**` : 'given';
  }
  const part = PARTS_OF[reference.section];
  return part ? label(part) : (BASES[reference.section] ?? 'given');
}

const PARTS_OF: Readonly<Record<string, PartId>> = {
  tenancy: 'tenant-isolation',
  roles: 'authorization',
  reports: 'reports',
  integrations: 'integrations',
  webhooks: 'webhooks',
  reactions: 'reactions',
};

/** A figure is not built: the load is computed with, a quality is aimed at. */
const BASES: Readonly<Record<string, string>> = { scale: 'modelled', qualities: 'target' };
