import { spacedCase } from '../../text/case.js';
import type { EntityDesign } from '../model.js';
import type { GlossaryEntry } from './model.js';
import type { GovernanceSource } from './source.js';

/** Short, so that they stand beside the words of the domain without drowning them. */
const TECHNICAL: readonly (readonly [term: string, meaning: string, used?: (design: GovernanceSource) => boolean])[] = [
  ['aggregate', 'rows that change together'],
  ['audit log', 'who changed what, append-only'],
  ['bounded context', 'part of the domain, own words'],
  ['correlation id', 'one id through logs and answers'],
  ['dead-letter queue', 'jobs that failed for good', ({ operations }) => operations.queues.length > 0],
  ['error budget', 'failures that the objective allows'],
  ['grant', 'permission with its scope, `all` or `own`'],
  ['idempotency', 'twice has the effect of once'],
  ['lifecycle', 'states of a row, and actions between'],
  ['optimistic locking', 'a change names the version it saw'],
  ['organization', 'the tenant; owns rows and members', ({ blueprint }) => blueprint.tenancy === 'shared'],
  ['outbox', 'events stored with their change'],
  ['permission', 'what a request needs, `context.entity:action`'],
  ['personal data', 'what leads to a living person'],
  ['problem document', 'form of every refusal, RFC 9457'],
  ['RPO', 'data that may be lost'],
  ['RTO', 'time until service is back'],
  ['row-level security', 'the database filters rows by organization'],
  ['SLO', 'what the service is held to'],
  ['STRIDE', 'six kinds of threats'],
  ['transition', 'step of a lifecycle'],
];

/** The words of the domain first, then those of the trade; each list by name. */
export function glossaryOf(design: GovernanceSource): readonly GlossaryEntry[] {
  const { contexts, entities, roles } = design;
  const domain = [
    ...contexts.map(({ names, context }) => ({ term: `${names.title} (context)`, meaning: context.summary })),
    ...entities.map((entity) => ({ term: entity.names.One, meaning: meaningOf(entity, entities) })),
    ...roles.map(({ name, summary }) => ({ term: `${name} (role)`, meaning: summary })),
  ];
  const technical = TECHNICAL.filter(([, , used]) => used?.(design) ?? true);
  return [
    ...domain.map((one) => ({ ...one, kind: 'domain' as const })).sort(byTerm),
    ...technical.map(([term, meaning]) => ({ term, meaning, kind: 'technical' as const })).sort(byTerm),
  ];
}

function byTerm(a: GlossaryEntry, b: GlossaryEntry): number {
  return a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1;
}

/** What the author says, else what the model shows. */
function meaningOf(
  { entity, context, parent, actions, fields, references, writable }: EntityDesign,
  all: readonly EntityDesign[],
): string {
  if (entity.summary !== undefined) return entity.summary;
  const owner = parent && all.find((one) => one.entity.name === parent.target);
  const kind = owner
    ? `part of ${owner.names.article} ${owner.names.textOne}`
    : writable
      ? `kept in ${context.name}`
      : `reference data of ${context.name}, the same for all`;
  const leads = references.filter((one) => one !== parent).map(({ name }) => spacedCase(name));
  const holds = fields.slice(0, 3).map(({ name }) => spacedCase(name));
  const does = actions.map(({ name }) => spacedCase(name));
  return [
    kind,
    holds.length > 0 ? `has ${holds.join(', ')}` : '',
    leads.length > 0 ? `leads to ${leads.slice(0, 3).join(', ')}` : '',
    does.length > 0 ? `actions: ${does.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
