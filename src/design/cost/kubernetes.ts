import { number } from '../amount.js';
import { INCLUDED_IOPS } from '../scale/database.js';
import type { Capacity } from '../scale/model.js';
import { HOURS, item, type CostInput, type Units } from './item.js';
import type { CostItem } from './model.js';
import { sharedItems, storedLogGib } from './shared.js';

/** Zones that processes, gateways and the database are spread over. */
const ZONES = 2;
/** Prometheus, Grafana, Loki and the store of traces. */
const OBSERVABILITY = { vcpu: 2, gib: 8 };
/** A quarter of the memory of Redis stays free for the copy of a snapshot. */
const REDIS_USABLE = 0.75;
const BROKER_NODES = 3;

/** The bill of a cluster with managed services. */
export function kubernetesItems(input: CostInput): CostItem[] {
  const { design, stage } = input;
  const capacity = design.scale.capacity[stage];
  const { egressGiBPerMonth: egress } = capacity;
  // A capacity unit of the load balancer takes 1 GiB an hour.
  const units = Math.max(1, Math.ceil(egress.value / HOURS));
  return [
    ...processItems(input, capacity),
    ...item(
      input,
      'cluster',
      'Kubernetes control plane',
      '1 cluster',
      { clusterHour: HOURS },
      {
        exit: [5, 'new node pools, ingress and identities'],
      },
    ),
    ...databaseItems(input, capacity),
    ...redisItem(input, capacity),
    ...brokerItem(input),
    ...item(
      input,
      'load-balancer',
      'load balancer',
      `${number(units)} capacity ${units === 1 ? 'unit' : 'units'}`,
      { loadBalancerHour: HOURS, loadBalancerUnitHour: HOURS * units },
      { from: [egress.id], exit: [1, 'another ingress, the same host names'] },
    ),
    ...item(input, 'nat', 'NAT gateways', `${ZONES}, one per zone`, { natHour: HOURS * ZONES }),
    ...item(
      input,
      'observability',
      'metrics, logs and traces',
      `${OBSERVABILITY.vcpu} vCPU, ${OBSERVABILITY.gib} GiB, ${number(storedLogGib(input))} GiB kept`,
      {
        podVcpuHour: OBSERVABILITY.vcpu * HOURS,
        podGibHour: OBSERVABILITY.gib * HOURS,
        volumeGibMonth: storedLogGib(input),
      },
      { from: [capacity.logGiBPerMonth.id, design.scale.rules.logDays.id] },
    ),
    ...sharedItems(input),
  ];
}

function processItems(input: CostInput, capacity: Capacity): CostItem[] {
  const of = (id: string, label: string, count: number, vcpu: number, mib: number, from: string[]): CostItem[] =>
    item(
      input,
      id,
      label,
      `${number(count)} × ${number(vcpu)} vCPU, ${number(mib)} MiB`,
      { podVcpuHour: count * vcpu * HOURS, podGibHour: (count * mib * HOURS) / 1024 },
      { from, exit: [1, 'the same image runs wherever containers run'] },
    );
  const { apiPods, vcpuPerApiPod, memoryMiBPerApiPod, workerPods, vcpuPerWorkerPod, memoryMiBPerWorkerPod } = capacity;
  return [
    ...of('api', 'API processes', apiPods.value, vcpuPerApiPod.value, memoryMiBPerApiPod.value, [
      apiPods.id,
      vcpuPerApiPod.id,
      memoryMiBPerApiPod.id,
    ]),
    ...of('worker', 'worker processes', workerPods.value, vcpuPerWorkerPod.value, memoryMiBPerWorkerPod.value, [
      workerPods.id,
      vcpuPerWorkerPod.id,
      memoryMiBPerWorkerPod.id,
    ]),
  ];
}

function databaseItems(input: CostInput, capacity: Capacity): CostItem[] {
  const {
    databaseVcpu: vcpu,
    databaseMemoryGiB: memory,
    databaseStorageGiB: disk,
    databaseIops: iops,
    readReplicas,
  } = capacity;
  const server = `${number(vcpu.value)} vCPU, ${number(memory.value)} GiB`;
  const hours: Units = { databaseVcpuHour: vcpu.value * HOURS };
  const from = [vcpu.id, memory.id];
  const copies = 2 + readReplicas.value;
  const further = Math.max(iops.value - INCLUDED_IOPS, 0) * copies;
  const leave = 'logical replication, then another DATABASE_URL';
  return [
    ...item(input, 'database', 'database, primary', server, hours, { from, exit: [5, leave] }),
    ...item(input, 'database-standby', 'database, standby in another zone', server, hours, { from }),
    ...item(
      input,
      'database-replicas',
      'database, read replicas',
      `${number(readReplicas.value)} × ${server}`,
      { databaseVcpuHour: readReplicas.value * vcpu.value * HOURS },
      { from: [...from, readReplicas.id] },
    ),
    ...item(
      input,
      'database-storage',
      'database, disks',
      `${number(copies)} × ${number(disk.value)} GiB`,
      { databaseStorageGibMonth: copies * disk.value },
      { from: [disk.id, readReplicas.id] },
    ),
    ...item(
      input,
      'database-iops',
      'database, further IOPS',
      `${number(further)} beyond ${number(INCLUDED_IOPS)} per disk`,
      { databaseIopsMonth: further },
      { from: [iops.id] },
    ),
  ];
}

function redisItem(input: CostInput, { redisMemoryMiB }: Capacity): CostItem[] {
  const { leastRedisGib } = input.design.scale.rules;
  const gib = Math.max(leastRedisGib.value, redisMemoryMiB.value / 1024 / REDIS_USABLE);
  return item(
    input,
    'redis',
    'Redis, primary and replica',
    `2 × ${number(gib)} GiB`,
    { redisGibHour: 2 * gib * HOURS },
    { from: [redisMemoryMiB.id, leastRedisGib.id], exit: [1, 'counters and jobs start empty elsewhere'] },
  );
}

function brokerItem(input: CostInput): CostItem[] {
  return input.design.stack.queue === 'rabbitmq'
    ? item(
        input,
        'broker',
        'RabbitMQ',
        `${BROKER_NODES} nodes`,
        { brokerHour: BROKER_NODES * HOURS },
        {
          exit: [3, 'queues drained, then declared elsewhere'],
        },
      )
    : [];
}
