import { number } from '../amount.js';
import { DAYS_PER_MONTH } from '../scale/growth.js';
import { item, type CostInput } from './item.js';
import type { CostItem } from './model.js';

/** Logs and traces that are kept at any moment. */
export function storedLogGib({ design: { scale }, stage }: Pick<CostInput, 'design' | 'stage'>): number {
  return (scale.capacity[stage].logGiBPerMonth.value * scale.rules.logDays.value) / DAYS_PER_MONTH;
}

/** What every deployment pays for in the same way. */
export function sharedItems(input: CostInput): CostItem[] {
  const { scale } = input.design;
  const capacity = scale.capacity[input.stage];
  const workload = scale.workload[input.stage];
  const copies = Math.max(scale.regions.length, 1);
  const stored = workload.storageGiB;
  const files = capacity.objectStorageGiB;
  return [
    ...item(
      input,
      'backups',
      'backups in another account',
      `${number(copies)} × ${number(stored.value)} GiB`,
      { backupGibMonth: copies * stored.value },
      { from: [stored.id], exit: [1, 'restored into any PostgreSQL server'] },
    ),
    ...item(
      input,
      'egress',
      'data to clients',
      `${number(capacity.egressGiBPerMonth.value)} GiB`,
      { egressGib: capacity.egressGiBPerMonth.value },
      { from: [capacity.egressGiBPerMonth.id] },
    ),
    ...item(
      input,
      'object-storage',
      'object storage',
      `${number(copies)} × ${number(files.value)} GiB`,
      { objectStorageGibMonth: copies * files.value },
      { from: [files.id], exit: [3, 'copied to another S3-compatible store'] },
    ),
    ...item(
      input,
      'email',
      'e-mail',
      `${number(workload.messagesPerMonth.value)} messages`,
      { emailThousand: workload.messagesPerMonth.value / 1000 },
      { from: [workload.messagesPerMonth.id], exit: [2, 'another sender; its domain is verified again'] },
    ),
  ];
}
