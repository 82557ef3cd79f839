import type { Integration } from '../../../blueprint/model.js';
import { number } from '../../amount.js';
import { centralSubject, code, codeOf, listed, type SecurityInput } from '../subject.js';
import type { ThreatDraft } from './draft.js';

/** Two for each service: its key gets out; it is slow or away. */
export function serviceThreats({ blueprint }: SecurityInput): ThreatDraft[] {
  return blueprint.integrations.flatMap((service): ThreatDraft[] => [
    {
      category: 'Information disclosure',
      threat: `The key of ${code(service.name)} gets into a log, an image or the repository`,
      control: `${code(keyOf(service))} as a secret of the worker alone, struck out in logs, replaceable without a release`,
      residual: `Whoever holds the key acts as us at ${code(service.name)} until it is revoked`,
      part: 'integrations',
    },
    {
      category: 'Denial of service',
      threat: `${code(service.name)} is slow or away, and the jobs that call it pile up`,
      control: `${number(service.timeoutMs)} ms (given) for each call of ${code(service.name)}, repeated with growing pauses behind a circuit breaker, in a queue of its own`,
      residual: `What needs ${code(service.name)} happens late`,
      part: 'circuit-breakers',
    },
  ]);
}

export function receiverThreats(design: SecurityInput): ThreatDraft[] {
  const central = centralSubject(design);
  const senders = design.blueprint.integrations.filter(({ receives }) => receives.length > 0);
  return senders.flatMap(({ name, receives }): ThreatDraft[] => {
    const [event = ''] = receives.map((one) => codeOf(one));
    return [
      {
        category: 'Spoofing',
        threat: `Somebody posts a made-up ${event} in the name of ${code(name)}`,
        control: `The signature of ${code(name)} over the raw body, compared in constant time before anything is parsed`,
        residual: `The signing secret of ${code(name)} is as strong as its keeping`,
        part: 'integrations',
      },
      {
        category: 'Tampering',
        threat: `A genuine ${event} is sent again, or late, and moves ${central.aOne} twice`,
        control: `A window on the time that ${code(name)} signs, and a unique key on the id of its event`,
        residual: `Events of ${code(name)} that are lost are found by reconciliation only`,
        part: 'integrations',
      },
    ];
  });
}

export function subscriberThreats({ blueprint }: SecurityInput): ThreatDraft[] {
  const events = (blueprint.webhooks?.events ?? []).map((event) => codeOf(event));
  return [
    {
      category: 'Information disclosure',
      threat: `An organization enters an address inside our network, and what it subscribes to, such as ${events[0] ?? ''}, is posted to it`,
      control: `HTTPS only; the name is resolved once, private and link-local ranges are refused, and ${events[0] ?? 'each event'} leaves through an egress proxy`,
      residual: `None once all ${events.length} events leave through the proxy`,
      part: 'webhooks',
    },
    {
      category: 'Spoofing',
      threat: `A subscriber is fooled by somebody who posts ${events[0] ?? ''} in our name`,
      control: `An HMAC-SHA-256 of time and body with a secret for each subscription to ${events[0] ?? ''}, two of them valid while one is replaced`,
      residual: 'A subscriber may choose not to check',
      part: 'webhooks',
    },
    {
      category: 'Denial of service',
      threat: `A subscriber answers slowly and holds up the ${events.length} events of all others`,
      control: `A time limit, a queue of its own and a pause for subscriptions to ${listed(events, 2)} that keep failing`,
      residual: `Many slow subscribers of one organization delay its own ${listed(events, 2)}`,
      part: 'webhooks',
    },
  ];
}

/** `STRIPE_API_KEY` */
function keyOf({ name }: Integration): string {
  return `${name.toUpperCase().replaceAll(/\W+/g, '_')}_API_KEY`;
}
