import { isGenerated, type PartId } from '../../blueprint/parts.js';
import { amount, counted } from '../amount.js';
import type { Fact } from '../fact.js';
import { REGIME_TITLES } from '../security/compliance/index.js';
import { ownAmounts } from '../security/own-amounts.js';
import { centralSubject, code, fieldName, listed, moneyFields } from '../security/subject.js';
import { effortOf } from './effort.js';
import { HORIZONS, type Horizon, type RoadmapItem, type RoadmapSpan } from './model.js';
import { emittedEvents, figure, type GovernanceSource, isNeeded } from './source.js';

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly horizon: Horizon;
  readonly parts: readonly PartId[];
  readonly because: string;
  /** What is no part of the table, with its weeks. */
  readonly extra?: readonly { readonly what: string; readonly weeks: number }[];
}

/** What this system needs of what is designed and not written, in the order in which it is missed. */
export function roadmapOf(design: GovernanceSource): readonly RoadmapItem[] {
  return [...beforeLaunch(design), ...afterwards(design)].flatMap(({ extra = [], ...draft }) => {
    const parts = draft.parts.filter((part) => !isGenerated(part) && isNeeded(part, design));
    if (parts.length === 0 && extra.length === 0) return [];
    return [{ ...draft, parts, effortWeeks: effortOf(draft.id, draft.title, parts, extra, design) }];
  });
}

function beforeLaunch(design: GovernanceSource): Draft[] {
  const { blueprint, product, scale, stack, operations } = design;
  const central = centralSubject(design);
  const events = emittedEvents(design);
  const hasQueues = operations.queues.length > 0;
  const horizon = 'before launch';
  const services = blueprint.integrations.map(({ name }) => code(name));
  const money = moneyFields(design);
  const own = ownAmounts(design);
  return [
    ...(own.fields.length > 0
      ? [
          {
            id: 'own-amounts',
            title: `Amounts of ${listed([...new Set(own.fields.map(({ entity }) => entity.names.textMany))], 3)} set by the server`,
            horizon,
            parts: [],
            extra: [{ what: 'amounts that the server computes', weeks: 1 }],
            because: `a ${code(own.roles[0] ?? '')} chooses ${listed(
              own.fields.map((one) => code(fieldName(one))),
              3,
            )} today`,
          } as const,
        ]
      : []),
    {
      id: 'jobs',
      title: hasQueues
        ? `Worker with ${counted(operations.queues.length, 'queue')} and the clock`
        : 'Nightly clean-up of sessions and invitations',
      horizon,
      parts: ['worker', 'outbox-relay', 'queues', 'reactions', 'schedules', 'notifications'],
      because: hasQueues
        ? `${events[0] === undefined ? 'events' : code(events[0])} and the others are recorded, and nobody acts on them`
        : 'they stay in the database without it',
    },
    {
      id: 'services',
      title: `Clients of ${listed(services)}`,
      horizon,
      parts: ['integrations', 'circuit-breakers'],
      because: `${product.name} calls nobody and hears nobody yet`,
    },
    {
      id: 'idempotency',
      title: `Idempotency keys for ${code(central.creates)} and the other writes`,
      horizon: money.length > 0 ? horizon : '3 months',
      parts: ['idempotency-keys'],
      because: `a repeated request makes a second ${central.one}`,
    },
    {
      id: 'accounts',
      title: 'Reset of passwords, confirmation of addresses',
      horizon,
      parts: [],
      extra: [{ what: 'reset and confirmation by e-mail', weeks: 1 }],
      because: `a forgotten password locks its ${listed(
        design.roles.map(({ name }) => code(name)),
        3,
      )} out`,
    },
    {
      id: 'files',
      title: `Object storage for the files of ${product.name}`,
      horizon,
      parts: ['file-storage'],
      because: 'only the references are stored',
    },
    {
      id: 'observability',
      title: `Metrics, ${operations.alerts.length} alerts, dashboards`,
      horizon,
      parts: ['metrics', 'alerts', 'dashboards'],
      because: `without them ${product.name} tells nobody that it fails`,
    },
    {
      id: 'deployment',
      title:
        stack.deploy === 'kubernetes'
          ? `Kubernetes, deployment and backups of ${product.name}`
          : `Deployment and backups of ${product.name}`,
      horizon,
      parts: ['infrastructure', 'kubernetes', 'deploy-workflow', 'backup', 'security-scan'],
      because: `${code(product.database)} is backed up by nobody yet`,
    },
    {
      id: 'load',
      title: `Load test at ${amount(scale.workload.launch.peakRequestsPerSecond)}`,
      horizon,
      parts: ['load-tests'],
      because: `the capacity for ${central.many} is modelled, not measured`,
    },
  ];
}

function afterwards(design: GovernanceSource): Draft[] {
  const { blueprint, product, contexts, scale } = design;
  const central = centralSubject(design);
  const { compliance } = blueprint.constraints;
  const titles = (holds: (regime: string) => boolean): string[] =>
    compliance.filter(holds).map((regime) => REGIME_TITLES[regime]);
  const strict = compliance.some((regime) => regime === 'pci-dss' || regime === 'hipaa' || regime === 'soc2');
  const privacy = compliance.some((regime) => regime === 'gdpr' || regime === 'ccpa');
  return [
    {
      id: 'second-factor',
      title: `Second factor for ${listed(
        design.roles.map(({ name }) => code(name)),
        3,
      )}`,
      horizon: strict ? 'before launch' : '3 months',
      parts: ['multi-factor'],
      because: strict
        ? `${listed(titles((regime) => regime !== 'gdpr' && regime !== 'ccpa'))} asks for it`
        : `a password alone opens the ${central.many}`,
    },
    {
      id: 'outgoing-webhooks',
      title: `Webhooks for ${blueprint.webhooks?.events.length ?? 0} events`,
      horizon: '3 months',
      parts: ['webhooks'],
      because: `organizations ask lists of ${central.many} until then`,
    },
    {
      id: 'reports',
      title: `Reports ${listed(blueprint.reports.map(({ name }) => code(name)))}`,
      horizon: '3 months',
      parts: ['reports'],
      because: `they need weeks of ${central.many} to be of use`,
    },
    {
      id: 'privacy',
      title: `Retention, export and deletion for ${product.name}`,
      horizon: privacy ? '3 months' : '12 months',
      parts: ['retention', 'tenant-export'],
      because: privacy
        ? `${listed(titles((regime) => regime === 'gdpr' || regime === 'ccpa'))} gives the people behind ${central.many} the right to both`
        : `the first organization that leaves ${product.name} asks for it`,
    },
    {
      id: 'traces',
      title: `Traces through ${contexts.length === 1 ? listed(contexts.map(({ context }) => code(context.name))) : `${contexts.length} contexts`}, contract tests`,
      horizon: '3 months',
      parts: ['tracing', 'contract-tests', 'rollout'],
      because: `logs with correlation ids explain the first weeks of ${central.many}`,
    },
    {
      id: 'cache',
      title: `Cache of ${design.operations.caches.filter(({ part }) => part === 'cache').length} kinds of answers`,
      horizon: '3 months',
      parts: ['cache'],
      because: `reads of ${central.many} are fast enough at the load of the launch (modelled)`,
    },
    {
      id: 'sign-on',
      title: `Single sign-on for ${blueprint.tenancy === 'shared' ? 'large organizations' : 'the organization'} of ${product.name}`,
      horizon: '12 months',
      parts: ['single-sign-on'],
      because: 'asked for by those with a directory',
    },
    {
      id: 'replica',
      title: `${scale.capacity.months36.readReplicas.value} read replica of ${code(product.database)}`,
      horizon: '12 months',
      parts: ['read-replica'],
      because: `the load at 36 months needs it (modelled)`,
    },
  ];
}

/** The rest of the working time goes to operation, support, meetings and leave. */
const SHARE = figure(
  'roadmapShare',
  'share of working time for the roadmap',
  60,
  'percent',
  'rule',
  'The other 40 % go to operation, support, meetings and leave: a rule of this design.',
);

/** Calendar weeks = effort ÷ (engineers × share). */
export function spansOf(items: readonly RoadmapItem[], engineers: Fact): readonly RoadmapSpan[] {
  return HORIZONS.map((horizon) => {
    const own = items.filter((item) => item.horizon === horizon);
    const weeks = own.reduce((sum, { effortWeeks }) => sum + effortWeeks.value, 0);
    const key = horizon.replaceAll(' ', '-');
    const effortWeeks = figure(
      `effortTotal.${key}`,
      `effort ${horizon}`,
      weeks,
      'weeks',
      'modelled',
      `The sum of ${own.length} items.`,
      {
        from: own.map((item) => item.effortWeeks.id),
      },
    );
    const calendar = Math.ceil(weeks / (engineers.value * (SHARE.value / 100)));
    const text = `${weeks} weeks ÷ (${engineers.value} engineers × ${SHARE.value} % of their time), rounded up.`;
    const calendarWeeks = figure(`calendar.${key}`, `calendar time ${horizon}`, calendar, 'weeks', 'modelled', text, {
      from: [effortWeeks.id, engineers.id, SHARE.id],
    });
    return { horizon, effortWeeks, calendarWeeks };
  });
}

export { SHARE as roadmapShare };
