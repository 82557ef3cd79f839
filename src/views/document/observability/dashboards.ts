import type { Design } from '../../../design/model.js';
import { leadingQueue } from '../../../design/operations/queues.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { code, counted, label, list } from '../words.js';
import type { ObservabilityWords } from './index.js';

export function dashboardWords(design: Design): Pick<ObservabilityWords, 'dashboardLead' | 'dashboards' | 'queries'> {
  const { operations, contexts, blueprint } = design;
  const { queues, slos } = operations;
  const { names, route } = leadingEntity(design);
  const rows = [
    { name: 'Promises', panels: `${counted(slos.length, 'objective')}, budgets left, burn`, who: 'everybody' },
    {
      name: 'API',
      panels: `rate, errors, times of ${list(contexts.map(({ context }) => context.name))}`,
      who: 'on call',
    },
    {
      name: 'PostgreSQL',
      panels: `connections, slow statements, size of ${code(leadingEntity(design).table)}`,
      who: 'on call',
    },
    { name: 'Processes', panels: 'processor, memory, event loop, restarts', who: 'on call' },
    ...(queues.length > 0
      ? [
          {
            name: 'Queues',
            panels: `waiting, age, dead: ${list(queues.map(({ name }) => code(name)))}`,
            who: 'on call',
          },
        ]
      : []),
    ...(blueprint.integrations.length > 0
      ? [
          {
            name: 'Partners',
            panels: `times, errors, breakers of ${list(blueprint.integrations.map(({ name }) => name))}`,
            who: 'on call',
          },
        ]
      : []),
    { name: 'Business', panels: `${names.textMany} an hour, sign-ins, organizations`, who: 'product' },
  ];
  return {
    dashboardLead: `${counted(rows.length, 'dashboard')} in Grafana (${label('dashboards')}), down to how many ${names.textMany} an hour, will come from files in ${code('observability/dashboards')}, because a dashboard that was clicked together cannot be reviewed, and the price is a commit for each change. Queries of them, about ${names.textMany}:`,
    dashboards: rows,
    queries: queriesOf(design, route, leadingQueue(queues)?.name).join('\n\n'),
  };
}

function queriesOf({ operations }: Design, route: string, queue: string | undefined): string[] {
  const labels = `http_request_method="GET",http_route="/api/v1${route}"`;
  const share = (slo: string): number =>
    (operations.slos.find(({ id }) => id === slo)?.objectivePercent.value ?? 0) / 100;
  return [
    `# reads per second\nsum(rate(http_server_request_duration_seconds_count{${labels}}[5m]))`,
    `# their time, at the share of the objective\nhistogram_quantile(${share('read')}, sum by (le) (rate(http_server_request_duration_seconds_bucket{${labels}}[5m])))`,
    queue === undefined
      ? '# share of connections in use\nsum(db_client_connection_count{state="used"}) / sum(db_client_connection_count)'
      : `# age of jobs at their end, the same way\nhistogram_quantile(${share(`jobs-${queue}`)}, sum by (le) (rate(job_age_seconds_bucket{queue="${queue}"}[5m])))`,
  ];
}
