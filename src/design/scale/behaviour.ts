import type { Blueprint } from '../../blueprint/model.js';
import type { BehaviourKey } from '../../blueprint/scale.js';
import type { Fact, Unit } from '../fact.js';
import type { AssumptionIds } from './assumptions.js';

/** What each key of `scale.behaviour` is, in the order of the document. Shares are shown in percent. */
export const BEHAVIOUR: Readonly<Record<BehaviourKey, { label: string; unit: Unit; perUnit: number }>> = {
  requestsPerUserPerMinute: { label: 'requests of an active user per minute', unit: 'requests/min', perUnit: 1 },
  peakFactor: { label: 'peak load over the mean of the active hours', unit: 'times', perUnit: 1 },
  activeHoursPerDay: { label: 'active hours of a day', unit: 'h', perUnit: 1 },
  readShare: { label: 'requests that only read', unit: 'percent', perUnit: 100 },
  createShare: { label: 'writing requests that add a row', unit: 'percent', perUnit: 100 },
  responseKiB: { label: 'size of an answer', unit: 'KiB', perUnit: 1 },
  fileMiB: { label: 'size of a stored file', unit: 'MiB', perUnit: 1 },
  cpuMsPerRequest: { label: 'processor time of a request', unit: 'ms', perUnit: 1 },
  databaseMsPerRequest: { label: 'time a request holds a connection', unit: 'ms', perUnit: 1 },
};

/** The behaviour as facts: given by the blueprint, or assumed. */
export function behaviourOf(blueprint: Blueprint, ids: AssumptionIds): Readonly<Record<BehaviourKey, Fact>> {
  const { behaviour } = blueprint.scale;
  const facts = (Object.keys(BEHAVIOUR) as BehaviourKey[]).map((key): [BehaviourKey, Fact] => {
    const { label, unit, perUnit } = BEHAVIOUR[key];
    const path = `scale.behaviour.${key}`;
    const at = blueprint.places?.[path];
    const isAssumed = behaviour.assumed.includes(key);
    const text = isAssumed
      ? `The blueprint does not say ${path}; ${behaviour[key]} is assumed.`
      : `The blueprint says ${path}: ${behaviour[key]}.`;
    return [
      key,
      {
        id: `behaviour.${key}`,
        label,
        value: behaviour[key] * perUnit,
        unit,
        basis: isAssumed ? 'assumed' : 'given',
        because: [{ text, ...(isAssumed ? ids.reason(key) : {}), ...(at && { at }) }],
      },
    ];
  });
  return Object.fromEntries(facts) as Record<BehaviourKey, Fact>;
}
