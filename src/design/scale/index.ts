import { ACCESS_TOKEN_TTL_SECONDS } from '../environment.js';
import type { Fact } from '../fact.js';
import type { Design } from '../model.js';
import { assumptionsOf, busiestWords } from './assumptions.js';
import { behaviourOf } from './behaviour.js';
import { bottlenecksOf } from './bottlenecks.js';
import { capacityOf } from './capacity.js';
import { constraintsOf } from './constraints.js';
import { effectsOfRow } from './jobs.js';
import { staged, type Capacity, type ScaleDesign, type Staged } from './model.js';
import { organizationLimitOf } from './organization-limit.js';
import { belowLimit, poolSizeOf } from './pool.js';
import { regionsOf } from './regions.js';
import { rulesOf } from './rules.js';
import { rowsPerMonth, tablesOf } from './tables.js';
import { activeSeconds, growthOf, peakAtLaunch, workloadOf } from './workload.js';

type ScaleSource = Pick<Design, 'blueprint' | 'entities' | 'roles'> & Partial<Pick<Design, 'stack'>>;

/**
 * Assumptions, load and capacity of the system at each stage. Load and capacity come before the stack, which is decided by them; once it
 * is decided, the limits are those of what was decided.
 */
export function scaleOf(design: ScaleSource): ScaleDesign {
  const { blueprint, entities } = design;
  const ids = assumptionsOf(design);
  const rules = rulesOf(ids);
  const behaviour = behaviourOf(blueprint, ids);
  const growth = growthOf(blueprint, ids);
  const requests = (peakAtLaunch(blueprint, behaviour) / behaviour.peakFactor.value) * activeSeconds(behaviour);
  const writes = requests * (1 - behaviour.readShare.value / 100);
  const rows = rowsPerMonth(design, (writes * behaviour.createShare.value) / 100);
  const rates = {
    subscribersPerEvent: rules.subscribersPerEvent.value,
    updatesPerRow: behaviour.createShare.value === 0 ? 0 : 100 / behaviour.createShare.value - 1,
  };
  const effects = new Map(entities.map((entity) => [entity.entity.name, effectsOfRow(entity, blueprint, rates)]));
  const events = [...effects].reduce((sum, [name, effect]) => sum + (rows.get(name) ?? 0) * effect.events, 0);
  const sessions = blueprint.scale.concurrentUsers / behaviour.peakFactor.value;
  const refreshes = (sessions * activeSeconds(behaviour)) / ACCESS_TOKEN_TTL_SECONDS;
  const tables = tablesOf(design, rows, { writes, events, refreshes }, rules, ids);
  const workload = staged((stage) =>
    workloadOf(design, stage, { behaviour, growth, rules, rows, effects, tables, ids }),
  );
  const deploy = design.stack?.deploy;
  const capacityWith = (pool: Fact): Staged<Capacity> =>
    staged((stage) =>
      capacityOf(design, { stage, workload: workload[stage], behaviour, rules, tables, poolSize: pool, deploy }),
    );
  const wanted = poolSizeOf(behaviour, rules, busiestWords(entities));
  const ample = capacityWith(wanted);
  const poolSize = deploy === 'compose' ? wanted : belowLimit(wanted, ample, rules);
  const capacity = poolSize === wanted ? ample : capacityWith(poolSize);
  const organizationLimit = organizationLimitOf(workload.launch);
  const model = { behaviour, rules, growth, workload, capacity, poolSize, organizationLimit, tables };
  return {
    assumptions: ids.list,
    constraints: constraintsOf(blueprint),
    regions: regionsOf(blueprint),
    ...model,
    bottlenecks: bottlenecksOf(design, model),
  };
}
