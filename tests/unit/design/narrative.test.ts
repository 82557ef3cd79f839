import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { narrativeFindings, narrativeProblems, passageOf } from '../../../src/design/narrative.js';
import { visible } from '../../../src/text/escape.js';
import { aShopDesign } from '../../support/blueprints.js';
import { fragments, hostile } from '../../support/hostile-text.js';

const entities = `
OrderLine: { fields: { amount: int }, relations: { order: Order } }
Order:
  summary: What a customer asks for, for WMS or ERP.
  fields: { status: 'enum(open, paid) = open' }
  lifecycle: { pay: open -> paid }
`;
const rest = `
constraints: { compliance: [gdpr] }
roles: { clerk: { grants: [shop:*] } }
requirements: [{ id: R1, quote: HIPAA is wanted, status: open }]`;
const design = aShopDesign(entities, rest);

describe('a passage', () => {
  it.each([
    'Orders are kept, line by line, until somebody pays.',
    'At peak {scale.launch.peakRequestsPerSecond} arrive, and {scale.poolSize} answer.',
    'A `clerk` sees each `Order`, its `OrderLines` and whether `pay` was called in `shop`.',
    'The {roles.clerk} works in {shop} on {shop.Order}, and calls {shop.Order.pay}.',
    'BullMQ beats RabbitMQ here, and PostgreSQL keeps what the GDPR protects.',
    'OrderLine is a part; the WMS reads it through the API, at no second place.',
    'One clerk at a time; both sides agree — “always”, it’s said (often).',
    'Größe zählt: 漢字 too.',
  ])('may be printed: %s', (passage) => {
    expect(narrativeProblems(passage, design)).toEqual([]);
  });

  it.each([
    ['a fact that does not exist', 'It serves {scale.launch.users}.', 'no fact {scale.launch.users}'],
    ['an empty reference', 'It serves {}.', 'no fact {}'],
    ['an entity that does not exist', 'It keeps {shop.Orders}.', 'no fact {shop.Orders}'],
    ['a value without a fact', 'It obeys {constraints.compliance}.', 'no fact'],
    ['a reference inside another', 'It has {{scale.poolSize}}.', '"{" is markup'],
    ['an open brace', 'It has {scale.poolSize.', '"{" is markup'],
    ['digits', 'It answers in 250 ms.', '"250" is a number'],
    ['digits inside a word', 'The p95 is low.', '"95" is a number'],
    ['digits of another script', 'It serves ٣٠ people.', 'is a number'],
    ['a fraction', 'It saves ½ of it.', 'is a number'],
    ['a number word', 'It runs in Three regions.', '"Three" is a number'],
    ['a larger number word', 'It has twenty-four hours.', '"twenty-four" is a number'],
    ['a multiple', 'It is ten-fold faster.', 'is a number'],
    ['another multiple', 'The load doubles.', '"doubles" is a number'],
    ['many', 'It serves thousands.', '"thousands" is a number'],
    ['a share', 'It saves half.', '"half" is a number'],
    ['another share', 'It saves a quarter of the bill.', 'is a number'],
    ['a name in backticks that is none', 'It keeps `Invoice`.', '`Invoice` is no name'],
    ['a CamelCase name that is none', 'It keeps InvoiceLine.', '"InvoiceLine" is no name'],
    ['a product that nobody compares', 'It runs on DynamoDB.', '"DynamoDB" is no name'],
    ['a law that was not named', 'It is HIPAA compliant.', '"HIPAA" is no name'],
    ['a heading', '# Summary', '"#" is markup'],
    ['a list', '- Orders', '"-" is markup'],
    ['an element', 'It <b>sells</b>.', '"<" is markup'],
    ['a link', 'See [this](x).', '"[" is markup'],
    ['an address', 'See https://evil.invalid.', '"://" is markup'],
    ['emphasis', 'It *sells*.', '"*" is markup'],
    ['a table', 'a | b', '"|" is markup'],
    ['an open backtick', 'It keeps `Order.', '"`" is markup'],
    ['text that nobody sees', 'It sells\u200B.', 'visible characters'],
    ['text that runs backwards', 'It \u202Esells.', 'visible characters'],
    ['a second paragraph', 'It sells.\n\nIt buys.', 'one paragraph'],
    ['too many words', `It sells. ${'Very well. '.repeat(120)}`, '1200 are the most'],
  ])('is not printed with %s', (_, passage, want) => {
    expect(narrativeProblems(passage, design).join(' ')).toContain(want);
  });

  it('names the fact that was meant', () => {
    expect(narrativeProblems('{scale.poolSizes}', design)).toEqual([
      'There is no fact {scale.poolSizes}. Did you mean "scale.poolSize"?',
    ]);
  });

  it('never gets a figure, a link or an element through, whatever it is made of', () => {
    const words = fc.array(
      fc.oneof(
        hostile,
        fc.constantFrom('{scale.poolSize}', '{shop.Order}', '`Order`', 'Orders', 'and', '7', 'seven', ...fragments),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const passage = parts.join(' ');
        fc.pre(narrativeProblems(passage, design).length === 0);
        const said = passage.replaceAll(/\{(?:scale\.poolSize|shop\.Order)\}|`Order`/g, '');
        expect(said).not.toMatch(/[\p{N}<>[\]{}|*_#~\\`^@]|:\/\/|\bseven\b/u);
        expect(visible(said)).toBe(said);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the passages of a blueprint', () => {
  const told = aShopDesign(
    entities,
    `${rest}
document:
  narrative:
    summary: "It serves\\n  {scale.launch.concurrentUsers} with {shop.Order}."
    contexts: { shop: It serves 40 people. }
    decisions: { queue: "Jobs wait.", queus: Jobs wait. }`,
  );

  it('are told with the values of their facts, and how these are known', () => {
    expect(passageOf(told, 'summary')).toBe('It serves 10,000 users (assumed) with `Order`.');
    expect(passageOf(told, 'decisions', 'queue')).toBe('Jobs wait.');
  });

  it('are not told where there is none, or none that may be printed', () => {
    expect(passageOf(told, 'decisions', 'orm')).toBeUndefined();
    expect(passageOf(told, 'contexts', 'shop')).toBeUndefined();
  });

  it('are warned of where they are not printed', () => {
    const findings = narrativeFindings(told);
    expect(findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`)).toEqual([
      'warning NARRATIVE_DROPPED The passage about the context "shop" is not printed: "40" is a number of its own; figures are cited as {id of a fact}.',
      'warning NARRATIVE_DROPPED The passage about the decision "queus" is not printed: There is no decision "queus". Did you mean "queue"?',
    ]);
    expect(findings.every(({ at, file }) => at.line > 1 && file === 'blueprint.yaml')).toBe(true);
  });
});
