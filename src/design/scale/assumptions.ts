import type { Position } from '../../blueprint/diagnostic.js';
import type { Blueprint } from '../../blueprint/model.js';
import type { BehaviourKey } from '../../blueprint/scale.js';
import { number } from '../amount.js';
import type { Design } from '../model.js';
import { DEFAULT_REGION, isEuropean } from './regions.js';
import type { AssumptionDesign } from './model.js';

/** The numbers of the assumptions, by what they are about. */
export interface AssumptionIds {
  readonly list: readonly AssumptionDesign[];
  /** Of a fact that rests on one. Empty where the blueprint says the value itself. */
  reason(key: string): { readonly assumption?: string };
}

interface Row {
  readonly key: string;
  readonly text: string;
  readonly effect: string;
  readonly overriddenBy?: string;
}

/** The author's own first, then one for each value that the blueprint leaves to the model. */
export function assumptionsOf({ blueprint, entities }: Pick<Design, 'blueprint' | 'entities'>): AssumptionIds {
  const own = blueprint.assumptions.map(({ id, text, source, at }) => ({
    id,
    text,
    source: source ?? ('person' as const),
    effect: 'no figure is computed from it',
    overriddenBy: 'assumptions',
    at,
  }));
  const taken = new Set(own.map(({ id }) => id));
  const numbers = freeNumbers(taken);
  const rows = defaultRows(blueprint, entities);
  const byKey = new Map<string, string>();
  const defaults = rows.map(({ key, ...row }): AssumptionDesign => {
    const id = numbers.next().value as string;
    byKey.set(key, id);
    return { id, ...row, source: 'default' };
  });
  return {
    list: [...own, ...defaults],
    reason: (key) => {
      const id = byKey.get(key);
      return id === undefined ? {} : { assumption: id };
    },
  };
}

function* freeNumbers(taken: ReadonlySet<string>): Generator<string> {
  for (let number = 1; ; number += 1) if (!taken.has(`D${number}`)) yield `D${number}`;
}

function defaultRows(blueprint: Blueprint, entities: Design['entities']): Row[] {
  const { scale, constraints } = blueprint;
  const names = busiestWords(entities);
  return [
    ...(scale.assumed.includes('concurrentUsers')
      ? [
          {
            key: 'concurrentUsers',
            text: `${number(scale.concurrentUsers)} people use the ${names} at the same moment at peak`,
            effect: 'every figure of load and cost',
            overriddenBy: 'scale.concurrentUsers',
          },
        ]
      : []),
    ...(scale.assumed.includes('tenants') && blueprint.tenancy === 'shared'
      ? [
          {
            key: 'tenants',
            text: `${number(scale.tenants)} organizations at launch`,
            effect: 'cost per organization, limits',
            overriddenBy: 'scale.tenants',
          },
        ]
      : []),
    ...(scale.assumed.includes('growth')
      ? [
          {
            key: 'growth',
            text: `load × ${number(scale.growth.months12)} in 12 months, × ${number(scale.growth.months36)} in 36`,
            effect: 'every figure after launch',
            overriddenBy: 'scale.growth',
          },
        ]
      : []),
    ...behaviourRows(blueprint, entities),
    ...(constraints.regions.length === 0
      ? [
          {
            key: 'region',
            text: `one region, ${DEFAULT_REGION}`,
            effect: 'prices, residency of data',
            overriddenBy: 'constraints.regions',
          },
        ]
      : []),
    ...(appliesByDefault(blueprint)
      ? [
          {
            key: 'gdpr',
            text: 'users in the EU: GDPR applies',
            effect: 'retention, export, deletion, residency',
            overriddenBy: 'constraints.compliance',
          },
        ]
      : []),
    ...modelRows(blueprint, names),
  ];
}

/** GDPR is taken for granted where the system runs in Europe, or nobody said where it runs. */
function appliesByDefault({ constraints }: Blueprint): boolean {
  if (constraints.compliance.includes('gdpr')) return false;
  return constraints.regions.length === 0 || constraints.regions.some(isEuropean);
}

const BEHAVIOUR_ROWS: Readonly<Record<BehaviourKey, readonly [text: (value: string) => string, effect: string]>> = {
  requestsPerUserPerMinute: [
    (value) => `${value} requests per active user and minute`,
    'requests per second, processes',
  ],
  peakFactor: [(value) => `peak is ${value} × the daily mean`, 'requests per month, egress, storage'],
  activeHoursPerDay: [(value) => `${value} active hours a day`, 'requests per month, egress, storage'],
  readShare: [(value) => `${value} of the requests only read`, 'writes, rows, storage, IOPS'],
  createShare: [(value) => `${value} of the writes add a row`, 'rows, storage, jobs'],
  responseKiB: [(value) => `an answer has ${value} KiB`, 'egress'],
  fileMiB: [(value) => `a file has ${value} MiB`, 'object storage'],
  cpuMsPerRequest: [(value) => `${value} ms of processor per request`, 'API processes'],
  databaseMsPerRequest: [(value) => `a request holds a connection ${value} ms`, 'pool, database size'],
};

function behaviourRows({ scale }: Blueprint, entities: Design['entities']): Row[] {
  const hasFiles = entities.some(({ fields }) => fields.some(({ field }) => field.type.kind === 'file'));
  return scale.behaviour.assumed
    .filter((key) => key !== 'fileMiB' || hasFiles)
    .map((key) => {
      const value = scale.behaviour[key];
      const [text, effect] = BEHAVIOUR_ROWS[key];
      const shown = key.endsWith('Share') ? `${number(value * 100)} %` : number(value);
      return { key, text: text(shown), effect, overriddenBy: `scale.behaviour.${key}` };
    });
}

/** What no key of the blueprint says as a whole. */
function modelRows(blueprint: Blueprint, names: string): Row[] {
  return [
    {
      key: 'weights',
      text: `new rows are divided over the ${names} and the other entities by who may create them and by what belongs to what`,
      effect: 'size of each table',
      overriddenBy: 'scale.behaviour.rowsPerMonth',
    },
    {
      key: 'recordSizes',
      text: `texts of the ${names} fill 30 % of the length their fields allow, and half of the optional fields hold a value`,
      effect: 'storage, memory',
    },
    ...(hasJobs(blueprint) ? [{ key: 'jobs', text: '10 ms of processor per job', effect: 'worker processes' }] : []),
    { key: 'databaseCpu', text: 'half of the connection time computes', effect: 'database size' },
    { key: 'logs', text: '600 bytes logged per request, 30 days', effect: 'log storage' },
    ...(blueprint.tenancy === 'shared'
      ? [{ key: 'largestTenant', text: 'largest organization is 10 × the mean', effect: 'limits per organization' }]
      : []),
    { key: 'prices', text: 'list prices on demand, no discounts', effect: 'every cost', overriddenBy: 'prices' },
  ];
}

/** Whether anything happens without a request of a person. */
function hasJobs({ reactions, webhooks, integrations }: Blueprint): boolean {
  return reactions.length > 0 || webhooks !== undefined || integrations.some(({ receives }) => receives.length > 0);
}

/** The entities that the system is about, in words: parts of aggregates and reference data left out. */
export function busiestWords(entities: Design['entities']): string {
  const wholes = entities.filter(({ parent, writable }) => parent === undefined && writable);
  const rank = (one: Design['entities'][number]): number => one.actions.length * 2 + one.children.length;
  const names = [...wholes].sort((a, b) => rank(b) - rank(a)).map(({ names: { textMany } }) => textMany);
  const [first = 'records', second] = names;
  return second === undefined ? first : `${first} and ${second}`;
}

/** The position of a value in the blueprint, as part of a reason. */
export function placed(blueprint: Blueprint, path: string): { readonly at?: Position } {
  const at = blueprint.places?.[path];
  return at ? { at } : {};
}
