import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../src/design/model.js';
import type { JobDesign, QueueDesign } from '../../../../src/design/operations/model.js';
import { operationsOf } from '../../../../src/design/operations/index.js';
import { backoffs } from '../../../../src/design/operations/queues.js';
import { aBusyShop, aQuietShop } from '../../../support/busy-shop.js';

function queueOf({ operations }: Design, name: string): QueueDesign {
  const found = operations.queues.find((queue) => queue.name === name);
  if (!found) throw new Error(`There is no queue ${name}.`);
  return found;
}

function jobOf(design: Design, name: string): JobDesign {
  const found = design.operations.queues.flatMap(({ jobs }) => jobs).find((job) => job.name === name);
  if (!found) throw new Error(`There is no job ${name}.`);
  return found;
}

describe('the queues of a system', () => {
  it('are one for each context that reacts, each service, and each way of telling others', () => {
    expect(aBusyShop().operations.queues.map(({ name }) => name)).toEqual([
      'shop',
      'notifications',
      'integration-stripe',
      'webhooks',
      'maintenance',
    ]);
  });

  it('do not exist where nothing is asked for; what the clock does is named all the same', () => {
    const { queues, housekeeping, events } = aQuietShop().operations;
    expect(queues).toEqual([]);
    expect(events).toEqual([]);
    expect(housekeeping.map(({ name }) => name)).toEqual(['delete-ended-sessions', 'delete-old-invitations']);
  });

  it('have dead-letter queues of their own', () => {
    expect(queueOf(aBusyShop(), 'webhooks').deadLetterQueue).toBe('webhooks-dead');
  });

  it('share what the model of the load says', () => {
    const design = aBusyShop();
    const sum = design.operations.queues.reduce((total, queue) => total + queue.peakJobsPerMinute.launch.value, 0);
    expect(sum).toBeCloseTo(design.scale.workload.launch.peakJobsPerMinute.value);
  });

  it('have slots enough for the busiest stage by Little’s law', () => {
    const design = aBusyShop('scale: { concurrentUsers: 1000000 }');
    for (const { peakJobsPerMinute, serviceMs, concurrency } of design.operations.queues) {
      const atWork = (peakJobsPerMinute.months36.value / 60) * (serviceMs.value / 1000);
      expect(concurrency.value * design.scale.capacity.months36.workerPods.value).toBeGreaterThanOrEqual(atWork);
    }
  });
});

describe('a job', () => {
  it.each([
    ['commit-reservation-on-order-paid', 'order.paid', 'Reservation.commit', 'event'],
    ['commit-reservation-by-clock', 'every 5m', 'Reservation.commit', 'clock'],
    ['send-thanks', 'order.paid', 'thanks to customer', 'event'],
    ['stripe-refund', 'order.cancelled', 'stripe.refund', 'event'],
    ['receive-charge-refunded', 'stripe.charge.refunded', 'take in charge.refunded of stripe', 'partner'],
    ['deliver-order-paid', 'order.paid', 'POST order.paid to each subscriber', 'event'],
  ])('%s is set off by %s', (name, trigger, effect, startedBy) => {
    expect(jobOf(aBusyShop(), name)).toMatchObject({ trigger, effect, startedBy });
  });

  it('may run twice because its action starts from other states only', () => {
    expect(jobOf(aBusyShop(), 'commit-reservation-on-order-paid').idempotency).toBe(
      '`commit` starts from `held` only; a second run finds the reservation `committed` and stops.',
    );
  });

  it('is tried as often as its reaction declares, after the first try', () => {
    expect(jobOf(aBusyShop(), 'stripe-refund').attempts).toMatchObject({ value: 9, basis: 'given' });
  });

  it('is tried as often as its queue says where the reaction is silent', () => {
    const design = aBusyShop();
    const { attempts } = queueOf(design, 'notifications');
    expect(jobOf(design, 'send-thanks').attempts.value).toBe(attempts.value);
  });
});

describe('the waits between tries', () => {
  it.each([
    [1, 1000, 60_000, []],
    [4, 1000, 60_000, [1000, 2000, 4000]],
    [5, 1000, 3000, [1000, 2000, 3000, 3000]],
  ])('of %i tries from %i ms to %i ms at most are %j', (tries, first, longest, waits) => {
    expect(backoffs(tries, first, longest)).toEqual(waits);
  });
});

describe('an event', () => {
  const eventOf = (design: Design, type: string) => design.operations.events.find((event) => event.type === type);

  it('knows who announces it and what it sets off', () => {
    expect(eventOf(aBusyShop(), 'order.paid')).toMatchObject({
      source: 'Order.pay',
      recorded: true,
      consumers: [
        { queue: 'shop', job: 'commit-reservation-on-order-paid' },
        { queue: 'notifications', job: 'send-thanks' },
        { queue: 'webhooks', job: 'deliver-order-paid' },
      ],
    });
  });

  it.each([
    ['order.created', 'row', false],
    ['stripe.charge.refunded', 'partner', false],
    ['order.settled', 'reaction', false],
  ])('%s comes from a %s and is not recorded by the code', (type, origin, recorded) => {
    const design = aBusyShop().blueprint;
    const reactions = [
      ...design.reactions,
      { trigger: { on: 'order.created' }, effect: { emit: 'order.settled' }, at: { line: 1, column: 1 } },
    ];
    const changed = { ...aBusyShop(), blueprint: { ...design, reactions } };
    expect(eventOf({ ...changed, operations: operationsOf(changed) }, type)).toMatchObject({ origin, recorded });
  });
});
