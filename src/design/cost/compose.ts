import { number } from '../amount.js';
import { hostsOf } from '../scale/hosts.js';
import { HOURS, item, type CostInput } from './item.js';
import type { CostItem } from './model.js';
import { sharedItems, storedLogGib } from './shared.js';

/** Images, the operating system and room for an update. */
const SYSTEM_GIB = 30;

/** The bill of one or two virtual machines that run everything. */
export function composeItems(input: CostInput): CostItem[] {
  const { scale } = input.design;
  const capacity = scale.capacity[input.stage];
  const hosts = hostsOf(scale, capacity);
  const vcpu = hosts.reduce((sum, size) => sum + size, 0);
  const disk = capacity.databaseStorageGiB.value + storedLogGib(input) + SYSTEM_GIB * hosts.length;
  return [
    ...item(
      input,
      'hosts',
      hosts.length === 1 ? 'virtual machine for everything' : 'virtual machines',
      hosts.map((size) => `${number(size)} vCPU, ${number(size * 4)} GiB`).join(' + '),
      { hostVcpuHour: vcpu * HOURS },
      {
        from: [capacity.apiVcpuAtPeak.id, capacity.databaseVcpuAtPeak.id, capacity.workerPods.id],
        exit: [1, 'the same file on another machine'],
      },
    ),
    ...item(
      input,
      'disks',
      'disks of the hosts',
      `${number(disk)} GiB: database, ${number(storedLogGib(input))} GiB of logs, system`,
      { volumeGibMonth: disk },
      { from: [capacity.databaseStorageGiB.id, capacity.logGiBPerMonth.id, scale.rules.logDays.id] },
    ),
    ...sharedItems(input),
  ];
}
