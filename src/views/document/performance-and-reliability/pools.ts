import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { STAGES } from '../../../design/scale/model.js';
import { markdownText } from '../../../text/escape.js';
import { STAGE_TITLES } from '../stages.js';
import { amount, code, counted, headline, label, number } from '../words.js';
import type { PerformanceWords } from './index.js';

export function poolWords(design: Design): Pick<PerformanceWords, 'poolLead' | 'pools' | 'poolFormula' | 'poolNote'> {
  const { scale, operations } = design;
  const { poolSize } = scale;
  const { names } = leadingEntity(design);
  const first = scale.capacity.launch;
  return {
    poolLead: `The pool is ${label('connection-pool')}; ${code('DATABASE_POOL_SIZE')} gives each process ${headline(poolSize)} for its work on ${names.textMany}. A request for ${names.textMany} holds one for its transaction only, so ${number(poolSize.value)} connections serve far more requests; a larger pool would make PostgreSQL switch between them instead of working.`,
    pools: STAGES.map((stage) => {
      const { apiPods, workerPods, databaseConnections, databaseVcpu } = scale.capacity[stage];
      return {
        stage: STAGE_TITLES[stage],
        api: number(apiPods.value),
        worker: number(workerPods.value),
        connections: number(databaseConnections.value),
        server: amount(databaseVcpu),
      };
    }),
    poolFormula: `The size follows from ${names.textMany} being asked for at peak: ${poolSize.because.map(({ text }) => markdownText(text)).join(' ')}`,
    poolNote: `${counted(first.databaseConnections.value, 'connection')} at launch (${first.databaseConnections.basis}) must stay below ${code('max_connections')} of the server, with room for the migration of a release and a person who looks after ${names.textMany}.${operations.queues.length > 0 ? ` Workers take theirs from the same number: the slots of ${counted(operations.queues.length, 'queue')} may be more than the pool, since a job holds a connection only while it writes.` : ''} Beyond a few hundred connections a pooler in transaction mode comes between the ${names.textMany} and the server: ${code('set_config(…, true)')}, which names the organization, is made for that, while ${code('role')} and ${code('statement_timeout')}, which the client sets when it connects, then have to be settings of the login.`,
  };
}
