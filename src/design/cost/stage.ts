import { number } from '../amount.js';
import { modelled } from '../fact.js';
import { STAGE_TITLES } from '../scale/model.js';
import { composeItems } from './compose.js';
import type { CostInput } from './item.js';
import { kubernetesItems } from './kubernetes.js';
import type { StageCost } from './model.js';

/** The bill of one stage. */
export function stageCost(input: CostInput): StageCost {
  const { design, stage } = input;
  const items = design.stack.deploy === 'compose' ? composeItems(input) : kubernetesItems(input);
  const total = items.reduce((sum, { monthlyUsd }) => sum + monthlyUsd.value, 0);
  const title = STAGE_TITLES[stage];
  const { tenants, requestsPerMonth } = design.scale.workload[stage];
  const totalUsd = modelled(
    `cost.${stage}.totalUsd`,
    `infrastructure per month, ${title}`,
    total,
    'USD/month',
    `Sum of ${number(items.length)} items.`,
    { from: items.map(({ monthlyUsd }) => monthlyUsd.id) },
  );
  return {
    items,
    totalUsd,
    perTenantUsd: modelled(
      `cost.${stage}.perTenantUsd`,
      `infrastructure per organization and month, ${title}`,
      // In whole cents.
      Math.round((total / tenants.value) * 100) / 100,
      'USD/month',
      `$${number(total)} / ${number(tenants.value)} organizations.`,
      { from: [totalUsd.id, tenants.id] },
    ),
    per1000RequestsUsd: modelled(
      `cost.${stage}.per1000RequestsUsd`,
      `infrastructure per 1,000 requests, ${title}`,
      total / (requestsPerMonth.value / 1000),
      'USD',
      `$${number(total)} / ${number(requestsPerMonth.value)} requests × 1,000.`,
      { from: [totalUsd.id, requestsPerMonth.id] },
    ),
  };
}
