import { describe, expect, it } from 'vitest';

import { excerpt, type Cut } from '../../../src/render/excerpt.js';

const FILE = `import { z } from 'zod';

export const createThing = z
  .strictObject({
    name: text(),
  })
  .meta({ id: 'CreateThing' });
export type CreateThing = z.infer<typeof createThing>;

/** Waits. */
@Catch()
export class Things {
  constructor(private readonly all: Thing[]) {}

  async find(id: string): Promise<Thing> {
    if (id === '') {
      return none;
    } else {
      return first;
    }
  }
}

const MARK = '\`\`\`';
`;

const files = { paths: ['things.ts'], read: () => Promise.resolve(FILE) };
const cutOut = (cut: Cut) => excerpt(files, 'things.ts', cut);

describe('an excerpt', () => {
  it.each<{ what: string; cut: Cut; lines: string; last: string }>([
    { what: 'the whole file', cut: {}, lines: '1–24', last: "const MARK = '```';" },
    {
      what: 'a statement over several lines',
      cut: { from: 'createThing = z' },
      lines: '3–7',
      last: "  .meta({ id: 'CreateThing' });",
    },
    {
      what: 'one line',
      cut: { from: 'type CreateThing' },
      lines: '8–8',
      last: 'export type CreateThing = z.infer<typeof createThing>;',
    },
    { what: 'a class with its comment and decorator', cut: { from: '/** Waits' }, lines: '10–22', last: '}' },
    { what: 'a method, without its indentation', cut: { from: 'async find' }, lines: '15–21', last: '}' },
    { what: 'up to a text', cut: { from: 'async find', to: 'return none' }, lines: '15–17', last: '    return none;' },
  ])('is $what', async ({ cut, lines, last }) => {
    const { code, ...rest } = await cutOut(cut);
    expect({ ...rest, last: code.split('\n').at(-1) }).toMatchObject({
      path: 'things.ts',
      language: 'ts',
      lines,
      last,
    });
  });

  it('stands in a fence that its text does not close', async () => {
    expect((await cutOut({ from: 'MARK' })).fence).toBe('````');
    expect((await cutOut({ from: 'type' })).fence).toBe('```');
  });

  it.each<Cut>([{ from: 'gone' }, { from: 'async find', to: 'gone' }])('of %o is our mistake', async (cut) => {
    await expect(cutOut(cut)).rejects.toThrow(/things\.ts does not hold "gone"/);
  });
});
