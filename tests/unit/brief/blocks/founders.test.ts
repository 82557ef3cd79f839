import { describe, expect, it } from 'vitest';

import { cleanBrief } from '../../../../src/brief/clean.js';
import { libraryOf } from '../../../../src/brief/offline/library/library.js';
import { select } from '../../../../src/brief/offline/select/select.js';
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
  {
    given:
      'Patients book appointments with therapists online, receptionists confirm them, and doctors write notes on every treatment.',
    want: ['healthcare-scheduling'],
    never: ['booking', 'customers', 'messaging'],
  },
  {
    given: 'Customers book an appointment with a stylist of the salon and get a reminder.',
    want: ['booking', 'customers'],
    never: ['healthcare-scheduling', 'inventory', 'lending'],
  },
  {
    given:
      'Instructors publish courses of modules and lessons; students enrol, take quizzes and receive a certificate.',
    want: ['courses'],
    never: ['school', 'customers', 'content'],
  },
  {
    given: 'Pupils are in classes, teachers enter grades, parents see the absences of their children.',
    want: ['school'],
    never: ['courses', 'fitness'],
  },
  {
    given: 'Teams plan projects with milestones, assign tasks and track hours in timesheets.',
    want: ['projects', 'time-tracking'],
    never: ['shifts', 'shipping'],
  },
  {
    given: 'Customers open support tickets, agents answer within the SLA, and a knowledge base helps them.',
    want: ['support-tickets', 'knowledge-base'],
    never: ['event-tickets'],
  },
  {
    given: 'Organizers sell tickets for concerts at several venues; staff check the attendees in.',
    want: ['event-tickets'],
    never: ['support-tickets', 'fitness'],
  },
  {
    given: 'Temperature sensors send readings, and an alert is raised when one leaves its limits.',
    want: ['devices-telemetry'],
    never: ['metering', 'incidents', 'catalog'],
  },
  {
    given: 'A utility reads smart meters every 15 minutes and bills households by tariff.',
    want: ['metering'],
    never: ['devices-telemetry', 'parking'],
  },
  {
    given: 'Vehicles, their drivers, odometers and maintenance are what our fleet managers look after.',
    want: ['fleet'],
    never: ['delivery', 'mobility', 'ev-charging'],
  },
  {
    given: 'Couriers bring parcels from stop to stop, and the recipient signs a proof of delivery.',
    want: ['delivery'],
    never: ['fleet', 'mobility'],
  },
  {
    given: 'Landlords let apartments, tenants sign a lease, pay rent every month and report repairs.',
    want: ['property'],
    never: ['rentals', 'lodging', 'customers'],
  },
  {
    given: 'Guests book hotel rooms by the night; housekeeping cleans them after check-out.',
    want: ['lodging'],
    never: ['booking', 'restaurant', 'property'],
  },
  {
    given: 'We rent out construction tools by the day; damages are documented with photos.',
    want: ['rentals'],
    never: ['property', 'lodging'],
  },
  {
    given: 'Recruiters post jobs, candidates apply and are interviewed.',
    want: ['recruiting'],
    never: ['content', 'community'],
  },
  {
    given: 'Employees request vacation, managers approve it, and expense reports are reimbursed.',
    want: ['hr-people', 'expenses'],
    never: ['tours', 'payroll'],
  },
  {
    given: 'Members of the library borrow books and wait for titles that are lent.',
    want: ['lending'],
    never: ['loans', 'booking', 'fitness'],
  },
  {
    given: 'Donors pledge money for campaigns of charities, and volunteers sign up for shifts.',
    want: ['donations', 'volunteering'],
    never: ['shifts', 'marketing'],
  },
  {
    given: 'Lawyers handle cases with court hearings and deadlines.',
    want: ['legal-cases'],
    never: ['support-tickets', 'documents'],
  },
  {
    given: 'Members post photos, follow each other and upvote; moderators handle reports.',
    want: ['community'],
    never: ['content', 'fitness', 'media'],
  },
  {
    given: 'Journalists write articles, editors review and publish them.',
    want: ['content'],
    never: ['knowledge-base', 'reviews'],
  },
  {
    given: 'Passengers request a ride, nearby drivers accept it.',
    want: ['mobility'],
    never: ['fleet', 'delivery'],
  },
  {
    given: 'Documents are approved in versions and signed with an electronic signature.',
    want: ['documents'],
    never: ['knowledge-base', 'content'],
  },
  {
    given: 'Cashiers scan products at the till, and the day ends with counting the cash.',
    want: ['catalog', 'point-of-sale'],
    never: ['orders'],
  },
  {
    given: 'Investors hold a portfolio of stocks and place buy and sell orders with a limit.',
    want: ['investments'],
    never: ['catalog', 'inventory'],
  },
  {
    given: 'Public procurement: tenders with criteria, sealed bids until the deadline, an award.',
    want: ['tenders'],
    never: ['auctions', 'customers', 'marketplace'],
  },
  {
    given: 'Inspectors fill in checklists and write down findings that must be resolved.',
    want: ['inspections'],
    never: ['fleet', 'manufacturing'],
  },
  {
    given: 'Users submit feature requests and upvote the ones of others; we publish a public roadmap.',
    want: ['feature-requests'],
    never: ['surveys', 'support-tickets'],
  },
  {
    given: 'License keys are issued to customers and activated on their machines.',
    want: ['customers', 'licensing'],
    never: ['assets', 'media'],
  },
  {
    given: 'Customers collect points and redeem rewards; the loyalty program has silver and gold tiers.',
    want: ['customers', 'loyalty'],
    never: ['subscriptions'],
  },
  {
    given: 'Buyers and sellers chat about an offer on our marketplace and rate each other.',
    want: ['marketplace', 'messaging', 'reviews'],
    never: ['community', 'tenders'],
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
  'The team works in sprints of two weeks, with an on-call engineer and runbooks for every outage.',
  'Class-based modules, unit tests for every unit, and a page that loads fast.',
  'Reading the configuration, building the image and training the team take a day.',
  'Each tenant has its own users; authorities may ask for documentation of how matching works.',
  'The applications communicate over HTTP, and the documented endpoints post JSON.',
  'In case of doubt a health check restarts the service; of course the course of events is logged.',
];

describe('sentences that ask for nothing of ours', () => {
  it.each(everyday)('%s', (text) => {
    expect(selected(text)).toEqual([]);
  });
});
