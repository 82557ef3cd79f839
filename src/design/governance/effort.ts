import type { PartId } from '../../blueprint/parts.js';
import { number } from '../amount.js';
import type { Fact } from '../fact.js';
import { partOf } from '../parts.js';
import { figure, type GovernanceSource } from './source.js';

/** Weeks of one engineer who knows the repository, tests and review included; halves and doubles happen. */
interface Effort {
  readonly weeks: number;
  /** On top, for each of these. */
  readonly each?: { readonly weeks: number; readonly of: string; count(design: GovernanceSource): number };
}

const EFFORT: Readonly<Partial<Record<PartId, Effort>>> = {
  worker: { weeks: 1 },
  'outbox-relay': { weeks: 1 },
  queues: { weeks: 0.5, each: { weeks: 0.25, of: 'queues', count: ({ operations }) => operations.queues.length } },
  reactions: {
    weeks: 0,
    each: {
      weeks: 0.25,
      of: 'reactions to events',
      count: ({ blueprint }) => blueprint.reactions.filter(({ trigger }) => 'on' in trigger).length,
    },
  },
  schedules: {
    weeks: 0.25,
    each: {
      weeks: 0.25,
      of: 'jobs of the clock',
      count: ({ blueprint, operations }) =>
        blueprint.reactions.filter(({ trigger }) => !('on' in trigger)).length + operations.housekeeping.length,
    },
  },
  notifications: {
    weeks: 0.5,
    each: {
      weeks: 0.25,
      of: 'messages',
      count: ({ blueprint }) => blueprint.reactions.filter(({ effect }) => 'notify' in effect).length,
    },
  },
  integrations: {
    weeks: 0,
    each: { weeks: 1.5, of: 'external services', count: ({ blueprint }) => blueprint.integrations.length },
  },
  'circuit-breakers': { weeks: 0.5 },
  webhooks: { weeks: 2 },
  reports: { weeks: 0, each: { weeks: 0.5, of: 'reports', count: ({ blueprint }) => blueprint.reports.length } },
  'file-storage': { weeks: 1.5 },
  retention: { weeks: 1 },
  'idempotency-keys': { weeks: 1 },
  cache: { weeks: 0.5, each: { weeks: 0.25, of: 'caches', count: cachesToWrite } },
  metrics: { weeks: 1 },
  tracing: { weeks: 1 },
  dashboards: { weeks: 0.5 },
  alerts: { weeks: 0.5 },
  'contract-tests': { weeks: 1 },
  'load-tests': { weeks: 1 },
  kubernetes: { weeks: 2 },
  rollout: { weeks: 1 },
  infrastructure: { weeks: 1.5 },
  'deploy-workflow': { weeks: 1 },
  'security-scan': { weeks: 0.5 },
  'read-replica': { weeks: 1.5 },
  backup: { weeks: 1 },
  'multi-factor': { weeks: 2 },
  'single-sign-on': { weeks: 2 },
  'tenant-export': { weeks: 2 },
};

function cachesToWrite({ operations }: GovernanceSource): number {
  return operations.caches.filter(({ part }) => part === 'cache').length;
}

/** Weeks of one engineer for the parts together, and for what is no part (`extra`). */
export function effortOf(
  id: string,
  title: string,
  parts: readonly PartId[],
  extra: readonly { readonly what: string; readonly weeks: number }[],
  design: GovernanceSource,
): Fact {
  const terms = [
    ...parts.flatMap((part) => termsOf(part, design)),
    ...extra.map(({ what, weeks }) => ({ weeks, text: `${number(weeks)} for ${what}` })),
  ];
  const value = terms.reduce((sum, { weeks }) => sum + weeks, 0);
  const text = `${terms.map((term) => term.text).join(' + ')}: weeks of one engineer who knows the repository, tests included, a rule of this design.`;
  return figure(`effort.${id}`, `effort of ${title}`, value, 'weeks', 'rule', text);
}

function termsOf(part: PartId, design: GovernanceSource): { weeks: number; text: string }[] {
  const effort = EFFORT[part];
  if (!effort) throw new Error(`The effort of ${part} is not declared.`);
  const { title } = partOf(part);
  const { weeks, each } = effort;
  const count = each?.count(design) ?? 0;
  return [
    ...(weeks > 0 ? [{ weeks, text: `${number(weeks)} for ${title}` }] : []),
    ...(each && count > 0
      ? [{ weeks: each.weeks * count, text: `${number(each.weeks)} × ${number(count)} ${each.of}` }]
      : []),
  ];
}
