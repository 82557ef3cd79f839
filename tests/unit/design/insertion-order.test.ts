import { expect, it } from 'vitest';
import { aShopDesign } from '../../support/blueprints.js';

it('puts the target of a required reference first, also where an optional one points back', () => {
  const system = aShopDesign(`
Account: { fields: { name: string(80) }, relations: { main: Person? } }
Person: { fields: { name: string(80) }, relations: { account: Account } }`);
  expect(system.entities.map(({ entity }) => entity.name)).toEqual(['Account', 'Person']);
});

it('puts a part behind its aggregate', () => {
  const system = aShopDesign(`
Line: { fields: { quantity: int } }
Order: { fields: { note: text }, relations: { lines: "Line[] owned" } }`);
  expect(system.entities.map(({ entity }) => entity.name)).toEqual(['Order', 'Line']);
});
