import { describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../../src/blueprint/read.js';
import { judge, type Trace } from '../../../../src/brief/agent/gates.js';
import { importPlanner } from '../../../../src/brief/agent/import.js';
import type { Brief } from '../../../../src/brief/brief.js';
import type { Requirement } from '../../../../src/brief/planner.js';

const brief: Brief = {
  text: 'A library lends books.\nReaders   get reminders. No fines.',
  source: 'brief.md',
  secrets: [],
};

const shelf = `blueprint: 1 # ours
name: shelf
contexts:
  library:
    entities:
      Book:
        fields: { title: string(200) }
assumptions: [{ id: A1, text: A reader has ten books, source: model }]
questions: [Who may lend?]
`;
const withRequirements = (lines: string) => `${shelf}requirements:\n${lines}`;

/** What the brief asks for, as if a program had read it. */
const traced = (quote: string, given: Partial<Requirement> = {}): Requirement => {
  const start = brief.text.indexOf(quote);
  return {
    id: 'R1',
    quote: { text: quote, start, end: start + quote.length },
    kind: 'function',
    status: 'open',
    by: [],
    ...given,
  };
};
const tracing =
  (...requirements: Requirement[]): Trace =>
  () => ({ requirements, notUnderstood: ['lends'] });
const nothing = tracing();
const submit = (text: string) => ({ text, file: 'blueprint.yaml' });

describe('the gates for a blueprint that somebody else wrote', () => {
  it('let a valid one through as it was written', () => {
    const { findings, planned } = judge(submit(shelf), undefined, nothing);
    expect(findings).toEqual([]);
    expect(planned).toMatchObject({
      planner: 'import',
      text: shelf,
      requirements: [],
      assumptions: [{ id: 'A1', text: 'A reader has ten books', source: 'model' }],
      openQuestions: ['Who may lend?'],
      provenance: [
        { path: 'contexts.library', source: 'import' },
        { path: 'contexts.library.entities.Book', source: 'import' },
      ],
      degraded: [],
    });
  });

  it('stop one with errors, with every finding', () => {
    const { findings, planned } = judge(submit(shelf.replace('string(200)', 'strin(200)')), brief, nothing);
    expect(planned).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'UNKNOWN_TYPE', at: { line: 7, column: 26 } }]);
  });

  it('stop a quote that the brief does not have, at its place', () => {
    const text = withRequirements('  - { id: R1, quote: readers pay fines, by: [library.Book] }\n');
    expect(judge(submit(text), brief, nothing)).toEqual({
      findings: [
        expect.objectContaining({ code: 'QUOTE_NOT_IN_BRIEF', severity: 'error', at: { line: 11, column: 11 } }),
      ],
    });
    expect(judge(submit(text), undefined, nothing).planned).toBeDefined();
  });

  it('find a quote where the brief has other white space', () => {
    const text = withRequirements('  - { id: R1, quote: Readers get reminders, by: [library.Book] }\n');
    expect(judge(submit(text), brief, nothing).planned?.requirements[0]?.quote).toEqual({
      text: 'Readers   get reminders',
      start: 23,
      end: 46,
    });
  });

  it('add what the brief asks for and the blueprint is silent about', () => {
    const text = withRequirements('  - { id: R2, quote: lends books, by: [library.Book] }\n');
    const trace = tracing(
      traced('A library lends books'),
      traced('Readers   get reminders', { note: 'No item answers it.' }),
      traced('No fines', { kind: 'exclusion', status: 'excluded' }),
    );
    const { planned } = judge(submit(text), brief, trace);
    expect(planned?.requirements.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'R2 covered',
      'R1 open',
      'R3 excluded',
    ]);
    expect(planned?.coverage).toEqual({ covered: 1, partial: 0, open: 1, excluded: 1, notUnderstood: ['lends'] });
    expect(planned?.text).toContain('blueprint: 1 # ours');
    const { blueprint, diagnostics } = readBlueprint(planned?.text ?? '', 'blueprint.yaml');
    expect(diagnostics).toEqual([]);
    expect(blueprint?.requirements).toMatchObject([
      { id: 'R2', status: 'covered' },
      { id: 'R1', quote: 'Readers get reminders', status: 'open', note: 'No item answers it.', source: 'import' },
      { id: 'R3', kind: 'exclusion', status: 'excluded' },
    ]);
  });

  it('add requirements to a blueprint that has none', () => {
    const { planned } = judge(
      submit(shelf),
      brief,
      tracing(traced('lends books', { status: 'covered', by: ['library.Book'] })),
    );
    expect(readBlueprint(planned?.text ?? '', 'b').blueprint?.requirements).toMatchObject([
      { id: 'R1', by: ['library.Book'] },
    ]);
    expect(planned?.provenance.map(({ requirements }) => requirements)).toEqual([['R1'], ['R1']]);
  });
});

describe('the planner that imports', () => {
  const options = { answer: () => Promise.resolve([]), signal: new AbortController().signal };
  const plan = (text: string) => importPlanner(submit(text), nothing).plan(brief, options, () => undefined);

  it('gives what the gates let through', async () => {
    expect(await plan(shelf)).toMatchObject({ planner: 'import', text: shelf });
  });

  it('refuses with every finding', async () => {
    await expect(plan('name: shelf')).rejects.toMatchObject({
      code: 'BLUEPRINT_INVALID',
      exitCode: 2,
      options: { diagnostics: [{ code: 'MISSING_KEY' }] },
    });
  });
});
