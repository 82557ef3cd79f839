import { beforeAll, describe, expect, it } from 'vitest';

import { loadBlocks } from '../../src/brief/load.js';
import { offlinePlanner } from '../../src/brief/offline/planner.js';
import type { Planner } from '../../src/brief/planner.js';
import { readCases } from './gold.js';
import { planCase } from './planned.js';
import { ratio, score } from './score.js';

const cases = readCases();
const planned = cases.filter(({ gold }) => gold.kind !== 'none');
const withinBlocks = planned.filter(({ gold }) => ['domain', 'short', 'exclusions'].includes(gold.kind));

describe('planning without a model', () => {
  let planner: Planner;
  beforeAll(async () => {
    planner = offlinePlanner(await loadBlocks());
  });

  it.each(withinBlocks)('$id: finds four of five entities that the brief must have', async (each) => {
    const { planned, blueprint } = await planCase(planner, each);
    const { entities } = score(each.gold, each.brief, planned, blueprint);
    expect(ratio(entities), `without ${entities.missing.join(', ')}`).toBeGreaterThanOrEqual(0.8);
  });

  it.each(planned)(
    '$id: gives no role too much, invents no law and no number, and lets nothing through',
    async (each) => {
      const { planned, blueprint } = await planCase(planner, each);
      const { overGrants, inventedCompliance, dishonest, forbidden } = score(each.gold, each.brief, planned, blueprint);
      expect({ overGrants, inventedCompliance, dishonest, forbidden }).toEqual({
        overGrants: [],
        inventedCompliance: [],
        dishonest: [],
        forbidden: [],
      });
    },
  );

  it.each(planned)('$id: has every number, law and service that the brief states', async (each) => {
    const { planned, blueprint } = await planCase(planner, each);
    expect(score(each.gold, each.brief, planned, blueprint).stated.missing).toEqual([]);
  });

  it.each(cases.filter(({ gold }) => gold.kind === 'none'))('$id: is told that it is no backend', async (each) => {
    await expect(planCase(planner, each)).rejects.toThrow(expect.objectContaining({ code: 'NOT_A_BACKEND' }));
  });
});
