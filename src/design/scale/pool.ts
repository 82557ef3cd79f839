import { number } from '../amount.js';
import { modelled, type Fact } from '../fact.js';
import type { ModelRules, ScaleDesign } from './model.js';
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
export function poolSizeOf(behaviour: ScaleDesign['behaviour'], rules: ModelRules): Fact {
  const { cpuMsPerRequest: cpu, databaseMsPerRequest: held } = behaviour;
  const busy = (LARGEST_PROCESS_VCPU * held.value) / cpu.value;
  const wanted = Math.ceil(busy + QUALITY * Math.sqrt(busy)) + 1;
  const size = Math.min(Math.max(wanted, LEAST), MOST);
  const fact = modelled(
    'capacity.poolSize',
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
        text: 'A request takes one connection at a time, so that one per process cannot deadlock.',
        source: SOURCES.poolSizing,
      },
      {
        text: `All processes together stay below the limit of the server less ${number(rules.reservedConnections.value)} connections.`,
        from: [rules.reservedConnections.id],
        source: SOURCES.connections,
      },
    ],
  };
}
