import { describe, expect, it } from 'vitest';

import { quantities, readingOf } from './support.js';

describe('numbers of a brief', () => {
  it.each([
    ['10K concurrent users', ['concurrentUsers 10000 users']],
    ['10 000 users at once', ['concurrentUsers 10000 users']],
    ['10,000 users', ['users 10000 users']],
    ['10.000 users', ['users 10000 users']],
    ['ten thousand users', ['users 10000 users']],
    ['two hundred and fifty members', ['users 250 members']],
    ['half a million shoppers', ['users 500000 shoppers']],
    [
      '1.5 million registered users, of whom 20 000 are online at the same time',
      ['users 1500000 users', 'concurrentUsers 20000 users'],
    ],
    ['5-10K concurrent users', ['concurrentUsers 10000 users']],
    ['between 200 and 300 clinics use it', ['tenants 300 clinics']],
    ['a dozen instructors', ['users 12 instructors']],
    ['Ten thousand salespeople work in it at the same moment', ['concurrentUsers 10000 salespeople']],
    ['peak of 3000 sessions', ['concurrentUsers 3000 sessions']],
    ['companies that sell: 350 of them in the first year', ['tenants 350 companies']],
    ['200 independent shops', ['tenants 200 shops']],
    ['We run 12 clinics with 340 staff', ['other 12 clinics', 'users 340 staff']],
    ['4,000 tenants pay rent to 35 landlords', ['users 4000 tenants', 'tenants 35 landlords']],
    ['40 users per company', ['other 40 users']],
    ['400 requests per second', ['requestsPerSecond 400']],
    ['up to 1.2k rps', ['requestsPerSecond 1200']],
    ['864 000 requests a day', ['requestsPerSecond 10']],
    ['6000 readings a minute', ['requestsPerSecond 100']],
    ['10 000 orders a day', ['rowsPerMonth 300000 orders']],
    ['1,200 invoices per year', ['rowsPerMonth 100 invoices']],
    ['p95 under 250 ms', ['latencyMs 250']],
    ['Pages must answer in under two seconds.', ['latencyMs 2000']],
    ['Requests time out after 30 seconds', []],
    ['99.9 % uptime', ['availabilityPercent 99.9']],
    ['99,95 % of the time it must be available', ['availabilityPercent 99.95']],
    ['four nines', ['availabilityPercent 99.99']],
    ['99 % of webhooks arrive', []],
    ['2 TB of scans', ['dataGb 2048']],
    ['a budget of 4 000 dollars a month', ['monthlyBudgetUsd 4000']],
    ['hosting may cost $60k a year', ['monthlyBudgetUsd 5000']],
    ['plans cost $29 per seat per month', []],
    ['Five engineers will run this', ['engineers 5 engineers']],
    ['A team of four builds and runs it', ['engineers 4']],
    ['50 field engineers use it', ['users 50 engineers']],
    ['kept for seven years', ['retentionDays 2555']],
    ['logs are deleted after 30 days', ['retentionDays 30']],
    ['in three years we expect eight times that', ['growthMonths12 2', 'growthMonths36 8']],
    ['it doubles every year', ['growthMonths12 2', 'growthMonths36 8']],
    ['load grows 30 % per year', ['growthMonths12 1.3', 'growthMonths36 2.2']],
    ['live on 1 March 2027, 2028-12-31 or Q3 2026', ['date 20270301', 'date 20281231', 'date 20260701']],
    ['12 warehouses', ['other 12 warehouses']],
    ['ISO 27001, SOC 2, 24/7, OAuth2, S3, 3D, B2B, v1.2.3, in 2027, the 3rd', []],
    ['40 000 learners, maybe 2 500 learning at once', ['users 40000 learners', 'concurrentUsers 2500 users']],
    ['companies of 20 to 300 people', ['other 300 people']],
    ['a few hundred patients', []],
    ['20 000 donors at\nthe same time', ['concurrentUsers 20000 donors']],
    ['Agencies that place workers (35 of them)', ['tenants 35 agencies']],
    ['After two years names are removed.', ['retentionDays 730']],
    ['İ İ İ İ 500 users', ['users 500 users']],
    ['6 engineers, EUR 12 000 a month', ['engineers 6 engineers', 'monthlyBudgetUsd 12000']],
    ['db.internal:5432', []],
    ['no more than 10K users', ['users 10000 users']],
    ['Out of scope: 10K users', []],
  ])('%j', (text, want) => {
    expect(quantities(text)).toEqual(want);
  });

  it.each([
    [
      'a budget of €2,500 per month',
      'The budget is said in EUR; it is taken as the same number of dollars, without an exchange rate.',
    ],
    ['our budget is $900', 'The budget is taken as one per month.'],
    ['p99 below 800 ms', '800 ms is asked for as p99; it is taken as the 95th percentile.'],
    ['6000 readings a minute', 'Each of the readings is taken as one request.'],
    ['tenfold in two years', 'Growth is taken as steady: tenfold says something about 24 months only.'],
  ])('says what %j leaves open', (text, note) => {
    expect(readingOf(text).quantities[0]!.note).toBe(note);
  });
});
