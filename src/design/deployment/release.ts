import { RULES } from '../decisions/published.js';
import { amount, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import type { DeploymentSource } from './index.js';
import type { RollbackDesign, RolloutDesign } from './model.js';

const SRE = 'Google SRE Workbook, chapter 5: https://sre.google/workbook/alerting-on-slos/';

/** How a version reaches everybody. */
export function rolloutOf(source: DeploymentSource): RolloutDesign {
  const kind = source.stack.rollout === 'canary' ? 'canary' : 'blue-green';
  const steps = kind === 'canary' ? canarySteps() : blueGreenSteps();
  const total = steps.reduce((sum, { watch }) => sum + watch.value, 0);
  return {
    kind,
    steps,
    total: figure('rollout.total', 'time of a rollout that nothing stops', total, 'min', 'rule', {
      text: 'The sum of its steps.',
      from: steps.map(({ watch }) => watch),
    }),
    burnRate,
    abort: abortOf(source),
  };
}

function everybody(id: string): Fact {
  return figure(`rollout.${id}.share`, 'share of the requests', 100, 'percent', 'rule', { text: 'Everybody.' });
}

function canarySteps(): RolloutDesign['steps'] {
  const { canaryShare, canaryNext, canaryWindow } = RULES;
  return [
    { name: 'first', share: canaryShare, watch: canaryWindow, gate: 'no limit broken, enough requests seen' },
    { name: 'second', share: canaryNext, watch: canaryWindow, gate: 'no limit broken' },
    { name: 'all', share: everybody('all'), watch: canaryWindow, gate: 'no limit broken; old copies leave' },
  ];
}

function blueGreenSteps(): RolloutDesign['steps'] {
  const none = figure('rollout.green.share', 'share of the requests', 0, 'percent', 'rule', {
    text: 'Smoke tests only.',
  });
  const start = figure('rollout.green.watch', 'time for smoke tests', 5, 'min', 'rule', {
    text: 'Health, readiness, a sign-in, one read and one write.',
  });
  const keep = figure('rollout.switched.watch', 'time that the old version stays ready', 30, 'min', 'rule', {
    text: 'Most faults of a release show within half an hour.',
  });
  return [
    { name: 'green', share: none, watch: start, gate: 'smoke tests pass' },
    { name: 'switched', share: everybody('switched'), watch: keep, gate: 'no limit broken; blue leaves' },
  ];
}

/** Limits of the new version that end a rollout: they follow from the objectives of section 9. */
function abortOf({ operations }: DeploymentSource): RolloutDesign['abort'] {
  const availability = operations.slos.find(({ id }) => id === 'availability')?.objectivePercent;
  const read = operations.slos.find(({ threshold }) => threshold !== undefined)?.threshold;
  return [
    ...(availability
      ? [
          {
            signal: 'answers with 5xx of the new version',
            limit: figure(
              'abort.errors',
              'share of errors that ends a rollout',
              Number(Math.min(MOST_ERRORS, BURN_RATE * (100 - availability.value)).toFixed(2)),
              'percent',
              'target',
              {
                text: `${BURN_RATE} × (100 % − ${number(availability.value)} %), and ${MOST_ERRORS} % at most`,
                from: [burnRate, availability],
              },
            ),
            because: `${amount(burnRate)} the budget of ${amount(availability)}`,
          },
        ]
      : []),
    ...(read
      ? [
          {
            signal: 'p95 of reads of the new version',
            limit: figure('abort.reads', 'time of reads that ends a rollout', read.value * 1.5, 'ms', 'target', {
              text: `One and a half times ${amount(read)}.`,
              from: [read],
            }),
            because: `half over the target of ${amount(read)}`,
          },
        ]
      : []),
    {
      signal: 'copies of the new version that restart',
      limit: figure('abort.restarts', 'restarts that a rollout bears', 0, 'none', 'target', {
        text: 'A new copy does not die.',
      }),
      because: 'a healthy copy never does',
    },
  ];
}

/** Percent of errors that nobody is asked to bear, whatever the objective. */
const MOST_ERRORS = 5;
const BURN_RATE = 14.4;
const burnRate = figure('rollout.burnRate', 'speed at which an error budget may burn', BURN_RATE, 'times', 'rule', {
  text: 'At this speed an hour takes 2 % of the budget of 30 days.',
  source: SRE,
});

/** How long a version that should not have gone out stays with people. */
export function rollbackOf({ stack }: DeploymentSource): RollbackDesign {
  const minutes = (id: string, label: string, value: number, text: string): Fact =>
    figure(`rollback.${id}`, label, value, 'min', 'target', { text });
  const notice = minutes('notice', 'minutes until a fault is noticed', 5, 'The window of the fast alerts.');
  const decide = minutes(
    'decide',
    'minutes until somebody decides',
    stack.rollout === 'canary' ? 0 : 3,
    'A canary goes back by itself.',
  );
  const switchBack = minutes(
    'switch',
    'minutes until the old version serves again',
    2,
    'Its copies run, or its image is there.',
  );
  const parts = [notice, decide, switchBack];
  return {
    notice,
    decide,
    switchBack,
    total: figure(
      'rollback.total',
      'minutes from a bad release to the old version',
      parts.reduce((sum, { value }) => sum + value, 0),
      'min',
      'target',
      { text: 'The sum of noticing, deciding and switching.', from: parts },
    ),
  };
}
