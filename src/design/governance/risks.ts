import { sentenceCase } from '../../text/case.js';
import { isGenerated, PARTS, type PartId } from '../../blueprint/parts.js';
import { amount, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { STAGE_TITLES, STAGES } from '../scale/model.js';
import { REGIME_TITLES } from '../security/compliance/index.js';
import { ownAmounts } from '../security/own-amounts.js';
import { centralSubject, code, fieldName, listed } from '../security/subject.js';
import type { Grade, RiskDesign, RoadmapItem, RoadmapSpan } from './model.js';
import { type GovernanceSource, isNeeded } from './source.js';

type Draft = Omit<RiskDesign, 'id'>;

export interface Plan {
  readonly engineers: Fact;
  readonly roadmap: readonly RoadmapItem[];
  readonly spans: readonly RoadmapSpan[];
}

const WEIGHT: Readonly<Record<Grade, number>> = { low: 1, medium: 2, high: 3 };

/** Everything that the facts of the design know to be uncertain; the gravest first. */
export function risksOf(design: GovernanceSource, plan: Plan): readonly RiskDesign[] {
  return [
    ...peopleRisks(design, plan),
    ...moneyRisks(design),
    ...operationRisks(design, plan),
    ...serviceRisks(design),
    ...dataRisks(design),
  ]
    .toSorted((a, b) => WEIGHT[b.likelihood] * WEIGHT[b.impact] - WEIGHT[a.likelihood] * WEIGHT[a.impact])
    .map((risk, index) => ({ id: `R${index + 1}`, ...risk }));
}

function peopleRisks(design: GovernanceSource, { engineers, spans }: Plan): Draft[] {
  const { product, contexts, blueprint } = design;
  const central = centralSubject(design);
  const count = engineers.value;
  const launch = spans.find(({ horizon }) => horizon === 'before launch');
  const title = `${contexts.length === 1 ? 'The one context' : `${contexts.length} contexts`} of ${product.name} in ${count === 1 ? 'the head of one engineer' : `the heads of ${number(count)} engineers`} (${engineers.basis})`;
  return [
    {
      title,
      likelihood: count === 1 ? 'high' : count < 2 * contexts.length ? 'medium' : 'low',
      impact: count <= 3 ? 'high' : 'medium',
      owner: 'engineering lead',
      trigger: `somebody who alone knows ${listed(
        contexts.map(({ context }) => code(context.name)),
        3,
      )} leaves or falls ill`,
      mitigation: `${contexts.length === 1 ? 'modules of ' : ''}${listed(
        contexts.map(({ context }) => code(context.name)),
        3,
      )} are built alike and have tests; decisions are recorded; two people review ${count === 1 ? 'as soon as there are two' : 'each change'}`,
      parts: ['entity-modules', 'module-boundaries'],
    },
    ...(launch && launch.effortWeeks.value > 0
      ? [
          {
            title: `Launch later than hoped: ${amount(launch.effortWeeks)} of work are designed and not written`,
            likelihood: (launch.calendarWeeks.value > 13 ? 'high' : 'medium') as Grade,
            impact: 'medium' as const,
            owner: 'product owner',
            trigger: `after half of the ${amount(launch.calendarWeeks)} (modelled) ${central.many} have less than half of what they need`,
            mitigation:
              blueprint.reactions.length + blueprint.integrations.length > 0
                ? `Launch with fewer of the ${blueprint.reactions.length} reactions and ${blueprint.integrations.length} integrations; the order of the roadmap says which`
                : `Launch to a few who work on ${central.many}, and write the rest while they do`,
            parts: [],
          },
        ]
      : []),
  ];
}

function moneyRisks(design: GovernanceSource): Draft[] {
  const { cost, scale, product } = design;
  const central = centralSubject(design);
  const over = STAGES.filter((stage) => cost.budget?.verdict[stage] === 'over');
  const [first] = over;
  const held = cost.stages.launch.items.filter(({ exit }) => exit !== undefined);
  const labels = [...new Set(held.map(({ label }) => label))];
  const assumed = scale.assumptions.filter(({ source }) => source === 'default').length;
  return [
    ...(first !== undefined && cost.budget
      ? [
          {
            title: `Over the budget of ${amount(cost.budget.monthlyUsd)} at ${over.map((stage) => STAGE_TITLES[stage].toLowerCase()).join(' and ')}: ${amount(cost.stages[first].totalUsd)} (modelled)`,
            likelihood: (first === 'launch' ? 'high' : 'medium') as Grade,
            impact: (first === 'launch' ? 'high' : 'medium') as Grade,
            owner: 'product owner',
            trigger: `the bill of a month passes ${amount(cost.budget.monthlyUsd)}`,
            mitigation: `Raise the budget of ${product.name} with its revenue, reserve capacity for a year, or drop a replica`,
            parts: [],
          },
        ]
      : []),
    ...(labels.length > 0
      ? [
          {
            title: `Held by the provider of ${labels.length} services that ${central.many} depend on: ${listed(labels, 3)}`,
            likelihood: 'low' as const,
            impact: 'medium' as const,
            owner: 'engineering lead',
            trigger: `prices rise, or the provider leaves the region that keeps ${central.many}`,
            mitigation: `What keeps ${central.many} speaks PostgreSQL, Redis, S3 and OpenTelemetry only; the table of exits lists the way out`,
            parts: [],
          },
        ]
      : []),
    ...(assumed > 0
      ? [
          {
            title: `${assumed} assumptions about who works on ${central.many} are defaults that nobody has confirmed`,
            likelihood: 'medium' as const,
            impact: 'medium' as const,
            owner: 'product owner',
            trigger: `the first month shows other figures than ${amount(scale.workload.launch.peakRequestsPerSecond)} at peak (modelled) or another share of ${central.many}`,
            mitigation: `Measure how ${central.many} come in after launch, write it into the blueprint, build the document again`,
            parts: [],
          },
        ]
      : []),
  ];
}

function operationRisks(design: GovernanceSource, { roadmap }: Plan): Draft[] {
  const { operations, scale, product } = design;
  const { availability } = operations;
  const central = centralSubject(design);
  const open = (Object.keys(PARTS) as PartId[]).filter((part) => !isGenerated(part) && isNeeded(part, design));
  const [bottleneck] = scale.bottlenecks;
  const growth = scale.growth.months36;
  return [
    ...(availability.meetsTarget
      ? []
      : [
          {
            title: `Availability of ${amount(availability.modelledPercent)} (modelled) is below the ${amount(availability.targetPercent)} (${availability.targetPercent.basis}) that ${product.name} is held to`,
            likelihood: 'high' as const,
            impact: 'medium' as const,
            owner: 'operations',
            trigger: `the error budget of ${product.name} is spent before the month ends`,
            mitigation: availability.steps[0]?.text ?? `A second instance of whatever ${product.name} has one of`,
            parts: [],
          },
        ]),
    {
      title: `No load test of ${code(central.route)} has run`,
      likelihood: 'medium',
      impact: 'high',
      owner: 'operations',
      trigger: `p95 of ${code(`GET ${central.route}`)} rises before ${amount(scale.workload.launch.peakRequestsPerSecond)} (modelled peak) are reached`,
      mitigation: `Run the load test of the roadmap before launch; pools and pods behind ${code(central.route)} are single numbers to change`,
      parts: ['load-tests'] as const,
    },
    ...(open.length > 0
      ? [
          {
            title: `${open.length} parts around ${central.many} exist on paper only`,
            likelihood: 'medium' as const,
            impact: 'medium' as const,
            owner: 'engineering lead',
            trigger: `one of the ${roadmap.length} items takes twice its estimate`,
            mitigation: `Build them in the order of the roadmap; each keeps the names and numbers that this document gives it beside ${central.many}`,
            parts: [],
          },
        ]
      : []),
    ...(bottleneck && bottleneck.reachedAt.value < growth.value
      ? [
          {
            title: `${sentenceCase(bottleneck.component)} is full at ${amount(bottleneck.reachedAt)} the load of the launch (modelled), before the ${amount(growth)} of 36 months (${growth.basis})`,
            likelihood: 'medium' as const,
            impact: 'medium' as const,
            owner: 'operations',
            trigger: bottleneck.because,
            mitigation: bottleneck.step,
            parts: ['load-tests'] as const,
          },
        ]
      : []),
    {
      title: `A backup with ${code(central.table)} in it that has never been restored`,
      likelihood: 'low',
      impact: 'high',
      owner: 'operations',
      trigger: `the first exercise takes longer than ${amount(operations.recovery[0]?.rtoMinutes ?? availability.targetPercent)} (target) until ${central.many} are back`,
      mitigation: `Restore ${code(product.database)} into an empty server before launch and every quarter, and count the ${central.many}`,
      parts: ['backup'],
    },
  ];
}

function serviceRisks({ blueprint }: GovernanceSource): Draft[] {
  return blueprint.integrations.map((service) => {
    const calls = blueprint.reactions.flatMap(({ effect, trigger }) =>
      'call' in effect && effect.call.startsWith(`${service.name}.`) && 'on' in trigger ? [code(trigger.on)] : [],
    );
    const mails = /mail|message|sms/i.test(service.kind);
    const messages = mails ? blueprint.reactions.filter(({ effect }) => 'notify' in effect).length : 0;
    const waiting =
      calls.length > 0
        ? `what ${listed(calls)} starts waits`
        : messages > 0
          ? `${messages} kinds of messages wait`
          : `what arrives from ${code(service.name)} is late`;
    return {
      title: `${code(service.name)} is away for hours: ${waiting}`,
      likelihood: 'medium',
      impact: calls.length > 0 ? 'high' : 'medium',
      owner: 'operations',
      trigger: `calls of ${code(service.name)} pass ${number(service.timeoutMs)} ms (given) or fail again and again`,
      mitigation: `Jobs for ${code(service.name)} are kept and repeated; nothing that a person waits for calls it`,
      parts: ['contract-tests'],
    };
  });
}

function dataRisks(design: GovernanceSource): Draft[] {
  const { blueprint, security, scale } = design;
  const central = centralSubject(design);
  const gaps = security.compliance.filter(({ state }) => state === 'gap');
  const own = ownAmounts(design);
  const [chosen] = own.fields;
  return [
    ...(blueprint.tenancy === 'shared'
      ? [
          {
            title: `The ${central.many} of one organization are shown to another of the ${amount(scale.workload.launch.tenants)}`,
            likelihood: 'low' as const,
            impact: 'high' as const,
            owner: 'engineering lead',
            trigger: `a test of isolation fails, or a query on ${code(central.table)} runs outside ${code('withTenant')}`,
            mitigation: `Row-level security behind every query on ${code(central.table)}; the process refuses a role that it does not bind to ${central.many}`,
            parts: ['tenant-isolation'] as const,
          },
        ]
      : []),
    ...(chosen
      ? [
          {
            title: `A ${code(own.roles[0] ?? '')} sets the price: ${code(fieldName(chosen))} comes from the client${own.reference ? `, whatever ${code(fieldName(own.reference))} says` : ''}`,
            likelihood: (own.outsiders ? 'high' : 'medium') as Grade,
            impact: 'high' as const,
            owner: 'product owner',
            trigger: `${central.aOne} arrives with amounts that no price explains`,
            mitigation: own.outsiders
              ? `Compute amounts on the server before a ${code(own.roles[0] ?? '')} is let in`
              : `Compute amounts on the server, or have somebody approve what a ${code(own.roles[0] ?? '')} wrote`,
            parts: [],
          },
        ]
      : []),
    ...(gaps.length > 0
      ? [
          {
            title: `${gaps.length} controls of ${listed([...new Set(gaps.map(({ regime }) => REGIME_TITLES[regime]))])} are gaps`,
            likelihood: 'medium' as const,
            impact: 'high' as const,
            owner: 'product owner',
            trigger: `an audit, or a request about ${central.many}, before they are closed`,
            mitigation: `Close them in the order of section 6; none of them needs another model of ${central.many}`,
            parts: [],
          },
        ]
      : []),
    {
      title: `The only owner of an organization with ${central.many} loses the password`,
      likelihood: 'medium',
      impact: 'medium',
      owner: 'product owner',
      trigger: `a member who manages ${central.many} asks for help`,
      mitigation: `Two owners from the first day; a reset by e-mail before the first real ${central.one}`,
      parts: [],
    },
  ];
}
