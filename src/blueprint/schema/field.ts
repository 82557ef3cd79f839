import { z } from 'zod';
import { fieldValue, named, noun, PATTERN, prose, provenance } from './common.js';

/** `string(64) unique`, `enum(draft, active) = draft`, `richtext?`, `string(40)[]`. Its words are read by `build/field-line.ts`. */
export const fieldLine = z
  .string()
  .min(1)
  .max(2000)
  .meta({
    title: 'Field',
    description:
      'Type, then `[]` for a list, `?` for optional, then words: unique, immutable, private, personal, min n, max n, pattern "…", ' +
      'example …, and `= default`.',
    examples: [
      'string(64) unique',
      'text?',
      'richtext?',
      'int min 0',
      'decimal(12, 3)',
      'money',
      'enum(draft, active) = draft',
      'string(40)[]',
      'datetime = now',
      'sequence unique',
      'email personal',
      'string(6) pattern "^[A-Z]{6}$" example ABCDEF',
    ],
  });

const flag = (description: string) => z.boolean().optional().meta({ description });

/** The same with keys instead of words, for what does not fit on a line. */
export const fieldObject = noun({
  type: fieldLine,
  summary: prose('What the field holds.').optional(),
  optional: flag('May be empty.'),
  unique: flag('Unique per organization.'),
  immutable: flag('Set on creation, never changed.'),
  private: flag('Accepted and stored, never returned by the API.'),
  personal: flag('Personal data in the sense of the GDPR.'),
  default: fieldValue.optional(),
  min: z
    .number()
    .optional()
    .meta({ description: 'Least value, minor units of money, length of a text or number of items.' }),
  max: z
    .number()
    .optional()
    .meta({ description: 'Greatest value, minor units of money, length of a text or number of items.' }),
  pattern: z.string().max(500).optional().meta({ description: 'ECMAScript regular expression.' }),
  example: fieldValue.optional().meta({ description: 'A value that satisfies type, pattern and rules.' }),
  ...provenance,
});

export const field = z.union([fieldLine, fieldObject]).meta({ id: 'Field' });
export type FieldSource = z.infer<typeof field>;

export const fields = named(PATTERN.camelCase, field);
