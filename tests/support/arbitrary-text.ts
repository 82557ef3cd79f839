import fc from 'fast-check';

/** What breaks out of strings, comments, templates and documents when it is printed without care. */
export const HOSTILE_TEXTS = [
  "it's",
  'say "hi"',
  '`${process.exit(1)}`',
  '*/ process.exit(1) /*',
  '{{#if x}}{{{this}}}{{/if}}',
  "'); DROP TABLE users; --",
  '<script>alert(1)</script>',
  '# heading\n- item | cell |',
  'two\u2028lines\u2029here',
  'a\r\nb',
  '\\n \\u0041 \\',
  '%s %d $1 $& $$',
  '--- \n...\n? : - [ ] { } & * ! | > @',
  'ﬁ ü 😀 \u202Eevil',
  '${{ secrets.X }}',
  '$body$; SELECT 1; $body$',
  '@ts-nocheck eslint-disable',
];

/** Descriptions: usual ones, hostile ones, and both at once. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom('Runs the shop', 'What is for sale.', 'Ünïcode words'),
    fc.constantFrom(...HOSTILE_TEXTS),
    fc.array(fc.constantFrom(...HOSTILE_TEXTS, 'and'), { minLength: 1, maxLength: 3 }).map((texts) => texts.join(' ')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  )
  .map((text) => text.replaceAll(/(?!\n)\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu, '').trim())
  .filter((text) => text !== '');

const RESERVED = [
  'class',
  'delete',
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'id',
  'tenantId',
  'createdAt',
  'version',
  'now',
  'User',
  'Prisma',
  'Post',
  'Injectable',
  'Role',
  'select',
  'xmin',
  'Promise',
  'undefined',
  'await',
  'owner',
  'identity',
  'audit',
];

/** Names that nobody should get away with. */
export const arbitraryHostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...RESERVED),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.constantFrom('', ' ', '1st', 'a b', 'naïve', 'x'.repeat(64), 'ends-', '../up', 'a/b', 'Ａ', 'order;', '-'),
  fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/^[A-Za-z]/.test(text)),
);
