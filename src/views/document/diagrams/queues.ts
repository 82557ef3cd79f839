import { isGenerated } from '../../../blueprint/parts.js';
import type { Design } from '../../../design/model.js';
import type { QueueDesign } from '../../../design/operations/model.js';
import type { Arrow, Box, TiersDiagram } from '../../../diagrams/model.js';
import { counted, number } from '../words.js';
import { brokerOf } from './outbox.js';
import { drawn, type DiagramWords } from './words.js';

/** What fills each queue, what empties it, and where dead jobs lie. */
export function queueTopologyDiagram(design: Design): DiagramWords {
  return drawn(design, queueTopology(design));
}

/** More queues than this are drawn by kind, two integrations or contexts in one box. */
const MAX_QUEUES = 5;

export function queueTopology(design: Design): TiersDiagram {
  const { operations, product } = design;
  const { queues } = operations;
  const designed = !isGenerated('queues');
  const jobs = queues.reduce((sum, queue) => sum + queue.jobs.length, 0);
  const sources = sourcesOf(design);
  const boxes = queues.length > MAX_QUEUES ? groupedBoxes(queues) : queues.map((queue) => queueBox([queue]));
  const carried: Arrow[] = boxes.flatMap(({ box, members }) => {
    return sources
      .filter(({ starts }) => members.some((queue) => queue.jobs.some((job) => starts.includes(job.startedBy))))
      .map(({ box: from }) => ({ from: from.id, to: box.id, label: '', designed }));
  });
  const worker: Box = {
    id: 'worker',
    title: 'Worker',
    lines: [queues.length === 0 ? 'apps/worker, housekeeping' : `${counted(jobs, 'kind')} of jobs, apps/worker`],
    designed,
  };
  return {
    kind: 'tiers',
    title: `Queues of ${product.title}`,
    caption:
      queues.length === 0
        ? `Nothing of ${product.title} happens by itself, so there is no queue; the clock starts ${operations.housekeeping.map(({ name }) => name).join(', ')} without one.`
        : `${counted(queues.length, 'queue')} of ${brokerOf(design)} with ${counted(jobs, 'kind')} of jobs; each has a queue for dead jobs of the same name with -dead.`,
    tiers:
      queues.length === 0
        ? [
            { title: 'Causes', boxes: sources.map(({ box }) => box) },
            { title: 'Process', boxes: [worker] },
          ]
        : [
            { title: 'Causes', boxes: sources.map(({ box }) => box) },
            { title: 'Queues', boxes: boxes.map(({ box }) => box) },
            { title: 'Process', boxes: [worker] },
            {
              title: 'Dead letters',
              boxes: [
                {
                  id: 'dead',
                  title: 'Dead jobs',
                  lines: ['kept until a person replays or drops them', 'alert JobsDead'],
                  designed,
                },
              ],
            },
          ],
    arrows:
      queues.length === 0
        ? sources.map(({ box }) => ({ from: box.id, to: 'worker', label: 'cron', designed }))
        : [
            ...carried,
            ...boxes.map(({ box, members }) => ({
              from: box.id,
              to: 'worker',
              label: concurrencyOf(members),
              designed,
            })),
            { from: 'worker', to: 'dead', label: 'after the last try', designed },
          ],
  };
}

function concurrencyOf(members: readonly QueueDesign[]): string {
  return `${members.map(({ concurrency }) => concurrency.value).join(' + ')} at once`;
}

interface SourceBox {
  readonly box: Box;
  readonly starts: readonly string[];
}

/** What makes jobs: events, the clock, and partners that call. */
function sourcesOf({ operations, blueprint }: Design): SourceBox[] {
  const { relay, queues, housekeeping, events } = operations;
  const started = new Set(queues.flatMap(({ jobs }) => jobs.map(({ startedBy }) => startedBy)));
  const awaited = events.filter(({ consumers, origin }) => consumers.length > 0 && origin !== 'partner');
  const clock = queues.flatMap(({ jobs }) => jobs.filter(({ startedBy }) => startedBy === 'clock')).length;
  const partners = blueprint.integrations.filter(({ receives }) => receives.length > 0);
  return [
    ...(started.has('event')
      ? [
          {
            box: {
              id: 'relay',
              title: 'Outbox relay',
              lines: [`${counted(awaited.length, 'kind')} of events, every ${number(relay.pollMs.value)} ms`],
              designed: !isGenerated('outbox-relay'),
            },
            starts: ['event'],
          },
        ]
      : []),
    ...(started.has('clock') || queues.length === 0
      ? [
          {
            box: {
              id: 'clock',
              title: 'Schedules',
              lines: [`${counted(queues.length === 0 ? housekeeping.length : clock, 'schedule')}, UTC`],
              designed: !isGenerated('schedules'),
            },
            starts: ['clock'],
          },
        ]
      : []),
    ...(started.has('partner')
      ? [
          {
            box: {
              id: 'partners',
              title: 'Inbound webhooks',
              lines: [`from ${partners.map(({ name }) => name).join(', ')}`],
              designed: !isGenerated('integrations'),
            },
            starts: ['partner'],
          },
        ]
      : []),
  ];
}

interface QueueBox {
  readonly box: Box;
  readonly members: readonly QueueDesign[];
}

function queueBox(members: readonly QueueDesign[]): QueueBox {
  const [first] = members;
  const jobs = members.reduce((sum, queue) => sum + queue.jobs.length, 0);
  const peak = members.reduce((sum, queue) => sum + queue.peakJobsPerMinute.launch.value, 0);
  return {
    members,
    box: {
      id: first?.name ?? 'queue',
      title: members.map(({ name }) => name).join(', '),
      lines: [
        counted(jobs, 'job'),
        peak === 0 ? 'by the clock' : `${number(peak)} a minute at peak`,
        `tries: ${[...new Set(members.map(({ attempts }) => attempts.value))].join(' or ')}`,
      ],
      designed: !isGenerated('queues'),
    },
  };
}

function groupedBoxes(queues: readonly QueueDesign[]): QueueBox[] {
  const kinds = [...new Set(queues.map(({ kind }) => kind))];
  return kinds.map((kind) => queueBox(queues.filter((queue) => queue.kind === kind)));
}
