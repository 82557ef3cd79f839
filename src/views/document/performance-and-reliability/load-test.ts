import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { amount, code, counted, headline, label } from '../words.js';
import type { PerformanceWords } from './index.js';

type Words = Pick<
  PerformanceWords,
  | 'loadLead'
  | 'mix'
  | 'runs'
  | 'thresholds'
  | 'loadScript'
  | 'rampMinutes'
  | 'holdMinutes'
  | 'startRate'
  | 'targetRate'
  | 'virtualUsers'
  | 'loadNote'
>;

/** How the promises are tried: the tool, what it sends, and what must come out. */
export function loadTestWords(design: Design): Words {
  const { operations, scale } = design;
  const { loadTest, slos } = operations;
  const { names } = leadingEntity(design);
  const limit = (id: string) => slos.find((slo) => slo.id === id);
  const workload = scale.workload;
  const availability = limit('availability');
  return {
    loadLead: `No load was measured yet: what is said about the speed of ${names.textMany} is modelled. k6 will try it (${label('load-tests')}), because its scenarios are TypeScript like the rest and its thresholds end a run with an error, so that a slow release of ${names.textMany} fails like a wrong one; Gatling and JMeter would bring a second language. What is given up is a browser’s view: k6 measures the API, not how people see their ${names.textMany}.`,
    mix: loadTest.mix.map(({ method, path, share, kind, perSecond }) => ({
      request: code(`${method} ${path}`),
      share: `${amount(share)} of the ${kind}`,
      rate: amount(perSecond),
    })),
    runs: [
      {
        run: 'load',
        load: headline(loadTest.targetPerSecond),
        length: amount(loadTest.holdMinutes),
        answers: 'are the objectives kept?',
      },
      {
        run: 'stress',
        load: headline(loadTest.stressPerSecond),
        length: amount(loadTest.holdMinutes),
        answers: 'where does it bend first?',
      },
      {
        run: 'soak',
        load: headline(workload.launch.averageRequestsPerSecond),
        length: amount(loadTest.soakHours),
        answers: 'does anything leak?',
      },
      {
        run: 'neighbour',
        load: headline(workload.launch.largestTenantRequestsPerMinute),
        length: amount(loadTest.holdMinutes),
        answers: 'do others notice one?',
      },
    ],
    thresholds: [
      ...(['read', 'write'] as const).flatMap((id) => {
        const slo = limit(id);
        return slo?.threshold
          ? [{ line: `'http_req_duration{kind:${id}}': ['p(${slo.objectivePercent.value})<${slo.threshold.value}'],` }]
          : [];
      }),
      {
        line: `http_req_failed: ['rate<${Number((1 - (availability?.objectivePercent.value ?? 99) / 100).toFixed(6))}'],`,
      },
    ],
    loadScript: loadTest.mix.map(({ method, path, perSecond, kind }) => ({
      line: `  { weight: ${Math.max(1, Math.round(perSecond.value))}, kind: '${kind === 'reads' ? 'read' : 'write'}', method: '${method}', path: '${path}' },`,
    })),
    rampMinutes: String(loadTest.rampMinutes.value),
    holdMinutes: String(loadTest.holdMinutes.value),
    startRate: String(Math.max(1, Math.round(workload.launch.averageRequestsPerSecond.value))),
    targetRate: String(Math.ceil(loadTest.targetPerSecond.value)),
    virtualUsers: String(Math.ceil(Math.min(loadTest.users.value, loadTest.targetPerSecond.value))),
    loadNote: `The run starts from as many rows as a year brings, spread over ${counted(workload.launch.tenants.value, 'organization')}, because ${names.textMany} of an empty table are always fast. It will run against an environment of the size of production before the launch and before each release that changes a query of ${names.textMany}; its first result replaces the word “modelled” in this document.`,
  };
}
