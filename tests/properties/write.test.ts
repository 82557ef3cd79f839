import { readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import type { Blueprint } from '../../src/blueprint/model.js';
import { FORBIDDEN } from '../../src/blueprint/plain-data.js';
import { readBlueprint } from '../../src/blueprint/read.js';
import { blueprint as schema, type BlueprintSource } from '../../src/blueprint/schema/blueprint.js';
import { writeBlueprint } from '../../src/blueprint/write.js';
import { arbitrarySource } from '../support/arbitrary-blueprint.js';
import { arbitraryText } from '../support/arbitrary-text.js';
import { hostile } from '../support/hostile-text.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 60);
const examples = new URL('../../examples/', import.meta.url);

/** Without positions, which are all that may depend on how the file is written. */
function meaningOf(text: string): Partial<Blueprint> | undefined {
  const { blueprint, diagnostics } = readBlueprint(text, 'blueprint.yaml');
  expect(diagnostics.filter(({ code }) => YAML_CODES.includes(code))).toEqual([]);
  return JSON.parse(
    JSON.stringify(blueprint, (key, value: unknown) => (key === 'at' || key === 'places' ? undefined : value)),
  ) as Partial<Blueprint>;
}

const YAML_CODES = ['YAML_SYNTAX', 'NESTED_TOO_DEEP', 'CONTROL_CHARACTER', 'DUPLICATE_KEY', 'INVALID_KEY'];

const formatted = (text: string): Promise<string> =>
  format(text, { parser: 'yaml', singleQuote: true, printWidth: 120 });

/** What a text of a blueprint can be: hostile ones, and words enough to be folded. */
const anyText = fc
  .oneof(
    hostile,
    arbitraryText,
    fc
      .array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom('word', 'und', '—', 'Größe,', 'a: b', '#1', '- x', '[y', '"z"') },
          { weight: 1, arbitrary: hostile },
        ),
        { maxLength: 40 },
      )
      .map((words) => words.join(' ')),
    fc.array(hostile, { maxLength: 4 }).map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .constantFrom('[', '{', ' [')
      .chain((sign) => fc.integer({ min: 1, max: 900 }).map((times) => sign.repeat(times))),
    fc.constantFrom(
      '',
      ' ',
      '\n',
      'no',
      '5',
      '5m',
      '1e3',
      '12:30',
      '2026-10-01',
      '0x1f',
      '.5',
      '~',
      '<<',
      '---',
      '...',
      '-',
      '? a',
      'a:',
      'a #b',
      '\t',
      'x\n',
      '\nx',
      ' x',
      'x\n  y',
      'x \ny',
      'x\n- y',
    ),
  )
  .filter((text) => !FORBIDDEN.test(text));

/** A blueprint in whose texts anything stands. */
const hostileSource = fc.record({
  blueprint: fc.constant(1 as const),
  name: fc.constant('acme'),
  contexts: fc.record({
    shop: fc.record({
      needs: fc.array(anyText, { maxLength: 3 }),
      entities: fc.record({
        Order: fc.record({
          fields: fc.dictionary(
            fc.constantFrom('on', 'yes', 'a', 'null', 'true', 'B-c', '5'),
            fc.record({
              type: fc.constant('string(9)'),
              default: fc.oneof(
                anyText,
                fc.double({ noNaN: true, noDefaultInfinity: true }),
                fc.constantFrom(null, true),
              ),
              pattern: anyText,
            }),
          ),
        }),
      }),
    }),
  }),
  reactions: fc.array(
    fc.record({ on: anyText, do: anyText, where: anyText.filter((text) => text !== '') }, { requiredKeys: ['on'] }),
    { maxLength: 3 },
  ),
  integrations: fc.record({
    post: fc.record({
      kind: fc.constant('mail'),
      receives: fc.array(
        anyText.filter((text) => text !== '' && text.length <= 100),
        { maxLength: 6 },
      ),
    }),
  }),
  assumptions: fc.array(fc.record({ id: fc.constant('A1'), text: anyText }), { maxLength: 2 }),
  questions: fc.array(anyText, { maxLength: 3 }),
});

describe('a written blueprint', () => {
  it('means the same when it is read back, and is written the same again', () => {
    fc.assert(
      fc.property(arbitrarySource(), (source) => {
        const text = writeBlueprint(source as BlueprintSource);
        expect(meaningOf(text)).toEqual(meaningOf(JSON.stringify(source)));
        expect(writeBlueprint(parse(text) as BlueprintSource)).toBe(text);
      }),
      { numRuns },
    );
  });

  it('holds any text as it was', () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        // What the schema refuses is written as it is, and read as it is.
        const text = writeBlueprint(source);
        const again = parse(text, { version: '1.2', schema: 'core' }) as unknown;
        expect(again).toEqual(schema.safeParse(source).data ?? source);
        expect(readBlueprint(text, 'b').diagnostics.filter(({ code }) => YAML_CODES.includes(code))).toEqual([]);
      }),
      { numRuns: numRuns * 5 },
    );
  });

  it('is laid out as Prettier would', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySource(), async (source) => {
        const text = writeBlueprint(source as BlueprintSource);
        expect(await formatted(text)).toBe(text);
      }),
      { numRuns },
    );
  });

  it.each(readdirSync(examples))('is %s again', async (name) => {
    const example = readFileSync(new URL(`${name}/blueprint.yaml`, examples), 'utf8');
    const text = writeBlueprint(parse(example) as BlueprintSource);
    expect(meaningOf(text)).toEqual(meaningOf(example));
    expect(await formatted(text)).toBe(text);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });
});
