import { CONSTANTS } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { settingOf } from '../../../design/operations/settings.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { amount, code, counted, label, number } from '../words.js';
import type { PerformanceWords } from './index.js';

export function shutdownWords(
  design: Design,
): Pick<PerformanceWords, 'shutdownLead' | 'shutdownSteps' | 'shutdownNote'> {
  const { operations, stack } = design;
  const { names } = leadingEntity(design);
  const limit = settingOf('SHUTDOWN_TIMEOUT_MS', 'time that requests may take to finish', 'ms', design);
  const kubernetes = stack.deploy === 'kubernetes';
  const generated = label('graceful-shutdown');
  return {
    shutdownLead: `A release ends every process once; no request for ${names.textMany} should notice. On SIGTERM the API stops being ready, answers the requests for ${names.textMany} that it has begun, closes the pool and Redis, and goes; what takes longer than ${amount(limit)} is cut off, with a line in the log.`,
    shutdownSteps: [
      { step: `SIGTERM: ${code('/ready')} answers 503`, within: 'at once', state: generated },
      { step: 'no new connections, idle ones closed', within: 'at once', state: generated },
      { step: 'running requests are answered', within: amount(limit), state: generated },
      { step: 'pool and Redis closed, gone', within: 'then', state: generated },
      { step: 'the platform kills', within: amount(CONSTANTS.stopGracePeriod), state: label('compose') },
      ...(operations.queues.length > 0
        ? [
            { step: 'worker takes no new job', within: 'at once', state: label('worker') },
            { step: 'running jobs end or change worker', within: amount(limit), state: label('worker') },
          ]
        : []),
    ],
    shutdownNote: kubernetes
      ? `One gap remains: the load balancer learns a moment late that a process goes, and until then sends requests for ${names.textMany} to one that refuses connections. The Deployment will take a process out first and send SIGTERM after a pause (${code('preStop')}, ${label('kubernetes')}), while the others of ${counted(design.scale.capacity.launch.apiPods.value, 'process', 'processes')} answer for ${names.textMany}. Connections that carry ${names.textMany} are kept ${amount(CONSTANTS.keepAlive)}, longer than a load balancer’s usual minute, so that it never sends into one that is just closing.`
      : `Everything that serves ${names.textMany} is on one host, so a release is a short pause whatever a process does: Compose stops the old one before the new one answers. Two hosts behind a load balancer would end that; section 12.11 counts what it costs today.`,
  };
}

export function probeWords(design: Design): Pick<PerformanceWords, 'probeLead' | 'probes'> {
  const { stack } = design;
  const { names } = leadingEntity(design);
  return {
    probeLead: `Whether a process is alive and whether it can work are two questions: one without its database cannot serve ${names.textMany}, but restarting it would help nobody, so only the second question asks PostgreSQL, for ${amount(CONSTANTS.readinessTimeout)} at most. Redis is reported and does not decide, since ${names.textMany} can be served without it.`,
    probes: [
      {
        path: code('GET /health'),
        asks: 'nothing',
        answers: '200',
        used: `image, every ${amount(CONSTANTS.imageHealthInterval)}; ${number(CONSTANTS.imageHealthRetries.value)} failures end it`,
      },
      {
        path: code('GET /ready'),
        asks: 'PostgreSQL; Redis for information',
        answers: '200, or 503 with what is down',
        used:
          stack.deploy === 'kubernetes'
            ? `readiness of the pods, ${label('kubernetes')}`
            : 'whoever watches from outside',
      },
    ],
  };
}
