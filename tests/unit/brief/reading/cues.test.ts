import { describe, expect, it } from 'vitest';

import type { Cue } from '../../../../src/brief/reading/reading.js';
import { cues, readingOf } from './support.js';

describe('cues about the whole system', () => {
  it.each<[Cue['kind'], string, string[]]>([
    ['compliance', 'The GDPR applies; customers ask for SOC 2 and ISO/IEC 27001.', ['gdpr', 'soc2', 'iso27001']],
    ['compliance', 'HIPAA and PCI-DSS, CCPA', ['hipaa', 'pci-dss', 'ccpa']],
    ['compliance', 'We are not subject to HIPAA.', ['!hipaa']],
    ['compliance', 'PCI DSS does not apply.', ['!pci-dss']],
    ['compliance', 'SOC 2 comes later.', ['!soc2']],
    ['compliance', 'We must not violate the GDPR.', ['gdpr']],
    ['compliance', 'Patients in Europe pay by card.', []],
    ['tenancy', 'a multi-tenant CRM', ['shared']],
    ['tenancy', 'Companies, each with its own customers', ['shared']],
    ['tenancy', 'No team sees the lists of another.', ['shared']],
    ['tenancy', 'An internal tool for our company', ['single']],
    ['tenancy', 'It is not multi-tenant.', ['!shared']],
    ['region', 'customers in the European Union and the US', ['eu-central-1', 'us-east-1']],
    ['region', 'It runs in ap-southeast-2.', ['ap-southeast-2']],
    ['region', 'give us a call', []],
    ['integration', 'Pay with Stripe, labels from DHL, messages in Slack', ['stripe', 'dhl', 'slack']],
    ['integration', 'a square box, a segment of customers, some slack, pick it ups', []],
    ['integration', 'We do not need Stripe.', ['!stripe']],
    ['integration', 'calls from a telephony\nprovider', ['telephony-provider']],
    ['ordering', 'Postings are handled strictly in order.', ['strict']],
    ['ordering', 'in order to place an order', []],
    ['reads', 'clients load everything in one request', ['graph']],
    ['webhooks', 'Customers get webhooks.', ['outbound']],
    ['webhooks', 'We receive webhooks from carriers.', ['inbound']],
    ['webhooks', 'no webhooks', ['!outbound']],
    [
      'stack',
      'NestJS on Kubernetes with RabbitMQ, GraphQL and single sign-on',
      ['framework=nestjs', 'deploy=kubernetes', 'queue=rabbitmq', 'api=rest-graphql', 'auth=oidc'],
    ],
    ['stack', 'not Kubernetes', ['!deploy=kubernetes']],
    ['unsupported', 'MongoDB and Kafka in Python', ['database=mongodb', 'queue=kafka', 'language=python']],
  ])('%s in %j', (kind, text, want) => {
    expect(cues(kind, text)).toEqual(want);
  });

  it('takes nothing from code', () => {
    expect(readingOf('Orders.\n```\nGDPR stripe 10K users\n```').cues).toEqual([]);
  });
});
