import { expect, it } from 'vitest';
import { seedOrganizationsWords } from '../../../../src/views/seed/seed.js';
import { readmeWords } from '../../../../src/views/workspace/guides.js';
import { aShopDesign } from '../../../support/blueprints.js';

const entities = 'Note: { fields: { body: text } }';

it('seeds two organizations where there are many, and one where there is one', () => {
  expect(seedOrganizationsWords(aShopDesign(entities))).toMatchObject({ count: 2 });
  expect(seedOrganizationsWords(aShopDesign(entities, 'tenancy: single'))).toMatchObject({
    count: 1,
    organizations: [{ slug: 'acme' }],
  });
});

it('says in the README which of the two it is', () => {
  expect(readmeWords(aShopDesign(entities)).serves).toBe('many organizations in one database');
  expect(readmeWords(aShopDesign(entities, 'tenancy: single'))).toMatchObject({
    serves: 'one organization',
    isSingle: true,
  });
});
