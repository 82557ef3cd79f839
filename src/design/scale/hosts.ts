import type { Capacity, ScaleDesign } from './model.js';

/** Sizes of a virtual machine, in processors; each has 4 GiB of memory. */
const HOST_SIZES = [2, 4, 8, 16, 32, 64, 96];
/** Beyond it, the database moves to a machine of its own. */
export const LARGEST_SINGLE_HOST = 16;
/** Redis, the proxy, the operating system and what looks after them. */
const OTHER_VCPU = 0.5;

type Facts = Pick<ScaleDesign, 'rules'>;

/** Processors that everything needs at the planned utilisation, and the part that no load changes, on machines that somebody else does not run. */
export function neededOnHosts(
  { rules }: Facts,
  capacity: Capacity,
): { readonly processes: number; readonly database: number; readonly fixed: number } {
  const share = rules.utilisation.value / 100;
  // The managed server is sized by memory and connections too, once it is larger than its smallest size.
  const isLarge = capacity.databaseVcpu.value > 2;
  const workers = Math.max(capacity.workerPods.value - 1, 0) * capacity.vcpuPerWorkerPod.value;
  return {
    processes: capacity.apiVcpuAtPeak.value / share + workers + OTHER_VCPU,
    database: isLarge ? capacity.databaseVcpu.value : capacity.databaseVcpuAtPeak.value / share,
    fixed: OTHER_VCPU,
  };
}

/** Virtual machines that Docker Compose needs: one for everything, or one for the processes and one for the database. */
export function hostsOf(facts: Facts, capacity: Capacity): readonly number[] {
  const { processes, database } = neededOnHosts(facts, capacity);
  const together = processes + database;
  return together <= LARGEST_SINGLE_HOST ? hostsFor(together) : [...hostsFor(processes), ...hostsFor(database)];
}

/** More than one only where the largest does not do. */
function hostsFor(vcpu: number): number[] {
  const largest = Math.max(...HOST_SIZES);
  const size = HOST_SIZES.find((one) => vcpu <= one) ?? largest;
  return Array.from({ length: Math.max(Math.ceil(vcpu / largest), 1) }, () => size);
}
