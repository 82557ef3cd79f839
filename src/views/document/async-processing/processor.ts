import type { Design } from '../../../design/model.js';
import type { JobDesign, QueueDesign } from '../../../design/operations/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { camelCase } from '../../../text/case.js';
import { tsString } from '../../../text/escape.js';
import { code, counted, label, list } from '../words.js';
import type { AsyncWords } from './index.js';

/** One processor as it will be: the job that changes a row of another context, or the first that there is. */
export function processorWords(
  design: Design,
): Pick<AsyncWords, 'jobLead' | 'hasProcessor' | 'processor' | 'processorPath'> {
  const { queues, priorities } = design.operations;
  const { names } = leadingEntity(design);
  const all = queues.flatMap((queue) => queue.jobs.map((job) => ({ queue, job })));
  const [first] = [...all].sort((left, right) => weight(right.job) - weight(left.job));
  if (!first || first.job.startedBy === 'clock') {
    return {
      jobLead:
        queues.length === 0
          ? `No job is defined, so no processor is either. What a reaction to ${names.textMany} will look like is decided all the same: one definition with trigger, schema, tries and a reason why it may run twice.`
          : `All jobs are started by the clock:`,
      hasProcessor: false,
      processor: '',
      processorPath: '',
    };
  }
  const { queue, job } = first;
  return {
    jobLead: `Of the ${counted(all.length, 'job')}, each will be one definition (${label('worker')}) whose last column below is its licence to run twice.${missing(job)}`,
    hasProcessor: true,
    processor: codeOf(queue, job, priorities[job.priority].value, design),
    processorPath: `apps/worker/src/reactions/${queue.name}/${job.name}.ts`,
  };
}

function weight({ orderedBy, priority, startedBy, where }: JobDesign): number {
  return (
    (startedBy === 'event' ? 8 : 0) +
    (orderedBy === undefined ? 0 : 4) +
    (priority === 'high' ? 2 : 0) +
    (where === undefined ? 0 : 1)
  );
}

function codeOf(queue: QueueDesign, job: JobDesign, priority: number, { entities }: Design): string {
  const target = entities.find(({ entity }) => entity.name === job.orderedBy);
  const verb = job.effect.split('.').at(-1) ?? 'run';
  const further = furtherFields(job);
  const head = [
    `export const ${camelCase(job.name)} = defineJob({`,
    `  queue: ${tsString(queue.name)},`,
    `  name: ${tsString(job.name)},`,
    `  on: ${tsString(job.trigger)},`,
    `  priority: ${priority},`,
    `  attempts: ${job.attempts.value},`,
    `  timeoutMs: ${queue.timeoutMs.value},`,
    '  // What recordEvent stored; anything else is dead at once.',
    `  payload: z.strictObject({ id: z.uuid(), from: z.string(), to: z.string()${further.map((name) => `, ${name}: z.uuid()`).join('')} }),`,
    ...(job.where === undefined ? [] : [`  where: ${tsString(job.where)},`]),
  ];
  const body =
    target === undefined
      ? [
          '  run: (event, { calls }) =>',
          `    // ${job.effect}: the event id makes a second call harmless.`,
          `    calls.once(event.id, () => perform(event)),`,
        ]
      : [
          `  run: (event, { database, ${target.names.many} }) =>`,
          '    database.withTenant(event.tenantId, async (tx) => {',
          `      for (const ${target.names.one} of await ${target.names.many}.matching(tx, event)) {`,
          `        await ${target.names.many}.take(tx, actorOf(event), ${target.names.one}.id, ${tsString(verb)});`,
          '      }',
          '    }),',
        ];
  return [...head, ...body, '});'].join('\n');
}

const STORED = ['id', 'from', 'to'];

/** What the condition asks of the event besides what is stored of it. */
function furtherFields({ where = '' }: JobDesign): string[] {
  const asked = [...where.matchAll(/\bevent\.(\w+)/g)].map(([, name = '']) => name);
  return [...new Set(asked)].filter((name) => !STORED.includes(name));
}

function missing(job: JobDesign): string {
  const further = furtherFields(job);
  if (further.length === 0) return '';
  return ` The condition of ${code(job.name)} reads ${list(further.map(code))} of ${code(job.trigger)}; the outbox stores ${list(STORED.map(code))} today and gets it together with this job.`;
}
