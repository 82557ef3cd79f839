import { describe, expect, it } from 'vitest';
import { blueprintJsonSchema } from '../../../src/blueprint/json-schema.js';
import { aShop } from '../../support/blueprints.js';

const entities = 'Product: { fields: { name: text } }';

describe('what a blueprint says of its users', () => {
  it('is assumed where it is left out, and says so', () => {
    const { behaviour } = aShop(entities).scale;
    expect(behaviour).toMatchObject({ requestsPerUserPerMinute: 2, peakFactor: 3, readShare: 0.9, rowsPerMonth: {} });
    expect(behaviour.assumed).toContain('readShare');
  });

  it('is taken where it is given; the rest stays assumed', () => {
    const { scale, places } = aShop(
      entities,
      'scale: { behaviour: { readShare: 0.5, rowsPerMonth: { Product: 700 } } }',
    );
    expect(scale.behaviour).toMatchObject({ readShare: 0.5, peakFactor: 3, rowsPerMonth: { Product: 700 } });
    expect(scale.behaviour.assumed).not.toContain('readShare');
    expect(scale.behaviour.assumed).toContain('peakFactor');
    expect(places?.['scale.behaviour.readShare']).toMatchObject({ line: 10 });
    expect(places?.['scale.behaviour.rowsPerMonth.Product']).toMatchObject({ line: 10 });
  });

  it('is described for editors, each key with its meaning', () => {
    const { Behaviour, Prices } = blueprintJsonSchema().$defs as Record<string, { properties: Record<string, object> }>;
    for (const property of Object.values({ ...Behaviour?.properties, ...Prices?.properties })) {
      expect(property).toHaveProperty('description');
    }
    expect(Behaviour?.properties).toHaveProperty('rowsPerMonth');
    expect(Prices?.properties).toHaveProperty('podVcpuHour');
  });

  it('names prices that differ from the table', () => {
    expect(aShop(entities).prices).toEqual({});
    expect(aShop(entities, 'prices: { podVcpuHour: 0.03 }').prices).toEqual({ podVcpuHour: 0.03 });
  });
});
