import type { ProcessDesign } from '../../../design/deployment/model.js';
import type { Design } from '../../../design/model.js';
import { amount, code, label, list, number } from '../words.js';
import type { Subject } from './subject.js';

const row = (resource: string, name: string, holds: string, because: string) => ({ resource, name, holds, because });

/** Objects of the cluster, with what is in them. */
export function resourceRows({ design, many }: Subject) {
  const { deployment, blueprint, product } = design;
  const processes = deployment.processes.map(({ name }) => name);
  const outside = blueprint.integrations.map(({ name }) => name);
  return [
    row('Namespace', code(product.name), 'quota, Pod Security `restricted`', `${many} and nothing else`),
    ...deployment.processes.map((process) =>
      row('Deployment', code(process.name), copies(process), `serves ${amount(loadOf(design, process))} (modelled)`),
    ),
    row('Service', code('api'), 'port 80 to `PORT`', `one name for all who read ${many}`),
    row('HTTPRoute', code('api'), 'host, TLS, weights', `shares out ${many} between versions`),
    row('ConfigMap', code('api'), 'the lines of 11.2', 'changes are reviewed'),
    row('Secret', list(['`api`', '`migrate`']), 'the secrets of 11.2', 'the API never owns tables'),
    ...deployment.processes.map((process) =>
      row(
        'HorizontalPodAutoscaler',
        code(process.name),
        `${number(process.replicas.value)} to ${number(process.maxReplicas.value)} at ${amount(deployment.scaleAt)} of CPU (target)`,
        'the maximum is 12 months’ load (modelled)',
      ),
    ),
    ...deployment.processes.map((process) =>
      row(
        'PodDisruptionBudget',
        code(process.name),
        `at least ${amount(process.availableAtLeast)} (target)`,
        'nodes are changed one by one',
      ),
    ),
    row('NetworkPolicy', code('api'), 'in: gateway; out: data stores', `${many} leave by the API only`),
    ...(processes.includes('worker')
      ? [
          row(
            'NetworkPolicy',
            code('worker'),
            outside.length > 0 ? `in: nothing; out: ${list(outside)}` : 'in: nothing; out: data stores',
            'nobody calls the worker',
          ),
        ]
      : []),
    row('Job', code('migrate'), 'before each version', 'a failed one stops the release'),
  ];
}

function copies({ replicas, cpu, memoryMiB }: ProcessDesign): string {
  return `${number(replicas.value)} × ${amount(cpu)}, ${amount(memoryMiB)}`;
}

function loadOf({ scale }: Design, { name }: ProcessDesign) {
  const { peakRequestsPerSecond, peakJobsPerMinute } = scale.workload.launch;
  return name === 'api' ? peakRequestsPerSecond : peakJobsPerMinute;
}

/** Requests and limits of each program. */
export function processRows({ design }: Subject) {
  return design.deployment.processes.map(({ name, replicas, maxReplicas, cpu, memoryMiB, part }) => ({
    name: code(name),
    replicas: number(replicas.value),
    most: number(maxReplicas.value),
    cpu: number(cpu.value),
    memory: number(memoryMiB.value),
    part: label(part),
  }));
}

/** What runs in the cluster's neighbourhood as a managed service. */
export function managedRows({ design, many, one }: Subject) {
  const { databaseVcpu, databaseMemoryGiB, databaseStorageGiB, readReplicas, redisMemoryMiB } =
    design.scale.capacity.launch;
  return [
    {
      service: 'PostgreSQL 18',
      size: `${amount(databaseVcpu)}, ${amount(databaseMemoryGiB)}, ${amount(databaseStorageGiB)} (modelled)`,
      copies: readReplicas.value > 0 ? `standby, ${number(readReplicas.value)} replicas` : 'standby in another zone',
      because: `losing a server must not lose ${articleOf(one)} ${one}`,
    },
    {
      service: 'Redis 8',
      size: `${amount(redisMemoryMiB)} (modelled)`,
      copies: 'replica in another zone',
      because: `limits on ${many} hold for all copies`,
    },
  ];
}

function articleOf(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}
