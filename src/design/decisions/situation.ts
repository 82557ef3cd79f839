import type { Integration } from '../../blueprint/model.js';
import { number } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import type { Design } from '../model.js';
import { leadingEntity } from '../leading-entity.js';
import { STAGES, type Staged } from '../scale/model.js';

export type DecisionFacts = Pick<Design, 'blueprint' | 'entities' | 'contexts' | 'scale'>;

/** What decisions are made from: the few figures and names of one system that tell options apart. */
export interface Situation extends DecisionFacts {
  /** People who build and run it: given, or assumed from the size of the domain. */
  readonly engineers: Fact;
  readonly jobs: Staged<Fact>;
  readonly peakRequests: Staged<Fact>;
  readonly peakWrites: Staged<Fact>;
  readonly tenants: Staged<Fact>;
  /** Of all processes and the database, at peak. */
  readonly vcpu: Staged<Fact>;
  /** The entity that most follows from, as in the rest of the document. */
  readonly main: { readonly one: string; readonly many: string };
  /** Operations of the API on the domain: read, create, update, delete and the actions of every entity. */
  readonly operations: number;
  readonly references: number;
  readonly rules: number;
  /** Events that entities emit, in the order of their names. */
  readonly events: readonly string[];
  /** What somebody else is asked to run: consumers of events, schedules, subscribers. */
  readonly routes: number;
  /** An outside service that knows who people are, if one is declared. */
  readonly identityProvider?: Integration;
  /** Counts and sums that texts of decisions say. */
  readonly figures: readonly Fact[];
  /** Options of the questions that were decided before. */
  readonly decided: Readonly<Record<string, string>>;
}

export function situationOf(facts: DecisionFacts, decided: Readonly<Record<string, string>>): Situation {
  const { blueprint, entities, scale } = facts;
  const staged = (of: (stage: (typeof STAGES)[number]) => Fact): Staged<Fact> =>
    Object.fromEntries(STAGES.map((stage) => [stage, of(stage)])) as unknown as Staged<Fact>;
  const events = [
    ...new Set(entities.flatMap(({ actions }) => actions.flatMap(({ action }) => action.emits ?? []))),
  ].sort();
  const operations = entities.reduce((sum, { permissions }) => sum + Object.keys(permissions).length, 0);
  const references = entities.reduce((sum, entity) => sum + entity.references.length + entity.links.length, 0);
  const rules = entities.reduce((sum, entity) => sum + entity.rules.length, 0);
  const routes = blueprint.reactions.length + (blueprint.webhooks?.events.length ?? 0);
  const { names } = leadingEntity(facts);
  const engineers = engineersOf(facts);
  const vcpu = staged((stage) => vcpuOf(facts, stage));
  const identityProvider = blueprint.integrations.find(({ kind }) => IDENTITY.test(kind));
  return {
    ...facts,
    engineers,
    jobs: staged((stage) => scale.workload[stage].peakJobsPerMinute),
    peakRequests: staged((stage) => scale.workload[stage].peakRequestsPerSecond),
    peakWrites: staged((stage) => scale.workload[stage].peakWritesPerSecond),
    tenants: staged((stage) => scale.workload[stage].tenants),
    vcpu,
    main: { one: names.textOne, many: names.textMany },
    operations,
    references,
    rules,
    events,
    routes,
    figures: [
      engineers,
      ...Object.values(vcpu),
      count('operations', 'operations on the domain', operations),
      count('references', 'references between entities', references),
      count('rules', 'rules of the domain', rules),
      count('routes', 'routes from events and schedules to consumers', routes),
      count('events', 'events that entities emit', events.length),
    ],
    ...(identityProvider && { identityProvider }),
    decided,
  };
}

function count(name: string, label: string, value: number): Fact {
  return figure(name, label, value, 'none', { text: 'Counted in the blueprint.', basis: 'given' });
}

/** Kinds of integrations that sign people in. */
const IDENTITY = /\b(?:identity|oidc|openid|oauth2?|saml|sso|idp|single.?sign.?on)\b/i;

/** People who build and run it: given, or assumed from the size of the domain. */
export function engineersOf({ blueprint, contexts, entities }: DecisionFacts): Fact {
  const fact = { id: 'decisions.engineers', label: 'engineers who build and run it', unit: 'none' } as const;
  const given = blueprint.constraints.engineers;
  if (given !== undefined) {
    const at = blueprint.places?.['constraints.engineers'];
    const because = [{ text: 'The blueprint says so.', ...(at && { at }) }];
    return { ...fact, value: given, basis: 'given', because };
  }
  const value = Math.max(2, Math.ceil(entities.length / ENTITIES_PER_ENGINEER));
  const text = `The blueprint does not say; one for every ${ENTITIES_PER_ENGINEER} of the ${entities.length} entities in ${contexts.length} contexts, and never one alone.`;
  return { ...fact, value, basis: 'assumed', because: [{ text }] };
}

const ENTITIES_PER_ENGINEER = 8;

function vcpuOf({ scale }: DecisionFacts, stage: (typeof STAGES)[number]): Fact {
  const { apiPods, vcpuPerApiPod, workerPods, vcpuPerWorkerPod, databaseVcpu } = scale.capacity[stage];
  const value = apiPods.value * vcpuPerApiPod.value + workerPods.value * vcpuPerWorkerPod.value + databaseVcpu.value;
  const text = `${number(apiPods.value)} × ${number(vcpuPerApiPod.value)} + ${number(workerPods.value)} × ${number(vcpuPerWorkerPod.value)} + ${number(databaseVcpu.value)} = ${number(value)}`;
  const from = [apiPods, vcpuPerApiPod, workerPods, vcpuPerWorkerPod, databaseVcpu].map(({ id }) => id);
  return {
    id: `decisions.vcpu.${stage}`,
    label: 'processors of API, worker and database together',
    value,
    unit: 'vCPU',
    basis: 'modelled',
    because: [{ text, from }],
  };
}

const REGIMES: Readonly<Record<Situation['blueprint']['constraints']['compliance'][number], string>> = {
  gdpr: 'GDPR',
  'pci-dss': 'PCI DSS',
  hipaa: 'HIPAA',
  soc2: 'SOC 2',
  iso27001: 'ISO 27001',
  ccpa: 'CCPA',
};

/** `GDPR and PCI DSS`, `none`. */
export function regimeNames(regimes: Situation['blueprint']['constraints']['compliance']): string {
  return regimes.map((regime) => REGIMES[regime]).join(' and ') || 'none';
}
