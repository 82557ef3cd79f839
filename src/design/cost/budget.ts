import { number } from '../amount.js';
import { modelled, type Fact } from '../fact.js';
import type { Design } from '../model.js';
import { placed } from '../scale/assumptions.js';
import { STAGE_TITLES, staged, type Stage, type Staged } from '../scale/model.js';
import type { BudgetDesign, Cut, StageCost } from './model.js';
import type { PriceOf } from './prices.js';
import { storedLogGib } from './shared.js';

type Input = Pick<Design, 'blueprint' | 'stack' | 'scale'>;

/** Logs that are enough to look into yesterday's incident. */
const SHORT_LOG_DAYS = 7;
/** Months of the audit log that people look into; older entries may lie in object storage. */
const AUDIT_MONTHS_ONLINE = 12;

/** The verdict on the author's budget; nothing where there is none. */
export function budgetOf(
  design: Input,
  stages: Staged<StageCost>,
  priceOf: PriceOf,
): { readonly budget?: BudgetDesign } {
  const limit = design.blueprint.constraints.monthlyBudgetUsd;
  if (limit === undefined) return {};
  const monthlyUsd: Fact = {
    id: 'budget.monthlyUsd',
    label: 'budget for infrastructure',
    value: limit,
    unit: 'USD/month',
    basis: 'given',
    because: [
      {
        text: `The blueprint says constraints.monthlyBudgetUsd: ${limit}.`,
        ...placed(design.blueprint, 'constraints.monthlyBudgetUsd'),
      },
    ],
  };
  const total = (stage: Stage): Fact => stages[stage].totalUsd;
  return {
    budget: {
      monthlyUsd,
      verdict: staged((stage) => (total(stage).value <= limit ? 'within' : 'over')),
      distanceUsd: staged((stage) =>
        modelled(
          `budget.${stage}.distanceUsd`,
          `distance of the cost from the budget, ${STAGE_TITLES[stage]}`,
          Math.abs(limit - total(stage).value),
          'USD/month',
          `|$${number(limit)} − $${number(total(stage).value)}|.`,
          { from: [monthlyUsd.id, total(stage).id] },
        ),
      ),
      cuts: staged((stage) => cutsOf(design, stage, stages[stage], priceOf)),
    },
  };
}

/** Off the list price of servers for one year's promise, without paying in advance; an assumption on the low side. */
const COMMITMENT = 0.2;
const SERVERS = ['api', 'worker', 'database', 'database-standby', 'database-replicas', 'hosts'];

/** The least harmful first. */
function cutsOf(design: Input, stage: Stage, { items }: StageCost, priceOf: PriceOf): Cut[] {
  const { scale, stack } = design;
  const isManaged = stack.deploy !== 'compose';
  const costOf = (id: string): number => items.find((one) => one.id === id)?.monthlyUsd.value ?? 0;
  const cut = (id: string, label: string, usd: number, givesUp: string, from: readonly string[]): Cut[] =>
    Math.floor(usd) <= 0
      ? []
      : [
          {
            id,
            label,
            givesUp,
            savesUsd: modelled(
              `cut.${stage}.${id}`,
              `saved by ${label}, ${STAGE_TITLES[stage]}`,
              Math.floor(usd),
              'USD/month',
              `What ${label} takes off the bill, rounded down.`,
              { from },
            ),
          },
        ];
  const logs = storedLogGib({ design, stage }) * (1 - SHORT_LOG_DAYS / scale.rules.logDays.value);
  const disk = isManaged ? 2 * priceOf('databaseStorageGibMonth') : priceOf('volumeGibMonth');
  const audit = auditGibToArchive(scale, stage);
  const servers = SERVERS.reduce((sum, id) => sum + costOf(id), 0);
  return [
    ...cut('commitment', 'a one-year commitment for servers', servers * COMMITMENT, 'smaller servers within the year', [
      `cost.${stage}.totalUsd`,
    ]),
    ...cut('logs', `logs for ${SHORT_LOG_DAYS} days`, logs * priceOf('volumeGibMonth'), 'a longer look back', [
      scale.capacity[stage].logGiBPerMonth.id,
    ]),
    ...cut(
      'audit-archive',
      `audit log beyond ${AUDIT_MONTHS_ONLINE} months in object storage`,
      audit * (disk / (1 - scale.rules.storageHeadroom.value / 100) - priceOf('objectStorageGibMonth')),
      'searching old entries through the API',
      [`table.AuditLog.${stage}.sizeMiB`],
    ),
    ...(isManaged
      ? cut(
          'standby',
          'no standby of the database',
          costOf('database-standby') + costOf('database-storage') / 2,
          'failover to another zone',
          [`cost.${stage}.database-standby`, `cost.${stage}.database-storage`],
        )
      : []),
  ];
}

/** What the audit log holds beyond the months that stay in the database, from the sizes of the stages. */
function auditGibToArchive({ tables, growth }: Design['scale'], stage: Stage): number {
  const table = tables.AuditLog;
  if (!table || stage !== 'months36') return 0;
  const online =
    (table.rowsPerMonth.value * table.bytesPerRow.value * growth.months36.value * AUDIT_MONTHS_ONLINE) / 1024 ** 3;
  return Math.max(table.sizeMiB.months36.value / 1024 - online, 0);
}
