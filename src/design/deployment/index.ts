import type { Fact } from '../fact.js';
import type { Design } from '../model.js';
import { environmentsOf } from './environments.js';
import { figure } from './figure.js';
import type { DeploymentDesign, ProcessDesign } from './model.js';
import { rollbackOf, rolloutOf } from './release.js';

export type DeploymentSource = Pick<
  Design,
  'cost' | 'blueprint' | 'product' | 'entities' | 'roles' | 'scale' | 'stack' | 'operations' | 'decisions'
>;

/** Where the programs run, how a version gets there, and how it is taken back. */
export function deploymentOf(source: DeploymentSource): DeploymentDesign {
  const { scale, stack } = source;
  return {
    platform: stack.deploy === 'compose' ? 'compose' : 'kubernetes',
    processes: processesOf(source),
    scaleAt: scale.rules.utilisation,
    environments: environmentsOf(source),
    rollout: rolloutOf(source),
    rollback: rollbackOf(source),
    updates: updates(),
    exitDays: exitDaysOf(source),
    restoreExercise: figure('restoreExercise', 'months between two restores for practice', 3, 'months', 'target', {
      text: 'A backup that has not been restored for a quarter is a hope.',
    }),
  };
}

function exitDaysOf({ cost }: DeploymentSource): Fact {
  const exits = cost.stages.launch.items.flatMap(({ exit }) => (exit ? [exit.days] : []));
  const value = exits.reduce((sum, days) => sum + days.value, 0);
  return figure('exitDays', 'working days to leave every provider', value, 'days', 'modelled', {
    text: 'The sum of the estimates at launch, one engineer, one after the other.',
    from: exits,
  });
}

function processesOf({ scale, stack, operations }: DeploymentSource): ProcessDesign[] {
  const { launch, months12 } = scale.capacity;
  const api = processOf('api', launch.apiPods, months12.apiPods, launch.vcpuPerApiPod, launch.memoryMiBPerApiPod);
  const worker = processOf(
    'worker',
    launch.workerPods,
    months12.workerPods,
    launch.vcpuPerWorkerPod,
    launch.memoryMiBPerWorkerPod,
  );
  const hasWork = operations.queues.length > 0 && launch.workerPods.value > 0;
  const part = stack.deploy === 'compose' ? 'compose' : 'kubernetes';
  return [{ ...api, port: 'PORT', part }, ...(hasWork ? [worker] : [])];
}

function processOf(
  name: ProcessDesign['name'],
  ...[launch, next, cpu, memoryMiB]: [
    launch: ProcessDesign['replicas'],
    next: ProcessDesign['replicas'],
    cpu: ProcessDesign['cpu'],
    memoryMiB: ProcessDesign['memoryMiB'],
  ]
): ProcessDesign {
  const most = Math.max(next.value, launch.value + 2);
  return {
    name,
    replicas: launch,
    maxReplicas: figure(`${name}.maxReplicas`, `copies of the ${name} that are started at most`, most, 'pods', 'rule', {
      text: `The copies modelled at 12 months (${next.value}), and two more than at launch (${launch.value}) at least.`,
      from: [next, launch],
    }),
    availableAtLeast: figure(
      `${name}.availableAtLeast`,
      `copies of the ${name} that stay up while nodes are changed`,
      Math.max(1, launch.value - 1),
      'pods',
      'rule',
      { text: 'One at a time is taken away.', from: [launch] },
    ),
    cpu,
    memoryMiB,
    part: name === 'api' ? 'kubernetes' : 'worker',
  };
}

function updates(): DeploymentDesign['updates'] {
  const within = (id: string, label: string, value: number, text: string) =>
    figure(`updates.${id}`, `days until ${label} is in prod`, value, 'days', 'target', { text });
  return [
    {
      kind: 'a hole that is being used',
      within: within('critical', 'a critical patch', 2, 'Public exploits follow within days.'),
      how: 'by hand, through all gates',
      part: 'ci',
    },
    {
      kind: 'a hole rated high',
      within: within('high', 'a patch of a high rating', 7, 'The next weekly round.'),
      how: 'Dependabot, out of turn',
      part: 'dependency-updates',
    },
    {
      kind: 'minor and patch releases',
      within: within('minor', 'a minor release', 14, 'A weekly pull request, merged within a week.'),
      how: 'Dependabot, one group, weekly',
      part: 'dependency-updates',
    },
    {
      kind: 'major releases',
      within: within('major', 'a major release', 90, 'A quarter, well before support of the old one ends.'),
      how: 'a pull request for each',
      part: 'dependency-updates',
    },
    {
      kind: 'the base image',
      within: within('image', 'a new base image', 14, 'The same weekly round.'),
      how: 'Dependabot, for `docker/`, weekly',
      part: 'dependency-updates',
    },
  ];
}
