import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BlueprintError } from '../../src/blueprint/diagnostic.js';
import { allBlocks, entitiesOf, planOffline } from '../support/offline-plans.js';

const blocks = allBlocks();

/** A term of a block as a brief would write it. */
const spoken = (term: string): string => term.replaceAll('=', '');
const strongTerms = blocks.map(({ id, terms }) => ({ id, term: spoken(terms.strong[0] ?? id) }));

const domain = fc.constantFrom(...strongTerms);

/** Words of briefs, words of blocks, and what no brief should hold. */
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...blocks.flatMap(({ terms }) => [...terms.strong, ...(terms.weak ?? [])]).map(spoken)),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...'we need a system that has every user may each hive log record customers orders no without never and of by per month 10,000 12 . , ; : - # out scope'.split(
        ' ',
      ),
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{{x}}',
      '`rm -rf`',
      'roles:',
      '*',
      '&a',
      '<b>',
      '"]',
      '%%{',
      "'; --",
      '__proto__',
      'constructor',
    ),
  },
);

const brief = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

describe('any text as a brief', () => {
  it('is planned as a blueprint without errors, or refused in words; every quote is in it', async () => {
    await fc.assert(
      fc.asyncProperty(brief, async (text) => {
        try {
          const { draft, planned } = await planOffline(text);
          const clean = text.normalize('NFC');
          for (const { quote } of draft.requirements) {
            expect(quote.text.length).toBe(quote.end - quote.start);
            if (!/[^\x20-\x7e]/.test(text)) expect(clean).toContain(quote.text);
          }
          expect(planned.text).toMatch(/^blueprint: 1\n/);
        } catch (error) {
          if (!(error instanceof BlueprintError)) throw error;
          expect(['NOT_A_BACKEND', 'BRIEF_NOT_UNDERSTOOD', 'BRIEF_EMPTY']).toContain(error.code);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('any domains', () => {
  it('are planned together, and what is ruled out is not there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(domain, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
        domain,
        async (wanted, refused) => {
          const text = `We need ${wanted.map(({ term }) => term).join(', ')}. No ${refused.term}.`;
          const { draft } = await planOffline(text).catch((error: unknown) => {
            if (error instanceof BlueprintError && error.code === 'BRIEF_NOT_UNDERSTOOD') return { draft: undefined };
            throw error;
          });
          if (!draft || wanted.some(({ term }) => term === refused.term)) return;
          const excluded = draft.requirements.filter(({ kind }) => kind === 'exclusion');
          if (excluded.length === 0) return;
          const contexts = Object.keys(blocks.find(({ id }) => id === refused.id)!.contexts);
          expect(Object.keys(draft.blueprint.contexts).filter((name) => contexts.includes(name))).toEqual([]);
          expect(new Set(entitiesOf(draft)).size).toBe(entitiesOf(draft).length);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('give the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(domain, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
        async (wanted) => {
          const text = `A system for ${wanted.map(({ term }) => term).join(' and ')}.`;
          const plan = () =>
            planOffline(text).then(
              ({ planned }) => planned.text,
              (error: unknown) => String(error),
            );
          expect(await plan()).toBe(await plan());
        },
      ),
      { numRuns: 10 },
    );
  }, 120_000);
});
