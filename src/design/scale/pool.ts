import { number } from '../amount.js';
import { modelled, type Fact } from '../fact.js';
import { STAGES, type Capacity, type ModelRules, type ScaleDesign, type Staged } from './model.js';
import { SOURCES } from './sources.js';

/** Below it, a slow report and a readiness check would wait for each other; above it, a process hoards connections. */
const LEAST = 4;
const MOST = 50;
/** All connections are busy for an arrival in about one case of a thousand. */
const QUALITY = 3;
/** The largest size of an API process, which has the most requests at once. */
const LARGEST_PROCESS_VCPU = 1;

/**
 * Connections of one process, by square-root staffing: `a + 3 √a`, where `a` connections are busy on average when the processor of the
 * process is fully busy, and one for the readiness check. It does not depend on the number of processes: that is what keeps the whole
 * below the limit of the server as processes are added.
 */
export function poolSizeOf(behaviour: ScaleDesign['behaviour'], rules: ModelRules, names: string): Fact {
  const { cpuMsPerRequest: cpu, databaseMsPerRequest: held } = behaviour;
  const busy = (LARGEST_PROCESS_VCPU * held.value) / cpu.value;
  const wanted = Math.ceil(busy + QUALITY * Math.sqrt(busy)) + 1;
  const size = Math.min(Math.max(wanted, LEAST), MOST);
  const fact = modelled(
    'scale.poolSize',
    'database connections of one process',
    size,
    'connections',
    `a = ${number(held.value)} ms / ${number(cpu.value)} ms = ${number(busy)}; ⌈a + ${QUALITY} √a⌉ + 1 = ${number(wanted)}, between ${LEAST} and ${MOST}.`,
    { from: [cpu.id, held.id], source: SOURCES.staffing },
  );
  return {
    ...fact,
    because: [
      ...fact.because,
      {
        text: `A request for ${names} takes one connection at a time, so that the pool cannot deadlock.`,
        source: SOURCES.poolSizing,
      },
      {
        text: `All processes that serve ${names} together stay below the limit of the server less ${number(rules.reservedConnections.value)} connections.`,
        from: [rules.reservedConnections.id],
        source: SOURCES.connections,
      },
    ],
  };
}

/** Fewer connections per process where the pools of all of them would not fit a managed server. */
export function belowLimit(wanted: Fact, capacity: Staged<Capacity>, { reservedConnections }: ModelRules): Fact {
  const most = STAGES.map((stage) => {
    const { connectionLimit, apiPods, workerPods } = capacity[stage];
    return Math.floor((connectionLimit.value - reservedConnections.value) / (apiPods.value + workerPods.value));
  });
  const fitting = Math.max(Math.min(wanted.value, ...most), 1);
  if (fitting === wanted.value) return wanted;
  const text = `${number(fitting)} instead of ${number(wanted.value)}, so that all processes fit the limit of the server.`;
  return { ...wanted, value: fitting, because: [...wanted.because, { text, source: SOURCES.maxConnections }] };
}
