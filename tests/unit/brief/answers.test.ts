import { describe, expect, it } from 'vitest';

import { BlueprintError } from '../../../src/blueprint/diagnostic.js';
import { answersTo, defaultsOf, readAnswers } from '../../../src/brief/answers.js';
import type { Question } from '../../../src/brief/planner.js';

const known = ['tenancy', 'users', 'region', 'peak-users'];
const question = (id: string, given: Partial<Question> = {}): Question => ({
  id,
  question: 'Which?',
  changes: 'Everything.',
  options: [
    { value: 'shared', label: 'Many' },
    { value: 'single', label: 'One' },
  ],
  open: false,
  default: 'shared',
  ...given,
});
const read = (text: string) => readAnswers(text, 'answers.yaml', known);

/** Findings as a person reads them. */
function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof BlueprintError)) throw error;
    expect(error).toMatchObject({ code: 'ANSWERS_INVALID', exitCode: 2 });
    return (error.options.diagnostics ?? []).map(({ at, message, hint }) =>
      [`${at.line}:${at.column}`, message, hint].filter(Boolean).join(' '),
    );
  }
  throw new Error('Nothing was refused.');
}

describe('a file of answers', () => {
  it('is a map from questions to values', () => {
    expect(read('tenancy: single # one\nusers: 500\n')).toEqual({
      file: 'answers.yaml',
      answers: [
        { id: 'tenancy', value: 'single', at: { line: 1, column: 10 } },
        { id: 'users', value: '500', at: { line: 2, column: 8 } },
      ],
    });
  });

  it.each(['', '\n', '# none yet\n', '{}'])('may hold none: %j', (text) => {
    expect(read(text).answers).toEqual([]);
  });

  it.each([
    ['tenncy: single', ['1:1 There is no question "tenncy". Did you mean "tenancy"?']],
    ['colour: red', ['1:1 There is no question "colour". Questions: tenancy, users, region, peak-users.']],
    [
      'users: [1]\nregion:\n',
      ['1:8 The answer to "users" is not one value.', '2:8 The answer to "region" is not one value.'],
    ],
    ['- tenancy', ['1:1 Answers are a map from questions to values. For example: `tenancy: shared`.']],
    ['just text', ['1:1 Answers are a map from questions to values. For example: `tenancy: shared`.']],
    ['__proto__: x', ['1:1 The key "__proto__" is not allowed.']],
  ])('%j is refused with place and advice', (text, want) => {
    expect(problemsOf(() => read(text))).toEqual(want);
  });

  it('that is no YAML is refused with its place', () => {
    expect(problemsOf(() => read('tenancy: [single'))[0]).toMatch(/^1:\d+ /);
    expect(problemsOf(() => read('a: &a [*a]'))).not.toEqual([]);
  });
});

describe('answers to the questions of a brief', () => {
  it('are those of the file; a question that is not asked needs none', () => {
    const file = read('tenancy: Single\nregion: shared\n');
    expect(answersTo([question('tenancy'), question('peak-users')], file)).toEqual([
      { id: 'tenancy', value: 'single', by: 'person' },
    ]);
  });

  it('may be something else where the question is open', () => {
    expect(answersTo([question('peak-users', { open: true })], read('peak-users: 12K'))).toEqual([
      { id: 'peak-users', value: '12K', by: 'person' },
    ]);
  });

  it('make sense also where the question is open', () => {
    expect(problemsOf(() => answersTo([question('peak-users', { open: true })], read('peak-users: many')))).toEqual([
      expect.stringMatching(/^1:13 .*many/),
    ]);
  });

  it('are one of the options where it is not', () => {
    expect(problemsOf(() => answersTo([question('tenancy')], read('tenancy: singel')))).toEqual([
      '1:10 "singel" is no answer to "tenancy". Did you mean "single"?',
    ]);
    expect(problemsOf(() => answersTo([question('tenancy')], read('tenancy: whatever')))).toEqual([
      '1:10 "whatever" is no answer to "tenancy". Answers: shared, single.',
    ]);
  });

  it('have defaults, which say that nobody answered', () => {
    expect(defaultsOf([question('tenancy'), question('peak-users', { default: '500' })])).toEqual([
      { id: 'tenancy', value: 'shared', by: 'default' },
      { id: 'peak-users', value: '500', by: 'default' },
    ]);
  });
});
