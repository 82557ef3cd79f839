import type { PartId } from '../../blueprint/parts.js';
import type { Basis, Fact, Reason, Unit } from '../fact.js';
import type { Design } from '../model.js';

/** Everything but governance itself: it is derived last. */
export type GovernanceSource = Omit<Design, 'governance'>;

/** A figure about the work; its id begins with `governance.`. */
export function figure(
  id: string,
  label: string,
  value: number,
  unit: Unit,
  basis: Basis,
  text: string,
  more: Omit<Reason, 'text'> = {},
): Fact {
  return { id: `governance.${id}`, label, value, unit, basis, because: [{ text, ...more }] };
}

/** Events that lifecycles emit. */
export function emittedEvents({ entities }: Pick<Design, 'entities'>): string[] {
  const emitted = entities.flatMap(({ actions }) => actions.flatMap(({ action }) => action.emits ?? []));
  return [...new Set(emitted)].sort();
}

export function hasFieldOf({ entities }: Pick<Design, 'entities'>, kind: string): boolean {
  return entities.some(({ fields }) => fields.some(({ field }) => field.type.kind === kind));
}

/** Parts of which the design makes something for this system. */
export function isNeeded(part: PartId, design: GovernanceSource): boolean {
  const { blueprint, operations, stack, scale } = design;
  const { compliance } = blueprint.constraints;
  const onEvents = blueprint.reactions.some(({ trigger }) => 'on' in trigger);
  switch (part) {
    case 'worker':
    case 'queues':
      return operations.queues.length > 0;
    case 'outbox-relay':
      return onEvents || blueprint.webhooks !== undefined;
    case 'reactions':
      return onEvents;
    case 'notifications':
      return blueprint.reactions.some(({ effect }) => 'notify' in effect);
    case 'integrations':
    case 'circuit-breakers':
      return blueprint.integrations.length > 0;
    case 'webhooks':
      return blueprint.webhooks !== undefined;
    case 'reports':
      return blueprint.reports.length > 0;
    case 'file-storage':
      return hasFieldOf(design, 'file');
    case 'retention':
      return blueprint.qualities.retentionDays !== undefined;
    case 'cache':
      return operations.caches.some((cache) => cache.part === 'cache');
    case 'kubernetes':
    case 'rollout':
      return stack.deploy === 'kubernetes';
    case 'read-replica':
      return scale.capacity.months36.readReplicas.value > 0;
    case 'tenant-export':
      return blueprint.tenancy === 'shared' || compliance.includes('gdpr') || compliance.includes('ccpa');
    default:
      return true;
  }
}
