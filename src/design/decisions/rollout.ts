import { amount, counted } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import { RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { grade } from './weights.js';

const { canarySample, canaryShare, canaryWindow } = RULES;

/** Requests that the first canary step sees in its window at launch, on average. */
function sample({ scale }: Situation): Fact {
  const { averageRequestsPerSecond } = scale.workload.launch;
  const value = Math.round(averageRequestsPerSecond.value * canaryWindow.value * 60 * (canaryShare.value / 100));
  return figure('rollout.sample', 'requests that a first canary step sees at launch', value, 'none', {
    text: `${amount(averageRequestsPerSecond)} × ${amount(canaryWindow)} × ${amount(canaryShare)}`,
    from: [averageRequestsPerSecond, canaryWindow, canaryShare],
  });
}

/** Copies of the API while both versions run side by side. */
function bothVersions({ scale }: Situation): Fact {
  const { apiPods } = scale.capacity.launch;
  return figure('rollout.copies', 'copies of the API while two versions run', 2 * apiPods.value, 'pods', {
    text: `2 × ${amount(apiPods)}`,
    from: [apiPods],
  });
}

function onOneMachine({ decided }: Situation): boolean {
  return decided.deploy === 'compose';
}

const canary: OptionRule = {
  id: 'canary',
  title: 'Canary',
  about: 'a share of the requests first',
  evidence: [canarySample, canaryShare, canaryWindow],
  unfit: (s) => (onOneMachine(s) ? 'nothing on one machine splits traffic' : undefined),
  scores: (s) => ({
    exposure: [5, 'few see a fault first'],
    evidence: [
      sample(s).value >= canarySample.value ? 5 : sample(s).value >= canarySample.value / 4 ? 3 : 1,
      `${amount(sample(s))} requests in the first step`,
    ],
    capacity: [5, 'no second set of copies'],
    speed: [2, 'several watched steps'],
    effort: [2, 'metrics decide, so they must exist'],
  }),
  pros: (s) => [
    `a fault around ${s.main.many} meets ${amount(canaryShare)} of the requests, ${amount(sample(s))} in ${amount(canaryWindow)} at the modelled average of the launch`,
  ],
  cons: (s) => [
    `two versions write ${s.main.many} side by side for the whole rollout, so every migration must suit both`,
  ],
  costs: (s) => [
    `Each release of ${counted(s.operations, 'operation')} takes several steps of ${amount(canaryWindow)}, and error rates per version must be measured before.`,
  ],
  risks: (s) => [
    {
      risk: `the share is too small to show a fault that only some ${s.main.many} meet`,
      mitigation: `no step ends before ${amount(canarySample)} requests, those on ${s.main.many} among them, were seen`,
    },
  ],
  revisitWhen: (s) => [
    `fewer than ${amount(canarySample)} requests on ${s.main.many} and the rest in the first step (modelled at launch: ${amount(sample(s))})`,
  ],
  change: (s) => `requests on ${s.main.many} are split by share, and metrics per version decide about each step`,
};

const blueGreen: OptionRule = {
  id: 'blue-green',
  title: 'Blue/green',
  about: 'two versions, one switch',
  scores: (s) => ({
    exposure: [2, 'everybody moves at once'],
    evidence: [4, 'smoke tests decide, not traffic'],
    capacity: [2, `${counted(bothVersions(s).value, 'copy', 'copies')} for minutes`],
    speed: [5, 'one switch, one switch back'],
    effort: [4, 'no analysis of metrics'],
  }),
  pros: (s) => [
    `one switch moves ${counted(s.operations, 'operation')} at ${amount(s.peakRequests.launch)} (modelled peak at launch), and one switch brings them back`,
  ],
  cons: (s) => [
    `a fault that smoke tests miss meets everybody who works on ${s.main.many} at the same moment`,
    `${counted(bothVersions(s).value, 'copy', 'copies')} of what serves ${s.main.many} run during the switch`,
  ],
  costs: (s) => [
    `Twice ${counted(s.scale.capacity.launch.apiPods.value, 'copy', 'copies')} of the API for the minutes of a release, and a fault that smoke tests miss reaches all ${s.main.many} at once.`,
  ],
  risks: (s) => [
    {
      risk: `the old version meets ${s.main.many} that the new one has written`,
      mitigation: 'expand and contract: what a release writes, the release before can read',
    },
  ],
  revisitWhen: (s) => [
    `a first canary step would see ${amount(canarySample)} requests on ${s.main.many} and the rest (modelled at launch: ${amount(sample(s))}) and the platform can split traffic`,
  ],
  change: (s) =>
    `a second set of ${counted(s.scale.capacity.launch.apiPods.value, 'copy', 'copies')} for ${s.main.many} is started, and all traffic switches at once`,
};

export const rolloutOptions: readonly OptionRule[] = [canary, blueGreen];

export const rollout: Question = {
  id: 'rollout',
  slot: 'rollout',
  title: 'Rollout',
  question: 'How does a new version reach people?',
  options: rolloutOptions,
  figures: (s) => [sample(s), bothVersions(s)],
  context: (s) => [
    `A first step with ${amount(canaryShare)} of the traffic on ${counted(s.operations, 'operation')} for ${amount(canaryWindow)} would see ${amount(sample(s))} requests at the average of the launch (modelled).`,
    `A fault in what serves ${s.main.many} has to be seen before it has met everybody.`,
  ],
  criteria: (s) => [
    {
      id: 'exposure',
      label: 'people who meet a fault',
      weight: grade(s.scale.workload.launch.concurrentUsers.value, [50, 500, 5_000, 50_000]),
      because: `${amount(s.scale.workload.launch.concurrentUsers)} at the same time at launch.`,
      from: [s.scale.workload.launch.concurrentUsers],
    },
    {
      id: 'evidence',
      label: 'evidence before going on',
      weight: 3,
      because: `${amount(sample(s))} requests in a first step.`,
      from: [s.scale.workload.launch.averageRequestsPerSecond, canaryShare, canaryWindow],
    },
    { id: 'capacity', label: 'capacity during a release', weight: 2, because: 'Copies run twice for minutes only.' },
    { id: 'speed', label: 'time of a release', weight: 2, because: 'Both return within minutes.' },
    {
      id: 'effort',
      label: 'effort to build',
      weight: 5 - Math.min(3, Math.floor(s.engineers.value / 4)),
      because: `${counted(s.engineers.value, 'engineer')} build it.`,
      from: [s.engineers],
    },
  ],
  alternatives: (s) => [
    {
      scenario: `${s.main.many} on one machine, or fewer than ${amount(canarySample)} requests in a step`,
      option: 'Blue/green',
    },
    { scenario: `a change that concerns the ${s.main.many} of one organization only`, option: 'a feature switch' },
  ],
};
