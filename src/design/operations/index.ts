import type { Design } from '../model.js';
import type { Fact, Unit } from '../fact.js';
import type { OperationsDesign } from './model.js';

/** Queues, timeouts, caches, objectives, alerts and recovery of the system. */
export function operationsOf(
  _design: Pick<Design, 'blueprint' | 'entities' | 'contexts' | 'stack' | 'scale'>,
): OperationsDesign {
  const fact = (id: string, value: number, unit: Unit): Fact => ({
    id,
    label: id,
    value,
    unit,
    basis: 'target',
    because: [{ text: 'provisional' }],
  });
  return {
    queues: [],
    policies: [],
    caches: [],
    slos: [],
    availability: {
      targetPercent: fact('slo.availability', 99.9, 'percent'),
      components: [],
      modelledPercent: fact('availability.modelled', 99.9, 'percent'),
    },
    singlePoints: [],
    metrics: [],
    alerts: [],
    recovery: [],
  };
}
