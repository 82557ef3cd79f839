import { describe, expect, it } from 'vitest';

import type { Field } from '../../../../src/blueprint/model.js';
import { domainType } from '../../../../src/views/fields/domain-type.js';
import { createSchema, updateSchema } from '../../../../src/views/fields/input-schema.js';
import { outputSchema, outputValue } from '../../../../src/views/fields/output.js';
import { aShopDesign, entityOf } from '../../../support/blueprints.js';

/** The field that one line of a blueprint says. */
function fieldOf(line: string): Field {
  const [found] = entityOf(aShopDesign(`Thing:\n  fields:\n    value: ${line}`), 'Thing').fields;
  if (!found) throw new Error(`No field: ${line}`);
  return found.field;
}

describe('schemas of a field', () => {
  it.each([
    ['string(64)', 'text({ max: 64 })', 'text({ max: 64 }).optional()'],
    ['string(64)?', 'text({ max: 64 }).nullable().default(null)', 'text({ max: 64 }).nullable().optional()'],
    ['string(64) max 10', 'text({ max: 10 })', 'text({ max: 10 }).optional()'],
    ['string(5) = abc', `text({ max: 5 }).default('abc')`, 'text({ max: 5 }).optional()'],
    ['string(9) pattern "^a/b$" example "a/b"', `text({ max: 9, pattern: new RegExp('^a/b$') })`, undefined],
    ['int min 1 max 5', 'int({ min: 1, max: 5 })', 'int({ min: 1, max: 5 }).optional()'],
    ['bigint = 7', `bigint().prefault('7')`, 'bigint().optional()'],
    ['decimal(5,2)', 'decimal({ precision: 5, scale: 2 })', undefined],
    ['money min 0', 'money({ min: 0 })', undefined],
    ['boolean = false', 'z.boolean().default(false)', 'z.boolean().optional()'],
    ['date = 2026-01-31', `date().prefault('2026-01-31')`, 'date().optional()'],
    ['datetime = now', 'datetime().optional().transform(orNow)', 'datetime().optional()'],
    ['enum(a, b)? = a', `z.enum(THING_VALUES).nullable().default('a')`, 'z.enum(THING_VALUES).nullable().optional()'],
    ['string(9)[]', 'z.array(text({ max: 9 })).max(100).default([])', 'z.array(text({ max: 9 })).max(100).optional()'],
    ['int[] min 1 max 3', 'z.array(int()).min(1).max(3)', 'z.array(int()).min(1).max(3).optional()'],
  ])('%s', (line, create, update) => {
    const field = fieldOf(line);
    expect(createSchema('Thing', field).code).toBe(create);
    if (update !== undefined) expect(updateSchema('Thing', field).code).toBe(update);
  });

  it('imports what it uses, once', () => {
    expect(createSchema('Thing', fieldOf('enum(a, b)')).uses).toEqual(['THING_VALUES']);
    expect(createSchema('Thing', fieldOf('datetime = now')).uses).toEqual(['datetime', 'orNow']);
    expect(createSchema('Thing', fieldOf('uuid')).uses).toEqual([]);
  });
});

describe('a field as the API returns it', () => {
  it.each([
    ['string(64)?', 'z.string().nullable()', 'thing.value'],
    ['bigint', 'z.string()', 'thing.value.toString()'],
    ['bigint?', 'z.string().nullable()', 'thing.value?.toString() ?? null'],
    ['date', 'z.iso.date()', 'toDay(thing.value)'],
    ['date?', 'z.iso.date().nullable()', 'thing.value && toDay(thing.value)'],
    ['date[]', 'z.array(z.iso.date())', 'thing.value.map(toDay)'],
    ['datetime[]', 'z.array(z.iso.datetime())', 'thing.value.map((value) => value.toISOString())'],
    ['money?', 'money().nullable()', 'thing.value'],
  ])('%s', (line, schema, value) => {
    expect(outputSchema('Thing', fieldOf(line)).code).toBe(schema);
    expect(outputValue('thing', fieldOf(line)).code).toBe(value);
  });
});

describe('the type of a field in the domain', () => {
  it.each([
    ['decimal(5,2)', 'string'],
    ['bigint?', 'bigint | null'],
    ['datetime', 'Date'],
    ['money', 'Money'],
    ['enum(a, b)[]', 'ThingValue[]'],
    ['json?', 'JsonValue | null'],
  ])('%s', (line, type) => {
    expect(domainType('Thing', fieldOf(line)).code).toBe(type);
  });
});
