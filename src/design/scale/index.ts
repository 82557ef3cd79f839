import type { Fact, Unit } from '../fact.js';
import type { Design } from '../model.js';
import { STAGES, type ScaleDesign, type Staged } from './model.js';

/** Assumptions, load, capacity and cost of the system. */
export function scaleOf(_: Pick<Design, 'blueprint' | 'entities'>): ScaleDesign {
  const each = <Value>(make: (stage: string) => Value): Staged<Value> =>
    Object.fromEntries(STAGES.map((stage) => [stage, make(stage)])) as unknown as Staged<Value>;
  const fact = (id: string, unit: Unit = 'none'): Fact => ({
    id,
    label: id,
    value: 1,
    unit,
    basis: 'modelled',
    because: [{ text: 'provisional' }],
  });
  const proxy = <Value>(prefix: string): Value =>
    new Proxy({}, { get: (_, key) => fact(`${prefix}.${String(key)}`) }) as Value;
  return {
    assumptions: [],
    constraints: [],
    behaviour: {},
    workload: each((stage) => proxy(`scale.${stage}`)),
    capacity: each((stage) => proxy(`capacity.${stage}`)),
    poolSize: { ...fact('capacity.poolSize', 'connections'), value: 10 },
    tables: {},
    bottlenecks: [],
  };
}
