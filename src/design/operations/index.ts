import { alertsOf } from './alerts.js';
import { availabilityOf } from './availability.js';
import { cachesOf } from './caches.js';
import { eventsOf } from './events.js';
import { HANDLING, housekeepingOf, relayOf } from './housekeeping.js';
import { loadTestOf } from './load-test.js';
import { bucketsOf, metricsOf, seriesOf } from './metrics.js';
import type { OperationsDesign } from './model.js';
import { BURN_RATES, slosOf } from './objectives.js';
import { onCallOf, tracingOf } from './on-call.js';
import { policiesOf } from './policies.js';
import { PRIORITIES, queuesOf } from './queues.js';
import { recoveryOf } from './recovery.js';
import { runbooksOf } from './runbooks.js';
import { singlePointsOf } from './single-points.js';
import type { OperationsSource } from './source.js';
import { tenantLimitsOf } from './tenant-limits.js';

/** Queues, timeouts, caches, objectives, alerts and recovery of the system. */
export function operationsOf(source: OperationsSource): OperationsDesign {
  const housekeeping = housekeepingOf(source);
  const queues = queuesOf(source, housekeeping);
  const events = eventsOf(source, queues);
  const relay = relayOf();
  const policies = policiesOf(source, queues);
  const slos = slosOf(source, queues);
  const buckets = bucketsOf(slos);
  return {
    events,
    queues,
    housekeeping,
    relay,
    handling: HANDLING,
    priorities: PRIORITIES,
    policies,
    caches: cachesOf(source),
    slos,
    burnRates: BURN_RATES,
    availability: availabilityOf(source),
    singlePoints: singlePointsOf(source, queues),
    metrics: metricsOf(source, queues, events),
    buckets,
    series: seriesOf(source, buckets),
    tracing: tracingOf(source),
    onCall: onCallOf(source),
    alerts: alertsOf({ source, queues, relay, slos, burnRates: BURN_RATES, policies }),
    runbooks: runbooksOf(source, queues),
    recovery: recoveryOf(source, queues),
    tenantLimits: tenantLimitsOf(source, queues),
    loadTest: loadTestOf(source),
  };
}
