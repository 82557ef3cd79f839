import { describe, expect, it } from 'vitest';

import { qualitiesOf } from '../../../../src/brief/reading/qualities.js';
import { readingOf } from './support.js';

const stated = (text: string) => qualitiesOf(readingOf(text));

describe('what a brief states about the whole system', () => {
  it('is what it says, and nothing else', () => {
    const text =
      'We host shops for brands: 200 of them, each with its own stock. 10K shoppers at once, eight times that in three years. ' +
      'Our customers are in the European Union, so the GDPR applies. p95 below 250 ms, 99.95 % uptime, orders kept for 7 years. ' +
      'Five engineers, $4000 budget a month. RabbitMQ, payments by Stripe.';
    expect(stated(text).parts).toEqual({
      tenancy: 'shared',
      scale: { concurrentUsers: 10_000, tenants: 200, growth: { months12: 2, months36: 8 } },
      constraints: { regions: ['eu-central-1'], compliance: ['gdpr'], monthlyBudgetUsd: 4000, engineers: 5 },
      qualities: { latencyP95Ms: 250, availabilityPercent: 99.95, retentionDays: 2555 },
      stack: { queue: 'rabbitmq' },
      integrations: { stripe: { kind: 'payments', timeoutMs: 3000, source: 'brief' } },
    });
  });

  it('is nothing when the brief is silent', () => {
    expect(stated('Customers place orders.')).toEqual({
      parts: {},
      wantsWebhooks: false,
      origins: [],
      assumptions: [],
    });
  });

  it.each([
    ['We do not need Stripe, and HIPAA does not apply.', {}],
    ['Not multi-tenant.', { tenancy: 'single' }],
    ['350 companies', { tenancy: 'shared', scale: { tenants: 350 } }],
    ['An internal tool for our company', { tenancy: 'single' }],
    ['100 requests per second', { scale: { concurrentUsers: 3000 } }],
    [
      '100 requests per second by 1000 concurrent users',
      { scale: { concurrentUsers: 1000, behaviour: { requestsPerUserPerMinute: 6 } } },
    ],
    [
      'Stripe is our payment provider',
      { integrations: { stripe: { kind: 'payments', timeoutMs: 3000, source: 'brief' } } },
    ],
    [
      'strictly in order, GraphQL',
      { qualities: { ordering: 'strict', reads: 'graph' }, stack: { api: 'rest-graphql' } },
    ],
  ])('%j', (text, want) => {
    expect(stated(text).parts).toEqual(want);
  });

  it('quotes the brief for every value', () => {
    const text = 'A multi-tenant CRM with webhooks for 10K concurrent\nusers under the GDPR.';
    const { origins, wantsWebhooks } = stated(text);
    expect(wantsWebhooks).toBe(true);
    expect(origins.map(({ path, because, quote }) => [path, because, text.slice(quote.start, quote.end)])).toEqual([
      ['tenancy', 'The brief says “multi-tenant”.', 'multi-tenant'],
      ['scale.concurrentUsers', 'The brief says “10K concurrent users”.', '10K concurrent\nusers'],
      ['constraints.compliance', 'The brief says “GDPR”.', 'GDPR'],
      ['webhooks', 'The brief says “webhooks”.', 'webhooks'],
    ]);
  });

  it('says what it took for granted', () => {
    const { assumptions } = stated('A budget of €2,000 a month, and 864 000 requests a day.');
    expect(assumptions).toEqual([
      {
        id: 'scale-concurrentUsers',
        path: 'scale.concurrentUsers',
        source: 'assumption',
        text: 'requests a day is taken as an average over the whole day. 10 requests per second are taken as 300 users with 2 requests a minute each.',
      },
      {
        id: 'constraints-monthlyBudgetUsd',
        path: 'constraints.monthlyBudgetUsd',
        source: 'assumption',
        text: 'The budget is said in EUR; it is taken as the same number of dollars, without an exchange rate.',
      },
    ]);
  });
});
