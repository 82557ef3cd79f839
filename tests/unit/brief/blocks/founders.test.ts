import { describe, expect, it } from 'vitest';

import { cleanBrief } from '../../../../src/brief/clean.js';
import { libraryOf } from '../../../../src/brief/offline/library.js';
import { select } from '../../../../src/brief/offline/select.js';
import { read } from '../../../../src/brief/reading/read.js';
import { library } from './support/library.js';

const indexed = libraryOf(library);

/** Ids of the blocks that a brief asks for, and of those that these need. */
const selected = (text: string): string[] =>
  select(read(cleanBrief(text, 'a brief')).sentences, indexed).blocks.map(({ block }) => block.id);

interface Row {
  readonly given: string;
  readonly want: readonly string[];
  /** What a careless reader would take for something else. */
  readonly never?: readonly string[];
}

const rows: readonly Row[] = [
  {
    given:
      'Customers choose a plan, try it for 14 days in a free trial and pay every month. Failed payments are retried.',
    want: ['customers', 'payments', 'subscriptions'],
    never: ['projects', 'loans'],
  },
  {
    given: 'A marketplace where vendors list handmade goods. We keep a commission of 10 % and pay vendors every month.',
    want: ['catalog', 'marketplace'],
    never: ['real-estate', 'recruiting'],
  },
  {
    given: 'Borrowers file a loan application, lenders fund it, borrowers repay in instalments with interest.',
    want: ['loans'],
    never: ['lending', 'documents'],
  },
  {
    given: 'Users top up their wallet, send money to friends and withdraw to a bank account.',
    want: ['wallets'],
    never: ['crm-accounts'],
  },
  {
    given: 'A ledger with accounts and journal entries whose postings balance.',
    want: ['ledger'],
    never: ['crm-accounts', 'content', 'wallets'],
  },
  {
    given: 'Freelancers write invoices to their clients and send reminders when one is overdue.',
    want: ['customers', 'invoicing'],
    never: ['lending'],
  },
  {
    given: 'Sellers put paintings up for auction, bidders place bids, and the highest bid wins.',
    want: ['auctions', 'marketplace'],
  },
  {
    given: 'Guests of our cafés collect points and redeem them for free drinks in a loyalty program.',
    want: ['loyalty'],
    never: ['promotions'],
  },
  {
    given:
      'Wholesalers keep stock levels per warehouse, send purchase orders to suppliers and count stock twice a year.',
    want: ['inventory', 'purchasing'],
    never: ['orders', 'wallets'],
  },
  {
    given: 'An online bookshop with a shopping cart, wishlists, product reviews and gift cards.',
    want: ['carts', 'catalog', 'gift-cards', 'reviews'],
    never: ['booking', 'payments'],
  },
  {
    given: 'Merchants create shipments, print labels and track parcels with DHL.',
    want: ['shipping'],
    never: ['marketplace'],
  },
  {
    given: 'Legal keeps contracts with their start, their end and their notice period.',
    want: ['contracts'],
    never: ['property', 'payroll'],
  },
  {
    given: 'We send a newsletter to mailing lists and look at open rates and click rates.',
    want: ['marketing'],
    never: ['reviews', 'donations'],
  },
  {
    given: 'Families plan budgets per category and see what they spent.',
    want: ['budgets'],
    never: ['catalog', 'subscriptions'],
  },
  {
    given: 'Wholesale customers see their negotiated prices and place orders.',
    want: ['catalog', 'customers', 'orders', 'price-lists'],
    never: ['restaurant', 'purchasing'],
  },
  {
    given: 'Customers of a web shop send goods back with a return label and get a refund.',
    want: ['orders', 'payments', 'returns'],
    never: ['rentals', 'lending'],
  },
  {
    given: 'Customers invite friends with a referral link; both get a discount.',
    want: ['customers', 'referrals'],
    never: ['healthcare-scheduling'],
  },
  {
    given: 'Doctors refer patients to specialists with a referral letter; patients book appointments.',
    want: ['healthcare-scheduling'],
    never: ['referrals', 'booking'],
  },
  {
    given: 'A CRM: leads become accounts and contacts, deals move through the stages of a pipeline, quotes are sent.',
    want: ['crm-accounts', 'crm-sales', 'quotes'],
    never: ['customers', 'insurance'],
  },
  {
    given: 'We meter API calls and invoice customers for their usage-based plan at the end of the month.',
    want: ['customers', 'invoicing', 'subscriptions'],
    never: ['activities', 'metering'],
  },
];

describe('what founders write', () => {
  it.each(rows)('$given', ({ given, want, never = [] }) => {
    const blocks = selected(given);
    expect(blocks).toEqual(expect.arrayContaining([...want]));
    expect(never.filter((id) => blocks.includes(id))).toEqual([]);
  });
});

/** Words of the trade in sentences that ask for none of our domains. */
const everyday = [
  'In order to keep events in the right order, messages go through a message queue.',
  'Admins can build custom reports and custom fields; productivity in production matters.',
  'Customize the list of columns, sort it in alphabetical order and export it.',
  'The API is event-driven, returns JSON and returns an error message with a code.',
  'Users log in to their user account, change account settings and the contact details.',
  'Our team reviews the code, deals with incidents of the platform and leads the way.',
  'The load balancer keeps the balance between servers; a data pipeline fills the data warehouse.',
  'It takes a lot of good ideas to follow up on points like these.',
  'Rate limits protect the API; the conversion rate and the exchange of data are measured.',
  'We plan to install upgrades in small steps, and to ship features every week.',
  'We have a budget of 4000 dollars a month and five engineers.',
  'There are no payments, no invoices and no chat.',
];

describe('sentences that ask for nothing of ours', () => {
  it.each(everyday)('%s', (text) => {
    expect(selected(text)).toEqual([]);
  });
});
