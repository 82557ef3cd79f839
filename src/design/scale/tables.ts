import type { Blueprint } from '../../blueprint/model.js';
import { byCodePoint } from '../../text/order.js';
import { number } from '../amount.js';
import { modelled, type Fact, type Reason } from '../fact.js';
import type { Design, EntityDesign } from '../model.js';
import type { AssumptionIds } from './assumptions.js';
import { DAYS_PER_MONTH, keptMonths } from './growth.js';
import { STAGE_TITLES, staged, type ModelRules, type Stage, type TableDesign } from './model.js';
import { bytesOfBaseRow, bytesPerRow } from './row-size.js';
import { SOURCES } from './sources.js';
import { creationWeights } from './weights.js';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
/** Rows of a table of reference data, such as the countries of the world. */
const REFERENCE_ROWS = 250;

/** What the rows of the base tables come from, per month at launch. */
export interface BaseRows {
  readonly writes: number;
  readonly events: number;
  readonly refreshes: number;
}

/** New rows of each entity in the first month: what the blueprint says, and the rest divided by weight. */
export function rowsPerMonth(
  design: Pick<Design, 'entities' | 'roles' | 'blueprint'>,
  created: number,
): ReadonlyMap<string, number> {
  const weights = creationWeights(design);
  const given = design.blueprint.scale.behaviour.rowsPerMonth;
  const givenNames = Object.keys(given).sort(byCodePoint);
  const rest = Math.max(created - givenNames.reduce((sum, name) => sum + (given[name] ?? 0), 0), 0);
  const total = [...weights].reduce((sum, [name, weight]) => sum + (name in given ? 0 : weight), 0);
  return new Map(
    design.entities.map(({ entity: { name } }) => {
      const share = total === 0 ? 0 : (weights.get(name) ?? 0) / total;
      return [name, given[name] ?? rest * share];
    }),
  );
}

/** Rows and sizes of every table at each stage. */
export function tablesOf(
  design: Pick<Design, 'entities' | 'blueprint'>,
  rows: ReadonlyMap<string, number>,
  base: BaseRows,
  rules: ModelRules,
  ids: AssumptionIds,
): Readonly<Record<string, TableDesign>> {
  const { blueprint } = design;
  const retention = blueprint.qualities.retentionDays;
  const forEntities = design.entities.map((entity): [string, TableDesign] => {
    const { name } = entity.entity;
    const reason = name in blueprint.scale.behaviour.rowsPerMonth ? {} : ids.reason('weights');
    const text = `${number(bytesPerRow(entity))} bytes: header, columns, and entries in the indexes.`;
    const bytes = sizeFact(name, bytesPerRow(entity), text, ids);
    return [
      name,
      entity.writable
        ? growing(blueprint, name, rows.get(name) ?? 0, bytes, rules, closes(entity) ? retention : undefined, reason)
        : fixed(name, bytes, rules),
    ];
  });
  const forBase = baseTables(base, retention).map(([name, perMonth, bytes, days, text]): [string, TableDesign] => [
    name,
    growing(blueprint, name, perMonth, sizeFact(name, bytes, text, ids), rules, days, {}),
  ]);
  return Object.fromEntries([...forEntities, ...forBase]);
}

/** Whether rows come to an end: some state is left by no action. Only those can be removed by age. */
function closes({ entity: { lifecycle } }: EntityDesign): boolean {
  return lifecycle?.states.some((state) => !lifecycle.actions.some(({ from }) => from.includes(state))) ?? false;
}

type BaseTable = readonly [name: string, perMonth: number, bytes: number, keptDays: number | undefined, text: string];

function baseTables({ writes, events, refreshes }: BaseRows, retention: number | undefined): BaseTable[] {
  return [
    [
      'AuditLog',
      writes,
      bytesOfBaseRow([16, 16, 16, 16, 30, 15, 16, 200, 37, 8], [16, 40, 55, 40]),
      retention,
      'One row for each write, with what changed.',
    ],
    [
      'OutboxEvent',
      events,
      bytesOfBaseRow([16, 16, 20, 15, 16, 300, 37, 8, 8], [16, 24]),
      30,
      'One row for each event, kept for 30 days after it was published.',
    ],
    [
      'RefreshToken',
      refreshes,
      bytesOfBaseRow([16, 16, 16, 16, 65, 8, 8, 8], [16, 65, 16, 32, 8]),
      30,
      'One row for each renewal of a session, kept until it expires.',
    ],
  ];
}

function sizeFact(name: string, bytes: number, text: string, ids: AssumptionIds): Fact {
  return modelled(`table.${name}.bytesPerRow`, `size of a row of ${name}`, bytes, 'bytes', text, {
    source: SOURCES.pageLayout,
    ...ids.reason('recordSizes'),
  });
}

function growing(
  blueprint: Blueprint,
  name: string,
  perMonth: number,
  bytesPerRow: Fact,
  rules: ModelRules,
  keptDays: number | undefined,
  reason: Omit<Reason, 'text'>,
): TableDesign {
  const months = staged((stage) => keptMonths(stage, blueprint.scale.growth, keptDays));
  const monthly = modelled(
    `table.${name}.rowsPerMonth`,
    `new rows of ${name} per month at launch`,
    Math.ceil(perMonth),
    'rows',
    `${number(Math.ceil(perMonth))} rows in the first month.`,
    { from: ['scale.launch.rowsPerMonth'], ...reason },
  );
  const rows = staged((stage) =>
    modelled(
      `table.${name}.${stage}.rows`,
      `rows of ${name}, ${STAGE_TITLES[stage]}`,
      Math.ceil(perMonth * months[stage]),
      'rows',
      `${number(perMonth)} rows a month × ${number(months[stage])} months of launch load that are kept${keptDays === undefined ? '' : ` (${number(keptDays)} days, ${number(keptDays / DAYS_PER_MONTH)} months)`}.`,
      { from: [monthly.id, `scale.growth.${stage}`] },
    ),
  );
  return { rows, ...sizes(name, rows, bytesPerRow, rules), bytesPerRow, rowsPerMonth: monthly };
}

function fixed(name: string, bytesPerRow: Fact, rules: ModelRules): TableDesign {
  const rows = staged((stage) =>
    modelled(
      `table.${name}.${stage}.rows`,
      `rows of ${name}, ${STAGE_TITLES[stage]}`,
      REFERENCE_ROWS,
      'rows',
      `Reference data of the whole system: ${REFERENCE_ROWS} rows at most, whatever the load.`,
    ),
  );
  const none = modelled(
    `table.${name}.rowsPerMonth`,
    `new rows of ${name} per month at launch`,
    0,
    'rows',
    'Reference data.',
  );
  return { rows, ...sizes(name, rows, bytesPerRow, rules), bytesPerRow, rowsPerMonth: none };
}

function sizes(
  name: string,
  rows: TableDesign['rows'],
  bytesPerRow: Fact,
  { freeSpace }: ModelRules,
): Pick<TableDesign, 'sizeMiB' | 'sizeGiB'> {
  const size = (unit: 'MiB' | 'GiB', stage: Stage): Fact => {
    const bytes = rows[stage].value * bytesPerRow.value * (1 + freeSpace.value / 100);
    return modelled(
      `table.${name}.${stage}.size${unit}`,
      `size of ${name} with its indexes, ${STAGE_TITLES[stage]}`,
      bytes / (unit === 'MiB' ? MIB : GIB),
      unit,
      `${number(rows[stage].value)} rows × ${number(bytesPerRow.value)} bytes, and ${number(freeSpace.value)} % free space.`,
      { from: [rows[stage].id, bytesPerRow.id, freeSpace.id] },
    );
  };
  return { sizeMiB: staged((stage) => size('MiB', stage)), sizeGiB: staged((stage) => size('GiB', stage)) };
}
