import { z } from 'zod';

/**
 * An object that takes exactly these keys. The message of an unknown key is the list of the known ones: the translator of issues
 * (`findings-of-schema.ts`) makes `Did you mean …` of it.
 */
export function noun<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

/** A map from names to things. Names are checked later, where a better one can be suggested. */
export function named<Value extends z.ZodType>(pattern: string, value: Value) {
  return z.record(z.string().meta({ pattern }), value);
}

/** Identifiers, as JSON Schema patterns for editors. */
export const PATTERN = {
  camelCase: '^[a-z][A-Za-z0-9]*$',
  pascalCase: '^[A-Z][A-Za-z0-9]*$',
  kebabCase: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
};

/** Free text; inert wherever it is printed. */
export const prose = (description: string) => z.string().trim().min(1).max(2000).meta({ description });

export const source = z
  .enum(['brief', 'answer', 'assumption', 'model', 'import', 'person'])
  .meta({ description: 'Where the item came from.' });

/** What every item may say beside its own keys. */
export const provenance = { source: source.optional() };

export const count = (description: string) => z.int().min(1).max(1_000_000_000).meta({ description });

/** One thing or a list of them. */
export const oneOrMore = <Value extends z.ZodType>(value: Value) => z.union([value, z.array(value).min(1)]);

export const scalarValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const money = noun({
  amount: z.int().meta({ description: 'Minor units: 1250 is 12.50 EUR.' }),
  currency: z.string().meta({ description: 'ISO 4217 code.', examples: ['EUR'] }),
});

export const fieldValue = z.union([scalarValue, money]);
