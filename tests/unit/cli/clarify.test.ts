import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import type { Answer, Question } from '../../../src/brief/planner.js';
import type { BriefOptions } from '../../../src/cli/brief-options.js';
import { answering } from '../../../src/cli/clarify.js';
import type { Session } from '../../../src/cli/session.js';

const asked: string[] = [];
vi.mock('../../../src/cli/ask.js', () => ({
  askQuestions: (questions: readonly Question[]): Promise<Answer[]> => {
    asked.push(...questions.map(({ id }) => id));
    return Promise.resolve(questions.map(({ id }) => ({ id, value: 'asked', by: 'person' })));
  },
}));
vi.mock('../../../src/brief/questions/index.js', () => ({ QUESTION_IDS: ['tenancy', 'users'] }));

const question = (id: string): Question => ({
  id,
  question: 'Which?',
  changes: 'Everything.',
  options: [{ value: 'shared', label: 'Many' }],
  open: false,
  default: 'shared',
});
const questions = [question('tenancy'), question('users')];

async function answer(options: BriefOptions, interactive: boolean): Promise<readonly Answer[]> {
  asked.length = 0;
  const session: Session = { interactive, signal: new AbortController().signal, outcome: 'done' };
  return (await answering(options, session))(questions);
}

function answersFile(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'answers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'answers.yaml'), text);
  return path.join(folder, 'answers.yaml');
}

describe('the questions of a planner', () => {
  const defaults = [
    { id: 'tenancy', value: 'shared', by: 'default' },
    { id: 'users', value: 'shared', by: 'default' },
  ];

  it('are asked in a terminal', async () => {
    expect(await answer({}, true)).toEqual([
      { id: 'tenancy', value: 'asked', by: 'person' },
      { id: 'users', value: 'asked', by: 'person' },
    ]);
  });

  it.each([
    ['without a terminal', {}, false],
    ['with --yes', { yes: true }, true],
    ['with --json', { json: true }, true],
  ])('take their defaults %s', async (_, options, interactive) => {
    expect(await answer(options, interactive)).toEqual(defaults);
    expect(asked).toEqual([]);
  });

  it('are not asked where the file of answers has one', async () => {
    const answers = answersFile('tenancy: shared\n');
    expect(await answer({ answers }, true)).toEqual([
      { id: 'tenancy', value: 'shared', by: 'person' },
      { id: 'users', value: 'asked', by: 'person' },
    ]);
    expect(asked).toEqual(['users']);
    expect(await answer({ answers }, false)).toEqual([{ id: 'tenancy', value: 'shared', by: 'person' }, defaults[1]]);
  });

  it('are not begun with a file that makes no sense', async () => {
    await expect(answer({ answers: answersFile('tenncy: shared\n') }, true)).rejects.toThrow('has errors');
    await expect(answer({ answers: 'nowhere.yaml' }, true)).rejects.toThrow('There is no file nowhere.yaml.');
  });
});
