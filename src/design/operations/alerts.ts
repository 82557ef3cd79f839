import { pascalCase } from '../../text/case.js';
import { CONSTANTS } from '../constants.js';
import type { Fact } from '../fact.js';
import { figure } from './facts.js';
import type { AlertDesign, BurnRate, DependencyPolicy, QueueDesign, RelayDesign, SloDesign } from './model.js';
import { hasEventJobs } from './queues.js';
import { leadingEntity } from '../leading-entity.js';
import { type OperationsSource } from './source.js';

export interface AlertFacts {
  readonly source: OperationsSource;
  readonly queues: readonly QueueDesign[];
  readonly relay: RelayDesign;
  readonly slos: readonly SloDesign[];
  readonly burnRates: readonly BurnRate[];
  readonly policies: readonly DependencyPolicy[];
}

/** Who is told of what, and when; each with what to do. */
export function alertsOf(facts: AlertFacts): readonly AlertDesign[] {
  return [
    ...burnAlerts(facts),
    ...latencyAlerts(facts),
    ...platformAlerts(),
    ...queueAlerts(facts),
    ...partnerAlerts(facts),
    ...scheduleAlerts(facts),
    ...businessAlerts(facts),
  ];
}

const COUNT = 'http_server_request_duration_seconds_count';
const BUCKET = 'http_server_request_duration_seconds_bucket';
const PROBES = 'http_route!~"/health|/ready"';

function after(id: string, minutes: number, text: string): Fact {
  return figure([`alert.${id}.forMinutes`, `time before ${id} fires`], minutes, 'min', 'rule', text);
}

function burnAlerts({ slos, burnRates }: AlertFacts): AlertDesign[] {
  const availability = slos.find(({ id }) => id === 'availability');
  if (!availability) return [];
  const budget = Number(((100 - availability.objectivePercent.value) / 100).toFixed(6));
  return burnRates.map(({ id, severity, long, short, rate, budgetPercent }) => {
    const name = `ApiBudget${pascalCase(id)}Burn`;
    const share = (window: string) =>
      `sum(rate(${COUNT}{http_response_status_code=~"5..",${PROBES}}[${window}])) / sum(rate(${COUNT}{${PROBES}}[${window}])) > ${rate.value} * ${budget}`;
    return {
      name,
      severity,
      expression: `(${share(long)}) and (${share(short)})`,
      forMinutes: after(name, 0, 'The windows are the delay.'),
      meaning: `${budgetPercent.value} % of the error budget went in ${long}`,
      runbook: 'api-errors',
      part: 'alerts',
    };
  });
}

function latencyAlerts({ slos }: AlertFacts): AlertDesign[] {
  return slos
    .filter(({ id }) => id === 'read' || id === 'write')
    .map(({ id, threshold, objectivePercent }) => {
      const name = `${pascalCase(id)}sSlow`;
      const method = id === 'read' ? 'http_request_method="GET"' : 'http_request_method!="GET"';
      const limit = (threshold?.value ?? 0) / 1000;
      return {
        name,
        severity: 'ticket' as const,
        expression: `sum(rate(${BUCKET}{${method},le="${limit}"}[1h])) / sum(rate(${COUNT}{${method}}[1h])) < ${objectivePercent.value / 100}`,
        forMinutes: after(name, 10, 'A short burst heals itself.'),
        meaning: `Fewer than ${objectivePercent.value} % of ${id}s within ${threshold?.value ?? 0} ms`,
        runbook: 'database' as const,
        part: 'alerts' as const,
      };
    });
}

function platformAlerts(): AlertDesign[] {
  const wait = CONSTANTS.databaseConnectTimeout.value / 1000;
  return [
    {
      name: 'DatabaseUnreachable',
      severity: 'page',
      expression: 'sum(up{job="api"}) > 0 and sum(readiness_check_up{check="database"}) == 0',
      forMinutes: after('DatabaseUnreachable', 1, 'Longer than a fail-over’s first step.'),
      meaning: 'no process reaches PostgreSQL',
      runbook: 'database',
      part: 'alerts',
    },
    {
      name: 'ConnectionPoolExhausted',
      severity: 'page',
      expression: `histogram_quantile(0.99, sum by (le) (rate(db_client_connection_wait_time_seconds_bucket[5m]))) > ${wait / 5}`,
      forMinutes: after('ConnectionPoolExhausted', 5, 'A burst drains in seconds.'),
      meaning: 'requests wait for a connection',
      runbook: 'database',
      part: 'alerts',
    },
    {
      name: 'RedisUnreachable',
      severity: 'ticket',
      expression: 'min(readiness_check_up{check="redis"}) == 0',
      forMinutes: after('RedisUnreachable', 5, 'Limits work without it.'),
      meaning: 'rate limits are counted per process',
      runbook: 'redis',
      part: 'alerts',
    },
    {
      name: 'ProcessRestarts',
      severity: 'ticket',
      expression: 'sum by (service) (changes(process_start_time_seconds[1h])) > 3',
      forMinutes: after('ProcessRestarts', 0, 'The hour is the delay.'),
      meaning: 'a process keeps dying',
      runbook: 'release',
      part: 'alerts',
    },
  ];
}

function queueAlerts({ queues, relay }: AlertFacts): AlertDesign[] {
  if (queues.length === 0) return [];
  const late = queues.filter(hasEventJobs).map(({ name, freshnessS, jobs }): AlertDesign => {
    const alert = `${pascalCase(name)}JobsLate`;
    const urgent = jobs.some(({ priority }) => priority === 'high');
    return {
      name: alert,
      severity: urgent ? 'page' : 'ticket',
      expression: `histogram_quantile(0.99, sum by (le) (rate(job_age_seconds_bucket{queue="${name}"}[10m]))) > ${freshnessS.value}`,
      forMinutes: after(alert, 5, 'One retry is no news.'),
      meaning: `later than ${freshnessS.value} s after the cause`,
      runbook: 'jobs',
      part: 'alerts',
    };
  });
  return [
    ...late,
    {
      name: 'JobsDead',
      severity: 'ticket',
      expression: 'sum by (queue) (jobs_dead) > 0',
      forMinutes: after('JobsDead', 0, 'A dead job does not come back by itself.'),
      meaning: `A job of one of ${queues.length} queues used up its tries`,
      runbook: 'jobs',
      part: 'alerts',
    },
    {
      name: 'OutboxStalled',
      severity: 'page',
      expression: `max(outbox_oldest_event_seconds) > ${relay.alarmS.value}`,
      forMinutes: after('OutboxStalled', 2, 'Longer than a change of the relay.'),
      meaning: 'events make no jobs',
      runbook: 'jobs',
      part: 'alerts',
    },
  ];
}

function partnerAlerts({ source, policies }: AlertFacts): AlertDesign[] {
  return source.blueprint.integrations.map(({ name, kind }) => {
    const alert = `${pascalCase(name)}BreakerOpen`;
    const open = policies.find(({ id }) => id === `worker-${name}`)?.breaker?.openS.value ?? 30;
    return {
      name: alert,
      severity: kind.includes('payment') || kind.includes('billing') ? 'page' : 'ticket',
      expression: `breaker_open{dependency="${name}"} == 1`,
      forMinutes: after(alert, Math.max(5, Math.ceil((10 * open) / 60)), `Ten failed probes, ${open} s apart.`),
      meaning: `${name} has not answered since`,
      runbook: 'partner',
      part: 'alerts',
    };
  });
}

/** Silence is a failure too: people work, and what they came for does not happen. */
function businessAlerts({ source }: AlertFacts): AlertDesign[] {
  const { entity, names } = leadingEntity(source);
  const name = `No${names.Many}Created`;
  return [
    {
      name,
      severity: 'page',
      expression: `sum(increase(rows_created_total{entity="${entity.name}"}[1h])) == 0 and sum(rate(${COUNT}{http_request_method!="GET"}[1h])) > 1`,
      forMinutes: after(name, 30, 'A quiet hour is possible, an hour and a half under load is not.'),
      meaning: `people write, and no ${names.textOne} comes about`,
      runbook: 'release',
      part: 'alerts',
    },
  ];
}

function scheduleAlerts({ queues }: AlertFacts): AlertDesign[] {
  const name = 'ScheduleMissed';
  return [
    {
      name,
      severity: 'ticket',
      expression:
        'time() - max by (job) (schedule_last_success_timestamp_seconds) > 2 * max by (job) (schedule_interval_seconds)',
      forMinutes: after(name, 10, 'Twice the interval has passed already.'),
      meaning: 'a clock job did not run',
      runbook: queues.length > 0 ? 'jobs' : 'database',
      part: 'alerts',
    },
  ];
}
