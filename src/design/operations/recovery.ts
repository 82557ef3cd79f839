import { BUDGET_DAYS, figure } from './facts.js';
import type { QueueDesign, RecoveryDesign } from './model.js';
import { queueServer, type OperationsSource } from './source.js';

/** What may be lost of each kind of data, and how soon it is back. */
export function recoveryOf(source: OperationsSource, queues: readonly QueueDesign[]): readonly RecoveryDesign[] {
  const { contexts, entities, stack, product } = source;
  const compose = stack.deploy === 'compose';
  const minutes = (id: string, what: 'rpo' | 'rto', value: number, text: string) =>
    figure(
      [`recovery.${id}.${what}Minutes`, `${what === 'rpo' ? 'data that may be lost' : 'time to restore'}: ${id}`],
      value,
      'min',
      'target',
      text,
    );
  const files = entities.flatMap(({ entity, fields }) =>
    fields.filter(({ field }) => field.type.kind === 'file').map(({ name }) => `${entity.name}.${name}`),
  );
  return [
    {
      dataClass: 'business data',
      contents: `${entities.length} tables of ${contexts.map(({ context }) => context.name).join(', ')}; users, audit log, outbox`,
      rpoMinutes: compose
        ? minutes('business', 'rpo', 15, 'The write-ahead log is shipped every 15 minutes at least.')
        : minutes('business', 'rpo', 5, 'Managed point-in-time recovery ships the write-ahead log every 5 minutes.'),
      rtoMinutes: minutes(
        'business',
        'rto',
        compose ? 120 : 60,
        'A new server from the last base backup, then the log.',
      ),
      method: `${compose ? 'pgBackRest to object storage elsewhere' : 'point-in-time recovery of the managed PostgreSQL'}, kept ${BUDGET_DAYS} days`,
      part: 'backup',
    },
    ...(queues.length > 0
      ? [
          {
            dataClass: 'jobs',
            contents: `${queues.length} queues in ${queueServer(source)}`,
            rpoMinutes: minutes(
              'jobs',
              'rpo',
              1,
              'Written to disk every second; events of the last minutes are published again.',
            ),
            rtoMinutes: minutes('jobs', 'rto', 15, 'A new server, then events are published again from the outbox.'),
            method: `disk of ${queueServer(source)}; \`outbox_events\` holds what made the jobs of ${queues[0]?.name ?? product.name}`,
            part: 'queues',
          } as const,
        ]
      : []),
    ...(files.length > 0
      ? [
          {
            dataClass: 'files',
            contents: files.join(', '),
            rpoMinutes: minutes('files', 'rpo', 0, 'An object is stored in three zones before the answer.'),
            rtoMinutes: minutes('files', 'rto', 60, 'A deleted version is brought back.'),
            method: 'versioned bucket, deleted versions kept 30 days',
            part: 'file-storage',
          } as const,
        ]
      : []),
    {
      dataClass: 'configuration',
      contents: 'images, manifests, dashboards',
      rpoMinutes: minutes('configuration', 'rpo', 0, 'Everything comes from the repository.'),
      rtoMinutes: minutes('configuration', 'rto', 30, 'One run of the deployment.'),
      method: 'the repository',
      part: 'deploy-workflow',
    },
    {
      dataClass: 'secrets',
      contents: 'ACCESS_TOKEN_SECRET, database passwords',
      rpoMinutes: minutes('secrets', 'rpo', 0, 'They change rarely, and by hand.'),
      rtoMinutes: minutes('secrets', 'rto', 15, 'New ones can be made: everybody signs in again.'),
      method: 'secret store with versions',
      part: 'deploy-workflow',
    },
    {
      dataClass: 'logs and metrics',
      contents: 'log lines, metrics, traces',
      rpoMinutes: minutes('logs', 'rpo', 24 * 60, 'They explain the past and run nothing.'),
      rtoMinutes: minutes('logs', 'rto', 24 * 60, 'The next working day.'),
      method: 'copied once a day',
      part: 'metrics',
    },
  ];
}
