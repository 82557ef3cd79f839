import { describe, expect, it } from 'vitest';

import { BlueprintError } from '../../../../src/blueprint/diagnostic.js';
import { openConversation, type Help } from '../../../../src/brief/agent/conversation.js';
import { EXAMPLE } from '../../../../src/brief/agent/language.js';
import { STAGES } from '../../../../src/brief/agent/stages.js';
import type { PlannedBlueprint } from '../../../../src/brief/planner.js';

const draft = 'blueprint: 1\nname: draft\ncontexts: { a: { entities: { Bike: { fields: { name: text } } } } }\n';
const help: Help = {
  clean: (text) => ({ text: text.replaceAll('hunter2', '[secret removed]'), source: 'brief', secrets: [] }),
  draft: (brief) => {
    if (brief.text.includes('game')) return Promise.reject(new BlueprintError('NOT_A_BACKEND', 'This is a game.'));
    return Promise.resolve({ text: draft } as PlannedBlueprint);
  },
  trace: ({ text }) => ({
    requirements: [{ id: 'R1', quote: { text, start: 0, end: text.length }, kind: 'function', status: 'open', by: [] }],
    notUnderstood: [],
  }),
};
const example = EXAMPLE.slice(0, EXAMPLE.indexOf('requirements:'));

describe('a conversation with an agent', () => {
  it('leads through every stage, and ends', async () => {
    const talk = openConversation(help);
    const first = await talk.nextStage('Bicycles are repaired. The key is hunter2.');
    expect(first).toContain('## The language');
    expect(first).toContain('name: draft');
    expect(first).toContain('Bicycles are repaired. The key is [secret removed].');
    const seen = [first];
    while (seen.length <= STAGES.length) {
      expect(talk.submit(example)).toMatchObject({ ok: true, errors: 0, coverage: { open: 1 } });
      seen.push(await talk.nextStage());
    }
    expect(seen.slice(0, -1).map((text) => /## Stage (\d)/.exec(text)?.[1])).toEqual(
      STAGES.map((_, index) => `${index + 1}`),
    );
    expect(seen.at(-1)).toContain('## Done');
    expect(seen.at(-1)).toContain('Not answered yet');
    expect(await talk.nextStage()).toContain('## Done');
  });

  it('stays at a stage until something was submitted, and until it has no errors', async () => {
    const talk = openConversation(help);
    await talk.nextStage('Bicycles are repaired.');
    expect(await talk.nextStage()).toContain('## Stage 1');
    const verdict = talk.submit(example.replace('Bicycle workshops', 'Bicycle: workshops'));
    expect(verdict.ok).toBe(false);
    const mend = await talk.nextStage();
    expect(mend).toContain('## Mend');
    expect(mend).toContain(verdict.findings[0]?.message);
    talk.submit(example);
    expect(await talk.nextStage()).toContain('## Stage 2');
  });

  it('needs a brief, which may be there from the start, and may be another one later', async () => {
    await expect(openConversation(help).nextStage()).rejects.toThrow('There is no brief yet.');
    const talk = openConversation(help, help.clean('Skis are rented out.'));
    expect(await talk.nextStage()).toContain('Skis are rented out.');
    talk.submit(example);
    const again = await talk.nextStage('Boats are rented out.');
    expect(again).toContain('## Stage 1');
    expect(again).toContain('Boats are rented out.');
    expect(() => talk.explain()).toThrow('no blueprint to explain');
  });

  it('keeps the work when another brief is none', async () => {
    const talk = openConversation(help, help.clean('Skis are rented out.'));
    await talk.nextStage();
    talk.submit(example);
    await expect(talk.nextStage('A game of chess')).rejects.toThrow('This is a game.');
    expect(await talk.nextStage()).toContain('## Stage 2');
  });

  it('checks without remembering', () => {
    const talk = openConversation(help);
    expect(talk.check(example)).toMatchObject({ ok: true, unanswered: [] });
    expect(talk.check('nonsense')).toMatchObject({ ok: false, errors: 1, findings: [{ at: { line: 1, column: 1 } }] });
    expect(() => talk.explain()).toThrow('no blueprint to explain');
  });

  it('explains the figures of what was submitted', () => {
    const talk = openConversation(help);
    talk.submit(example);
    expect(talk.explain('scale.poolSize')).toMatchObject({
      id: 'scale.poolSize',
      because: expect.any(Array) as unknown,
    });
    expect(talk.explain()).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'scale.poolSize' })]));
    expect(() => talk.explain('scale.nonsense')).toThrow('There is no fact');
  });
});
