import { counted } from '../amount.js';
import type { Fact } from '../fact.js';
import type { Design } from '../model.js';
import type { CoverageTarget, TestingDesign } from './model.js';

type Given = Pick<Design, 'entities' | 'permissions' | 'endpoints'>;

/** Targets are a rule of this product: the fewer things may go wrong unseen in a layer, the nearer to all of its branches. */
export function testingOf({ entities, permissions }: Given): TestingDesign {
  const rules = entities.reduce((sum, entity) => sum + entity.rules.length, 0);
  const actions = entities.reduce((sum, entity) => sum + entity.actions.length, 0);
  const writable = entities.filter((entity) => entity.writable).length;
  return {
    coverage: [
      target(
        'domain',
        ['packages/core'],
        100,
        `Pure functions: ${counted(rules, 'rule')} and ${counted(actions, 'action')}, tried with values that break them`,
      ),
      target(
        'security',
        ['packages/auth', 'apps/api/src/middleware', 'packages/database/src/tenant.ts'],
        95,
        `Every request passes here, and ${counted(permissions.length, 'permission')} depend on it`,
      ),
      target(
        'use cases',
        ['apps/api/src/modules'],
        90,
        `${counted(writable, 'module')} of one pattern: what is left out is left out everywhere`,
      ),
      target(
        'platform',
        ['packages/common', 'packages/database'],
        85,
        `Failures around ${counted(entities.length, 'table')} are hard to bring about`,
      ),
    ],
  };
}

function target(layer: string, where: readonly string[], percent: number, because: string): CoverageTarget {
  const branches: Fact = {
    id: `testing.coverage.${layer.replace(' ', '-')}`,
    label: `branches of the layer ${layer} that tests reach`,
    value: percent,
    unit: 'percent',
    basis: 'target',
    because: [{ text: because }],
  };
  return { layer, where, branches, because };
}
