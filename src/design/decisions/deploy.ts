import { amount, counted, number } from '../amount.js';
import { PUBLISHED, RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { ease, grade } from './weights.js';

const { knowDocker, knowKubernetes, kubernetesSupport } = PUBLISHED;
const { oneMachine, oneMachineAvailability, smallTeam } = RULES;

function target({ blueprint }: Situation): string {
  const { availabilityPercent } = blueprint.qualities;
  return availabilityPercent === undefined ? 'no target of its own' : `a target of ${number(availabilityPercent)} %`;
}

const kubernetes: OptionRule = {
  id: 'kubernetes',
  title: 'Kubernetes',
  product: { version: 'Kubernetes 1.37', supportedUntil: '2027-10', licence: 'Apache-2.0' },
  evidence: [knowKubernetes, kubernetesSupport],
  scores: (s) => ({
    availability: [5, 'copies over zones, replaced by themselves'],
    scaling: [5, `copies added by load; ${amount(s.vcpu.months36)}`],
    operations: [
      s.engineers.value <= smallTeam.value ? 1 : s.engineers.value < 2 * smallTeam.value ? 3 : 4,
      `a cluster for ${counted(s.engineers.value, 'engineer')}`,
    ],
    cost: [s.vcpu.months12.value <= oneMachine.value / 2 ? 2 : 4, 'control plane and spare nodes'],
    rollout: [5, 'canary and blue/green by share'],
  }),
  pros: (s) => [
    `copies that serve ${s.main.many} grow from ${number(s.scale.capacity.launch.apiPods.value)} at launch to ${number(s.scale.capacity.months36.apiPods.value)} at 36 months (modelled) without anybody being called`,
    `a node that fails takes one zone's share of ${amount(s.peakRequests.launch)} (modelled peak at launch) with it, not all ${s.main.many}`,
  ],
  cons: (s) => [
    `each minor release is maintained for ${amount(kubernetesSupport)}, so ${counted(s.engineers.value, 'engineer')} upgrade the cluster below ${s.main.many} every year`,
  ],
  costs: (s) => [
    `It costs a control plane and at least one node more than ${s.main.many} and the rest ask for (${amount(s.vcpu.launch)}, modelled at launch), and an upgrade within every ${amount(kubernetesSupport)}.`,
    `Every engineer who changes how ${s.main.many} are served has to read manifests, which ${amount(knowKubernetes)} of developers use, against ${amount(knowDocker)} who use Docker (measured by a survey).`,
  ],
  risks: (s) => [
    {
      risk: `a manifest that is applied by hand takes ${s.main.many} off the air`,
      mitigation: `only the deployment workflow applies manifests, and disruption budgets keep copies for ${s.main.many} up`,
    },
    {
      risk: `a release below ${s.main.many} is no longer maintained after ${amount(kubernetesSupport)}, and nobody notices`,
      mitigation: `a yearly date in the roadmap, tried in qa with the tests of ${counted(s.operations, 'operation')} first`,
    },
  ],
  revisitWhen: (s) => [
    `${s.main.many} and all else fit on one machine of ${amount(oneMachine)} for a year (modelled at 12 months: ${number(s.vcpu.months12.value)})`,
  ],
  change: (s) =>
    `manifests for ${counted(s.scale.capacity.launch.apiPods.value, 'API copy', 'API copies')} and the worker, a cluster in ${counted(Math.max(1, s.blueprint.constraints.regions.length), 'region')}, and a managed database instead of a container`,
};

const compose: OptionRule = {
  id: 'compose',
  title: 'Docker Compose',
  product: { version: 'Docker 29', supportedUntil: 'the next release', licence: 'Apache-2.0' },
  evidence: [knowDocker, oneMachine, oneMachineAvailability, smallTeam],
  unfit: (s) => {
    const { availabilityPercent = 0 } = s.blueprint.qualities;
    if (availabilityPercent > oneMachineAvailability.value)
      return `the target is ${number(availabilityPercent)} %, one machine gives ${amount(oneMachineAvailability)}`;
    if (s.vcpu.months12.value > oneMachine.value)
      return `${amount(s.vcpu.months12)} in 12 months, over one machine of ${amount(oneMachine)}`;
    return s.blueprint.constraints.regions.length > 1
      ? `${counted(s.blueprint.constraints.regions.length, 'region')} cannot be one machine`
      : undefined;
  },
  scores: (s) => ({
    availability: [2, `one machine, ${amount(oneMachineAvailability)} at best`],
    scaling: [
      ease(s.vcpu.months36.value, [oneMachine.value / 4, oneMachine.value / 2, oneMachine.value, 32, 64]),
      `${amount(s.vcpu.months36)} of ${number(oneMachine.value)} at 36 months`,
    ],
    operations: [5, 'one file, one machine, one command'],
    cost: [5, 'one machine, no control plane'],
    rollout: [2, 'a second copy beside the first'],
  }),
  pros: (s) => [
    `one file starts what serves ${counted(s.operations, 'operation')} at ${amount(s.peakRequests.launch)} (modelled peak at launch), the same on a laptop and on the server`,
    `of all developers ${amount(knowDocker)} use Docker (measured by a survey), so ${counted(s.engineers.value, 'engineer')} (${s.engineers.basis}) need nobody else`,
  ],
  cons: (s) => [
    `the machine is a single point of failure, and its restart interrupts everybody who works on ${s.main.many}`,
    `${s.main.many} and the rest ask for ${amount(s.vcpu.months36)} at 36 months (modelled), and one machine is planned with ${amount(oneMachine)}`,
  ],
  costs: (s) => [
    `No target beyond ${amount(oneMachineAvailability)} can be kept, since a new version or a reboot interrupts ${s.main.many} for seconds, and a lost machine until the backup is restored.`,
    `Scaling means a larger machine, up to ${amount(oneMachine)} (modelled at 36 months: ${number(s.vcpu.months36.value)}).`,
  ],
  risks: (s) => [
    {
      risk: `the disk of the machine is lost, and ${s.main.many} with it`,
      mitigation: 'backups leave the machine, and the restore is tried as section 11 says',
    },
  ],
  revisitWhen: (s) => [
    `more than ${amount(oneMachine)} (modelled at 12 months: ${number(s.vcpu.months12.value)}, at 36 months: ${number(s.vcpu.months36.value)})`,
    `a promise above ${amount(oneMachineAvailability)} (today: ${target(s)})`,
    `more than ${amount(smallTeam)} engineers (${s.engineers.basis}: ${number(s.engineers.value)})`,
  ],
  change: (s) =>
    `one machine with docker-compose.yml instead of a cluster below ${s.main.many}; the images stay, ${number(s.scale.capacity.launch.apiPods.value)} copies of the API for ${counted(s.operations, 'operation')} become containers beside each other`,
};

export const deployOptions: readonly OptionRule[] = [kubernetes, compose];

export const deploy: Question = {
  id: 'deploy',
  slot: 'deploy',
  title: 'Deployment platform',
  question: 'What runs the containers?',
  parts: { compose: 'compose', kubernetes: 'kubernetes' },
  options: deployOptions,
  context: (s) => [
    `API, worker and database ask for ${amount(s.vcpu.launch)} at launch, ${amount(s.vcpu.months12)} after 12 and ${amount(s.vcpu.months36)} after 36 months (modelled at peak).`,
    `${counted(s.engineers.value, 'engineer')} (${s.engineers.basis}) run it in ${counted(Math.max(1, s.blueprint.constraints.regions.length), 'region')}, with ${target(s)} for availability.`,
  ],
  criteria: (s) => [
    {
      id: 'availability',
      label: 'availability',
      weight: grade(s.blueprint.qualities.availabilityPercent ?? 0, [90, 99, 99.5, 99.9]),
      because: `There is ${target(s)}.`,
    },
    {
      id: 'scaling',
      label: 'room to grow',
      weight: grade(s.vcpu.months36.value / oneMachine.value, [0.25, 0.5, 1, 2]),
      because: `${amount(s.vcpu.months36)} at 36 months.`,
      from: [s.vcpu.months36],
    },
    {
      id: 'operations',
      label: 'effort to run',
      weight: 6 - grade(s.engineers.value, [4, 8, 16, 32]),
      because: `${counted(s.engineers.value, 'engineer')} run it.`,
      from: [s.engineers],
    },
    {
      id: 'cost',
      label: 'fixed cost',
      weight: (s.blueprint.constraints.monthlyBudgetUsd ?? 0) >= 2_000 ? 2 : 4,
      because:
        s.blueprint.constraints.monthlyBudgetUsd === undefined
          ? 'No budget is named, so money is kept together.'
          : `The budget is $${number(s.blueprint.constraints.monthlyBudgetUsd)} a month.`,
    },
    { id: 'rollout', label: 'careful rollout', weight: 2, because: `A fault in ${s.main.many} is seen by few first.` },
  ],
  alternatives: (s) => [
    { scenario: `up to ${amount(smallTeam)} engineers and ${amount(oneMachine)}`, option: 'Docker Compose' },
    {
      scenario: `no servers at all, and ${s.main.many} in bursts`,
      option: 'a container service without nodes',
    },
  ],
};
