import { beforeAll, describe, expect, it } from 'vitest';
import { sentencesOf, sharedSentences } from '../support/document-checks/sentences.js';
import { documentOf, EXAMPLES, type World } from '../support/documents.js';
import { STANDARD_STATEMENTS } from '../support/standard-statements.js';

const PAIRS = [
  ['ecommerce', 'minimal'],
  ['ecommerce', 'crm'],
  ['minimal', 'crm'],
] as const;

describe('what a document says, it says of its own system', () => {
  const worlds = new Map<string, World>();
  beforeAll(async () => {
    for (const example of EXAMPLES) worlds.set(example, await documentOf(example));
  }, 120_000);
  const world = (name: string): World => worlds.get(name) ?? expect.unreachable(name);

  it.each(PAIRS)('%s and %s share no sentence but the standard ones', (a, b) => {
    expect(sharedSentences(world(a), world(b), STANDARD_STATEMENTS)).toEqual([]);
  });

  it('needs every standard statement, in every document', () => {
    const said = EXAMPLES.map((example) => sentencesOf(world(example)));
    expect(STANDARD_STATEMENTS.filter((sentence) => !said.every((sentences) => sentences.has(sentence)))).toEqual([]);
    expect(STANDARD_STATEMENTS.length).toBeLessThanOrEqual(20);
  });
});
