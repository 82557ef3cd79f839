import type { Behaviour, BehaviourKey, Scale } from '../scale.js';
import type { BlueprintSource } from '../schema/blueprint.js';
import { withoutUndefined } from './defined.js';

type ScaleSource = NonNullable<BlueprintSource['scale']>;

/** What a brief that is silent about scale is taken to mean. */
const ASSUMED_SCALE = { concurrentUsers: 10_000, tenants: 100, growth: { months12: 2, months36: 5 } };

/** What a brief that is silent about its users is taken to mean. */
export const ASSUMED_BEHAVIOUR: Readonly<Record<BehaviourKey, number>> = {
  requestsPerUserPerMinute: 2,
  peakFactor: 3,
  activeHoursPerDay: 12,
  readShare: 0.9,
  createShare: 0.3,
  responseKiB: 4,
  fileMiB: 1,
  cpuMsPerRequest: 5,
  databaseMsPerRequest: 6,
};

export function buildScale(source: BlueprintSource['scale']): Scale {
  const keys = ['concurrentUsers', 'tenants', 'growth'] as const;
  return {
    ...ASSUMED_SCALE,
    ...(source && withoutUndefined(source)),
    behaviour: behaviour(source?.behaviour),
    assumed: keys.filter((key) => source?.[key] === undefined),
  };
}

function behaviour(source: ScaleSource['behaviour']): Behaviour {
  const keys = Object.keys(ASSUMED_BEHAVIOUR) as BehaviourKey[];
  return {
    ...ASSUMED_BEHAVIOUR,
    rowsPerMonth: {},
    ...(source && withoutUndefined(source)),
    assumed: keys.filter((key) => source?.[key] === undefined),
  };
}
