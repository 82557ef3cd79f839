import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { queueServer } from '../../../design/operations/source.js';
import { STAGES } from '../../../design/scale/model.js';
import { amount, code, counted, headline, label, number } from '../words.js';
import { recordLink } from '../records.js';
import { STAGE_TITLES } from '../stages.js';
import type { AsyncWords } from './index.js';

type Words = Pick<AsyncWords, 'choiceLead' | 'hasChoice' | 'loads' | 'options' | 'choiceCosts' | 'redisLead'>;

/** Which queue carries the jobs, with what it is asked for. */
export function choiceWords(design: Design): Words {
  const { operations, scale, decisions } = design;
  const { names } = leadingEntity(design);
  const decision = decisions.find(({ id }) => id === 'queue');
  const chosen = decision?.options.find(({ id }) => id === decision.chosen);
  const record = decision === undefined ? '' : recordLink(decision);
  const loads = STAGES.map((stage) => ({
    stage: STAGE_TITLES[stage],
    jobs: headline(scale.workload[stage].peakJobsPerMinute),
    workers: number(scale.capacity[stage].workerPods.value),
  }));
  if (operations.queues.length === 0) {
    return {
      choiceLead: `${chosen?.title ?? 'A queue'} is decided (${record}) and not needed: ${names.textMany} ask for ${amount(scale.workload.launch.peakJobsPerMinute)} at launch and ${amount(scale.workload.months36.peakJobsPerMinute)} after ${STAGE_TITLES.months36}. Until the first reaction is declared, a worker for ${names.textMany} would be one more process to deploy and watch, for nothing.`,
      hasChoice: false,
      loads: [],
      options: [],
      choiceCosts: `What is given up: whoever wants something done after ${names.article} ${names.textOne} was saved does it in the request, and its caller waits. That is right up to the first external service; then the decision holds as it stands.`,
      redisLead: `The Redis of ${code('docker-compose.yml')} counts rate limits only and may forget: it runs without persistence and drops the oldest keys. Jobs about ${names.textMany} would need one that does neither.`,
    };
  }
  const server = queueServer(design);
  return {
    choiceLead: `${chosen?.title ?? server} will carry the jobs (${record}), because ${chosen?.pros[0] ?? `${server} suits the load`}.`,
    hasChoice: decision !== undefined,
    loads,
    options: (decision?.options ?? []).map(({ title, total, pros, cons }) => ({
      option: title,
      score: amount(total),
      gains: pros.at(-1) ?? '',
      gives: cons[0] ?? '',
    })),
    choiceCosts: [
      ...(decision?.costs ?? []),
      decision === undefined ? '' : `It is looked at again when ${decision.revisitWhen.join(', or when ')}.`,
    ]
      .filter((text) => text !== '')
      .join(' '),
    redisLead:
      server === 'Redis'
        ? `The Redis of ${code('docker-compose.yml')} is set up for counters, without persistence and dropping the oldest keys, which is right for rate limits and wrong for ${counted(operations.queues.length, 'queue')}: they will get a Redis of their own (${label('queues')}) that writes to disk every second and refuses rather than forgets (${code('maxmemory-policy noeviction')}).`
        : `RabbitMQ will run beside the Redis of ${code('docker-compose.yml')}, which goes on counting rate limits; its ${counted(operations.queues.length, 'queue')} are quorum queues (${label('queues')}).`,
  };
}
