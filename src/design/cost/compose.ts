import { number } from '../amount.js';
import { HOURS, item, type CostInput } from './item.js';
import type { CostItem } from './model.js';
import { sharedItems, storedLogGib } from './shared.js';

/** Sizes of a virtual machine, in processors; each has 4 GiB of memory. */
const HOST_SIZES = [2, 4, 8, 16, 32, 64, 96];
/** Beyond it, the database moves to a host of its own. */
const LARGEST_SINGLE_HOST = 16;
/** Redis, the proxy, the operating system and what looks after them. */
const OTHER_VCPU = 0.5;
/** Images, the operating system and room for an update. */
const SYSTEM_GIB = 30;

/** Virtual machines that Docker Compose needs: one for everything, or one for the processes and one for the database. */
export function hostsOf({ design, stage }: Pick<CostInput, 'design' | 'stage'>): readonly number[] {
  const { scale } = design;
  const capacity = scale.capacity[stage];
  const share = scale.rules.utilisation.value / 100;
  // The managed server is sized by memory and connections too, once it is larger than its smallest size.
  const database =
    capacity.databaseVcpu.value > 2 ? capacity.databaseVcpu.value : capacity.databaseVcpuAtPeak.value / share;
  const workers = (capacity.workerPods.value - 1) * capacity.vcpuPerWorkerPod.value;
  const processes = capacity.apiVcpuAtPeak.value / share + workers + OTHER_VCPU;
  const together = processes + database;
  return together <= LARGEST_SINGLE_HOST ? [sizeFor(together)] : [...hostsFor(processes), ...hostsFor(database)];
}

function sizeFor(vcpu: number): number {
  return HOST_SIZES.find((size) => vcpu <= size) ?? HOST_SIZES.at(-1)!;
}

/** More than one only where the largest does not do. */
function hostsFor(vcpu: number): number[] {
  const largest = HOST_SIZES.at(-1)!;
  return Array.from({ length: Math.max(Math.ceil(vcpu / largest), 1) }, () => sizeFor(vcpu));
}

/** The bill of one or two virtual machines that run everything. */
export function composeItems(input: CostInput): CostItem[] {
  const { scale } = input.design;
  const capacity = scale.capacity[input.stage];
  const hosts = hostsOf(input);
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
        exit: [1, 'the same Compose file on any machine with Docker'],
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
