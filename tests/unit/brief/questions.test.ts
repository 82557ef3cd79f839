import { describe, expect, it } from 'vitest';

import type { BlueprintSource } from '../../../src/blueprint/schema/blueprint.js';
import type { Answer } from '../../../src/brief/planner.js';
import { answerProblem, applyAnswers, QUESTION_IDS, questionsFor } from '../../../src/brief/questions/index.js';
import { readingOf } from './reading/support.js';

const empty: BlueprintSource = { blueprint: 1, name: 'system', contexts: {} };
const asked = (text: string) => questionsFor(readingOf(text)).map(({ id }) => id);
const defaultOf = (id: string, text: string) =>
  questionsFor(readingOf(text)).find((question) => question.id === id)?.default;
const by = (person: Answer['by'], answers: Readonly<Record<string, string>>): Answer[] =>
  Object.entries(answers).map(([id, value]) => ({ id, value, by: person }));

describe('questions about a brief', () => {
  it('are six at most, what matters most first', () => {
    expect(asked('Customers place orders.')).toEqual([
      'tenancy',
      'peak-users',
      'compliance',
      'availability',
      'budget',
      'regions',
    ]);
  });

  it('never ask what the brief says', () => {
    const text =
      'A multi-tenant shop for 200 brands with 10K concurrent users under the GDPR, 99.9 % uptime, $4000 budget a month, ' +
      'in eu-west-1, by five engineers, orders kept for 7 years, p95 below 250 ms, twice that in one year, single sign-on.';
    expect(asked(text)).toEqual([]);
  });

  it('do not ask about rules that the brief has ruled out', () => {
    expect(asked('A clinic. HIPAA does not apply.')).not.toContain('compliance');
  });

  it.each([
    ['organizations', 'A multi-tenant tracker.', true],
    ['organizations', 'An internal tool for our company.', false],
    ['ordering', 'A multi-tenant ledger for 10 companies with 100 concurrent users.', true],
    ['ordering', 'A multi-tenant tracker for 10 companies with 100 concurrent users.', false],
  ])('ask about %s after %j: %s', (id, text, want) => {
    expect(asked(text).includes(id)).toBe(want);
  });

  it.each([
    ['tenancy', 'Customers book haircuts in our salon.', 'single'],
    ['tenancy', 'Customers book haircuts.', 'shared'],
    ['peak-users', '30 000 members read articles.', '3000'],
    ['peak-users', '200 shops sell flowers.', '2000'],
    ['peak-users', 'Members read articles.', '1000'],
    ['peak-users', 'Members read articles in our library.', '100'],
    ['compliance', 'Patients in Europe pay by card.', 'none'],
  ])('the default of %s for %j is %s', (id, text, want) => {
    expect(defaultOf(id, text)).toBe(want);
  });

  it('have a default that is an answer, and options that are', () => {
    const texts = [
      'Customers place orders.',
      'A multi-tenant ledger for staff under the GDPR in Europe, 99.9 % uptime, $100 budget, 9 concurrent users.',
    ];
    const questions = texts.flatMap((text) => questionsFor(readingOf(text)));
    for (const { id, default: value, options } of questions) {
      for (const each of [value, ...options.map((option) => option.value)])
        expect(answerProblem(id, each), `${id} ${each}`).toBeUndefined();
    }
    expect(questions.length).toBeGreaterThan(8);
  });
});

describe('answers', () => {
  it.each([
    ['tenancy', 'single', { tenancy: 'single' }],
    ['peak-users', '10K', { scale: { concurrentUsers: 10_000 } }],
    ['peak-users', 'ten thousand', { scale: { concurrentUsers: 10_000 } }],
    ['organizations', '350', { scale: { tenants: 350 } }],
    ['compliance', 'GDPR and SOC 2', { constraints: { compliance: ['gdpr', 'soc2'] } }],
    ['compliance', 'none', {}],
    ['availability', '99.95 %', { qualities: { availabilityPercent: 99.95 } }],
    ['budget', '$2,500', { constraints: { monthlyBudgetUsd: 2500 } }],
    ['budget', 'none', {}],
    ['ordering', 'strict', { qualities: { ordering: 'strict' } }],
    ['regions', 'eu-west-1, us-east-1', { constraints: { regions: ['eu-west-1', 'us-east-1'] } }],
    ['engineers', '1', { constraints: { engineers: 1 } }],
    ['retention', '7 years', { qualities: { retentionDays: 2555 } }],
    ['latency', '2 s', { qualities: { latencyP95Ms: 2000 } }],
    ['growth', '8 times', { scale: { growth: { months12: 2, months36: 8 } } }],
    ['sign-in', 'oidc', { stack: { auth: 'oidc' } }],
    ['sign-in', 'jwt', {}],
  ])('%s: %s', (id, value, want) => {
    expect(applyAnswers(empty, by('person', { [id]: value })).blueprint).toEqual({ ...empty, ...want });
  });

  it.each([
    ['tenancy', 'many', '“many” is none of shared, single.'],
    ['peak-users', 'a lot', '“a lot” is no number of people; say a whole number such as 500 or 10K.'],
    ['peak-users', '0', '“0” is no number of people; say a whole number such as 500 or 10K.'],
    ['peak-users', '-5', '“-5” is no number of people; say a whole number such as 500 or 10K.'],
    ['peak-users', '10 or 200 or 5', '“10 or 200 or 5” is no number of people; say a whole number such as 500 or 10K.'],
    ['organizations', '1.5', '“1.5” is no number of organizations; say a whole number such as 500 or 10K.'],
    [
      'compliance',
      'gdpr, magic',
      '“gdpr, magic” is no list of rules; say none, or some of gdpr, pci-dss, hipaa, soc2, iso27001, ccpa.',
    ],
    ['availability', '100', '“100” is no availability; say a percentage from 90 to below 100, such as 99.9.'],
    ['budget', 'cheap', '“cheap” is no budget; say dollars a month such as 2000, or none.'],
    ['regions', 'moon', '“moon” is no region; say one such as eu-central-1, or several with commas.'],
    ['retention', 'long', '“long” is no time; say days such as 90, or 7 years, or none.'],
    ['latency', 'fast', '“fast” is no time; say milliseconds such as 300, or seconds such as 2 s.'],
    ['growth', '0.5', '“0.5” is no growth; say a factor of at least 1, such as 5.'],
    ['colour', 'blue', 'There is no question “colour”.'],
  ])('%s: %s is refused', (id, value, message) => {
    expect(answerProblem(id, value)).toBe(message);
    expect(() => applyAnswers(empty, by('person', { [id]: value }))).toThrow(
      expect.objectContaining({ code: 'ANSWER_INVALID' }),
    );
  });

  it('become assumptions when nobody gave them, with what they decide', () => {
    const { assumptions, provenance } = applyAnswers(empty, [
      ...by('default', { tenancy: 'shared', budget: 'none' }),
      ...by('person', { 'peak-users': '500' }),
    ]);
    expect(assumptions).toEqual([
      {
        id: 'tenancy',
        text: 'Many organizations use the system, and none sees the data of another.',
        source: 'assumption',
        path: 'tenancy',
      },
      { id: 'budget', text: 'No limit is known for the monthly bill.', source: 'assumption' },
    ]);
    expect(provenance.map(({ path, source }) => [path, source])).toEqual([
      ['tenancy', 'assumption'],
      ['scale.concurrentUsers', 'answer'],
    ]);
  });

  it('how many organizations there are has no meaning when there is one', () => {
    const { blueprint, assumptions } = applyAnswers(empty, by('default', { organizations: '100', tenancy: 'single' }));
    expect(blueprint).toEqual({ ...empty, tenancy: 'single' });
    expect(assumptions.map(({ id }) => id)).toEqual(['tenancy']);
  });

  it('keep what the blueprint says beside them', () => {
    const blueprint: BlueprintSource = { ...empty, scale: { tenants: 5 }, constraints: { compliance: ['gdpr'] } };
    const { scale, constraints } = applyAnswers(
      blueprint,
      by('person', { 'peak-users': '7', engineers: '3' }),
    ).blueprint;
    expect([scale, constraints]).toEqual([
      { tenants: 5, concurrentUsers: 7 },
      { compliance: ['gdpr'], engineers: 3 },
    ]);
  });

  it('answer every question there is', () => {
    expect(QUESTION_IDS.filter((id) => answerProblem(id, '\u0000') === undefined)).toEqual([]);
    expect(new Set(QUESTION_IDS).size).toBe(QUESTION_IDS.length);
  });
});
