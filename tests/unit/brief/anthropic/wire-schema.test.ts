import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { STAGES } from '../../../../src/brief/anthropic/stages/all.js';
import { lintWireSchema, wireFormat, withLowerCaseEnums } from '../../../../src/brief/anthropic/call/wire-schema.js';

describe('a wire schema', () => {
  it('is inline, closed and without what the service does not enforce', () => {
    const name = z.string().min(1).max(40).regex(/^a/).describe('A name.');
    const shape = z.object({ name, size: z.int().min(3), list: z.array(name).max(9), kind: z.enum(['a', 'b']) });
    expect(wireFormat(shape).schema).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string' },
        size: { type: 'integer' },
        list: { type: 'array', items: { type: 'string' } },
        kind: { enum: ['a', 'b'] },
      },
      required: ['name', 'size', 'list', 'kind'],
      additionalProperties: false,
    });
  });

  it.each(Object.values(STAGES).map((stage) => [stage.id, stage.format.schema] as const))(
    'of the stage %s keeps to the limits',
    (_, schema) => expect(lintWireSchema(schema)).toEqual([]),
  );

  it.each<[string, z.ZodType, RegExp]>([
    ['an optional property', z.object({ a: z.string().optional() }), /\/a: optional/],
    ['a union', z.object({ a: z.union([z.string(), z.array(z.string())]) }), /\/a: a union/],
    ['an enum with capitals', z.object({ a: z.enum(['Draft']) }), /"Draft" has capital letters/],
    ['a list at the root', z.array(z.string()), /not an object/],
    ['an empty object', z.object({ a: z.object({}) }), /without properties/],
    ['a map', z.object({ a: z.record(z.string(), z.string()) }), /additionalProperties|without properties/],
    [
      'too many bytes',
      z.object(Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`field${i}`, z.string()]))),
      /bytes/,
    ],
  ])('is refused for %s', (_, shape, problem) => {
    expect(lintWireSchema(wireFormat(shape).schema).join('\n')).toMatch(problem);
  });

  it('is refused for keywords that a schema of another hand has', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: ['string', 'null'] }, b: { $ref: '#' }, c: { type: 'string', pattern: '^a' } },
      required: ['a', 'b', 'c'],
      additionalProperties: false,
    };
    expect(lintWireSchema(schema)).toEqual([
      '/a: a union of types',
      '/b: a reference; recursion and shared parts are not supported',
      '/c: the keyword pattern',
    ]);
  });

  it('puts capitals of enum values right, at any depth, and nothing else', () => {
    const { schema } = wireFormat(z.object({ list: z.array(z.object({ kind: z.enum(['draft']), name: z.string() })) }));
    const answer = {
      list: [
        { kind: 'Draft', name: 'Draft' },
        { kind: 'other', name: 'x' },
      ],
      extra: 'Draft',
    };
    expect(withLowerCaseEnums(answer, schema)).toEqual({
      list: [
        { kind: 'draft', name: 'Draft' },
        { kind: 'other', name: 'x' },
      ],
      extra: 'Draft',
    });
  });
});
