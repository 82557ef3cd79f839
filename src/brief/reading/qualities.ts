import type { BlueprintSource } from '../../blueprint/schema/blueprint.js';
import { COMPLIANCE } from '../../blueprint/schema/constraints.js';
import { ASSUMED_BEHAVIOUR } from '../../blueprint/build/scale.js';
import type { Quote } from '../brief.js';
import type { ItemOrigin, PlannedAssumption } from '../planner.js';
import { vendorNamed } from './cues/vendors.js';
import type { Cue, Quantity, Reading } from './reading.js';

/** The parts of a blueprint that a brief states about the whole system. */
export interface StatedQualities {
  readonly parts: Partial<
    Pick<BlueprintSource, 'tenancy' | 'scale' | 'constraints' | 'qualities' | 'stack' | 'integrations'>
  >;
  /** The brief asks for webhooks that customers receive; which events there are depends on its entities. */
  readonly wantsWebhooks: boolean;
  readonly origins: readonly StatedOrigin[];
  /** What was taken for granted in reading: a currency, an average, a period. */
  readonly assumptions: readonly PlannedAssumption[];
}

/** Where a value comes from, with the words that say it. */
export type StatedOrigin = ItemOrigin & { readonly quote: Quote };

/** What the brief says about tenancy, load, limits and technology. Says nothing about what it leaves open, and invents no compliance. */
export function qualitiesOf(reading: Reading): StatedQualities {
  const origins: StatedOrigin[] = [];
  const assumptions: PlannedAssumption[] = [];

  const stated = (path: string, quote: Quote, because = `The brief says “${inline(quote.text)}”.`) => {
    origins.push({ path, source: 'brief', because, requirements: [], quote });
  };
  const take = (path: string, quantity: Quantity | undefined): number | undefined => {
    if (!quantity) return undefined;
    stated(path, quantity.quote);
    if (quantity.note !== undefined) {
      assumptions.push({ id: path.replaceAll('.', '-'), text: quantity.note, source: 'assumption', path });
    }
    return quantity.value;
  };
  const all = (kind: Quantity['kind']) => reading.quantities.filter((each) => each.kind === kind);
  const greatest = (kind: Quantity['kind']) =>
    all(kind).reduce<Quantity | undefined>((best, each) => (best && best.value >= each.value ? best : each), undefined);
  const wanted = (kind: Cue['kind']) => reading.cues.filter((each) => each.kind === kind && !each.negated);

  const tenancy = tenancyOf(reading);
  if (tenancy) stated('tenancy', tenancy.quote);

  const requests = greatest('requestsPerSecond');
  const users = greatest('concurrentUsers');
  const concurrentUsers = take('scale.concurrentUsers', users ?? (requests && usersOf(requests)));
  const requestsPerUser = users && requests && !requests.note ? perMinute(requests.value, users.value) : undefined;
  if (requestsPerUser !== undefined) stated('scale.behaviour.requestsPerUserPerMinute', requests!.quote);
  const tenants = tenancy?.value === 'single' ? undefined : take('scale.tenants', greatest('tenants'));
  const months12 = take('scale.growth.months12', greatest('growthMonths12'));
  const months36 = take('scale.growth.months36', greatest('growthMonths36'));
  const scale = kept({
    concurrentUsers,
    tenants,
    growth: months12 !== undefined && months36 !== undefined ? { months12, months36 } : undefined,
    behaviour: requestsPerUser === undefined ? undefined : { requestsPerUserPerMinute: requestsPerUser },
  });

  const regions = distinct(wanted('region'));
  const rules = distinct(wanted('compliance'));
  for (const cue of regions) stated('constraints.regions', cue.quote);
  for (const cue of rules) stated('constraints.compliance', cue.quote);
  const constraints = kept({
    regions: regions.length > 0 ? regions.map(({ value }) => value) : undefined,
    compliance: rules.length > 0 ? COMPLIANCE.filter((id) => rules.some(({ value }) => value === id)) : undefined,
    monthlyBudgetUsd: take('constraints.monthlyBudgetUsd', all('monthlyBudgetUsd')[0]),
    engineers: take('constraints.engineers', greatest('engineers')),
  });

  const ordering = wanted('ordering')[0];
  if (ordering) stated('qualities.ordering', ordering.quote);
  const reads = wanted('reads')[0];
  if (reads) stated('qualities.reads', reads.quote);
  const qualities = kept({
    latencyP95Ms: take('qualities.latencyP95Ms', all('latencyMs')[0]),
    availabilityPercent: take('qualities.availabilityPercent', greatest('availabilityPercent')),
    retentionDays: take('qualities.retentionDays', greatest('retentionDays')),
    ordering: ordering ? ('strict' as const) : undefined,
    reads: reads ? ('graph' as const) : undefined,
  });

  const pins = firstPerSlot(wanted('stack'));
  for (const [slot, cue] of pins) stated(`stack.${slot}`, cue.quote);
  const stack = kept(Object.fromEntries([...pins].map(([slot, cue]) => [slot, optionOf(cue)]))) as
    BlueprintSource['stack'] | undefined;

  const services = namedServices(wanted('integration'));
  for (const cue of services) stated(`integrations.${cue.value}`, cue.quote);
  const integrations = Object.fromEntries(
    services.map(({ value }) => {
      const { kind, timeoutMs } = vendorNamed(value)!;
      return [value, { kind, timeoutMs, source: 'brief' as const }];
    }),
  );

  const webhooks = wanted('webhooks').find(({ value }) => value === 'outbound');
  if (webhooks) stated('webhooks', webhooks.quote);
  return {
    parts: {
      ...(tenancy ? { tenancy: tenancy.value } : {}),
      ...(scale ? { scale } : {}),
      ...(constraints ? { constraints } : {}),
      ...(qualities ? { qualities } : {}),
      ...(pins.size > 0 ? { stack } : {}),
      ...(services.length > 0 ? { integrations } : {}),
    },
    wantsWebhooks: webhooks !== undefined,
    origins,
    assumptions,
  };
}

/** What was said outright wins: one organization before many, both before the number of organizations. */
function tenancyOf({ cues, quantities }: Reading): { value: 'shared' | 'single'; quote: Quote } | undefined {
  const said = cues.filter(({ kind }) => kind === 'tenancy');
  const single = said.find(({ value, negated }) => (value === 'single' ? !negated : negated));
  const shared = said.find(({ value, negated }) => value === 'shared' && !negated);
  if (single && !shared) return { value: 'single', quote: single.quote };
  if (shared) return { value: 'shared', quote: shared.quote };
  const tenants = quantities.find(({ kind, value }) => kind === 'tenants' && value > 1);
  return tenants && { value: 'shared', quote: tenants.quote };
}

/** As many users as cause the requests, when only these are said. */
function usersOf(requests: Quantity): Quantity {
  const value = Math.max(1, Math.ceil((requests.value * 60) / ASSUMED_BEHAVIOUR.requestsPerUserPerMinute));
  const note = `${requests.note ? `${requests.note} ` : ''}${requests.value} requests per second are taken as ${value} users with ${ASSUMED_BEHAVIOUR.requestsPerUserPerMinute} requests a minute each.`;
  return { kind: 'concurrentUsers', value, quote: requests.quote, note };
}

function perMinute(requestsPerSecond: number, users: number): number | undefined {
  const value = Number(((requestsPerSecond * 60) / users).toPrecision(3));
  return value > 0 && value <= 10_000 ? value : undefined;
}

function firstPerSlot(cues: readonly Cue[]): Map<string, Cue> {
  const pins = new Map<string, Cue>();
  for (const cue of cues) {
    const slot = cue.value.split('=')[0]!;
    if (!pins.has(slot)) pins.set(slot, cue);
  }
  return pins;
}

const optionOf = ({ value }: Cue): string => value.split('=')[1]!;

/** Each service once; "the payment provider" is the one that has a name. */
function namedServices(cues: readonly Cue[]): Cue[] {
  const once = distinct(cues);
  const isGeneric = ({ value }: Cue) =>
    /-(?:provider|gateway|system|service)$|^(?:carrier|credit-bureau|exchange-rates)$/.test(value);
  const kinds = new Set(once.filter((cue) => !isGeneric(cue)).map(({ value }) => vendorNamed(value)!.kind));
  return once.filter((cue) => !isGeneric(cue) || !kinds.has(vendorNamed(cue.value)!.kind));
}

function distinct(cues: readonly Cue[]): Cue[] {
  return cues.filter((cue, at) => cues.findIndex(({ value }) => value === cue.value) === at);
}

/** The object without keys that have no value; nothing when none is left. */
function kept<Shape extends object>(
  object: Shape,
): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } | undefined {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return entries.length > 0
    ? (Object.fromEntries(entries) as { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> })
    : undefined;
}

/** On one line. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ');
}
