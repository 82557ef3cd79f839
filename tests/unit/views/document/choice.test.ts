import { describe, expect, it } from 'vitest';

import { choiceOf, withCode } from '../../../../src/views/document/choice.js';
import { recordLink } from '../../../../src/views/document/records.js';
import { aShopDesign } from '../../../support/blueprints.js';

const shop = aShopDesign('Guest:\n  fields: { nick: string(20) }');

describe('a decision in short', () => {
  it('marks what was chosen among all options, and says what it costs', () => {
    const decision = shop.decisions.find(({ id }) => id === 'pagination');
    const words = choiceOf(shop, 'pagination');

    expect(words.options).toHaveLength(decision?.options.length ?? 0);
    expect(words.options.filter(({ option }) => option === `**${words.chosen}**`)).toHaveLength(1);
    expect(words.costs).not.toEqual([]);
  });

  it('refuses a decision that nobody makes', () => {
    expect(() => choiceOf(shop, 'colour')).toThrow('There is no decision colour.');
  });

  it('leads to the record by number and name', () => {
    expect(recordLink({ number: 7, id: 'pagination' })).toBe('[decision 7](decisions/0007-pagination.md)');
  });
});

describe('words with names in backticks', () => {
  it.each([
    ['plain words', 'plain words'],
    ['one of `tenant_id` and 2 * 3', 'one of `tenant_id` and 2 \\* 3'],
    ['`GET /x` first', '`GET /x` first'],
    ['a <b> tag', 'a \\<b\\> tag'],
  ])('%s', (text, wanted) => {
    expect(withCode(text)).toBe(wanted);
  });
});
