import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { Design } from '../../../src/design/model.js';
import { buildPlan } from '../../../src/plan/build.js';
import { explainLine } from '../../../src/plan/explain.js';
import { fromTemplate, type FileRequest, type Generator } from '../../../src/plan/model.js';
import { createRenderer } from '../../../src/render/renderer.js';
import { defineView } from '../../../src/render/view.js';
import { from } from '../../../src/text/origin.js';
import { templates } from '../../support/templates.js';

const design = {} as Design;
const view = defineView({
  templates: ['list.ts.hbs'],
  schema: z.object({ items: z.array(z.object({ name: z.string(), value: z.string() })) }),
});
const listTemplate = [
  '// The items.',
  'export const items = {',
  '  {{#each items}}',
  '  {{name}}: {{value}},',
  '  {{/each}}',
  '};',
  '',
].join('\n');
const renderer = createRenderer(templates({ 'list.ts.hbs': listTemplate }));

function aGenerator(id: string, ...files: FileRequest[]): Generator {
  return { id, description: id, files: () => files };
}

function aText(path: string, text = 'x\n'): FileRequest {
  return { path, text };
}

function aList(path: string, ...items: [name: string, value: string, line: number][]): FileRequest {
  const words = { items: items.map(([name, value, line]) => from({ line, column: 3 }, { name, value })) };
  return fromTemplate(view, 'list.ts.hbs', path, from({ line: 1, column: 1 }, words));
}

describe('a plan', () => {
  it('holds what the generators ask for, rendered, formatted and sorted', async () => {
    const generators = [
      aGenerator('later', aList('src/list.ts', ['a', '"1"', 4]), {
        ...aText('run.sh', 'go  \n\n\n'),
        executable: true,
      }),
      aGenerator('sooner', { ...aText('a.json', '{"a":\n1}'), ownership: 'once' }),
    ];
    expect(await buildPlan(generators, design, renderer)).toEqual({
      files: [
        { path: 'a.json', contents: '{ "a": 1 }\n', ownership: 'once', executable: false, generator: 'sooner' },
        { path: 'run.sh', contents: 'go\n', ownership: 'managed', executable: true, generator: 'later' },
        {
          path: 'src/list.ts',
          contents: "// The items.\nexport const items = {\n  a: '1',\n};\n",
          ownership: 'managed',
          executable: false,
          generator: 'later',
          template: 'list.ts.hbs',
        },
      ],
    });
  });

  it('holds what is made from another file, as that one will be on disk', async () => {
    const copy: FileRequest = { path: 'a.sql', from: 'b.json', derive: (json) => Promise.resolve(`-- ${json}`) };
    const { files } = await buildPlan([aGenerator('one', copy, aText('b.json', '{"a":1}'))], design, renderer);
    expect(files.map(({ path, contents }) => [path, contents])).toEqual([
      ['a.sql', '-- { "a": 1 }\n'],
      ['b.json', '{ "a": 1 }\n'],
    ]);
  });

  it('is refused when a file is made from one that is not there', async () => {
    const copy: FileRequest = { path: 'a.sql', from: 'b.json', derive: (json) => Promise.resolve(json) };
    await expect(buildPlan([aGenerator('one', copy)], design, renderer)).rejects.toThrow(/a\.sql is made from b\.json/);
  });

  it('leaves the user’s own text as it is', async () => {
    const text = 'name:   acme # why\r\n\n\n- {';
    const { files } = await buildPlan(
      [aGenerator('copy', { path: 'own.yaml', text, verbatim: true })],
      design,
      renderer,
    );
    expect(files.map(({ contents }) => contents)).toEqual([text]);
  });

  it.each<[string, Generator[], string | RegExp]>([
    [
      'the same file',
      [aGenerator('one', aText('a/b.ts')), aGenerator('two', aText('a/b.ts'))],
      /generators "two" and "one".*"a\/b.ts" twice/,
    ],
    [
      'twins of case',
      [aGenerator('one', aText('a/User.sql'), aText('a/user.sql'))],
      /generator "one".*"a\/User.sql" and "a\/user.sql"/,
    ],
    [
      'folders that are twins of case',
      [aGenerator('one', aText('Ab/x.sql'), aText('aB/y.sql'))],
      /"Ab\/x.sql" and "aB\/y.sql"/,
    ],
    ['a file and a folder', [aGenerator('one', aText('a/b'), aText('a/b/c.sql'))], /"a\/b\/c.sql" and "a\/b"/],
  ])('is refused when two generators would write %s', async (_, generators, message) => {
    const attempt = buildPlan(generators, design, renderer);
    await expect(attempt).rejects.toMatchObject({ code: 'PATH_CLASH' });
    await expect(attempt).rejects.toThrow(message);
  });

  it('is refused when a path would leave the repository', async () => {
    await expect(buildPlan([aGenerator('one', aText('../x'))], design, renderer)).rejects.toThrow(
      'The path "../x" of generator "one" is not',
    );
  });

  it('is refused when what was rendered does not parse, with the template line', async () => {
    const attempt = buildPlan([aGenerator('one', aList('x.ts', ['a', '1', 2], ['b', '= é', 3]))], design, renderer);
    await expect(attempt).rejects.toThrow(
      /^templates\/list\.ts\.hbs:4 does not parse where it prints line 4 of x\.ts: /,
    );
  });

  it('is refused when finished text does not parse', async () => {
    await expect(buildPlan([aGenerator('one', aText('x.json', '{\n"a" 1}'))], design, renderer)).rejects.toThrow(
      /x\.json.*line 2/,
    );
  });
});

describe('an explanation', () => {
  const generators = [
    aGenerator('lists', aList('x.ts', ['a', '"one"', 4], ['b', '["two", "three"]', 9])),
    aGenerator('texts', aText('y.sql', 'SELECT 1;\n'), {
      path: 'z.sql',
      from: 'y.sql',
      derive: (sql) => Promise.resolve(`${sql}SELECT 2;\n`),
    }),
  ];
  const explained = async (path: string, line?: number): Promise<unknown> => {
    const { text, generator, template, at } = await explainLine(generators, design, path, line, renderer);
    return [text.trim(), generator, template?.name, template?.line, template?.words, at?.line];
  };

  it.each([
    ['x.ts', 1, ['// The items.', 'lists', 'list.ts.hbs', 1, [], 1]],
    ['x.ts', 3, ["a: 'one',", 'lists', 'list.ts.hbs', 4, ['name', 'value'], 4]],
    ['x.ts', 4, ["b: ['two', 'three'],", 'lists', 'list.ts.hbs', 4, ['name', 'value'], 9]],
    ['x.ts', 5, ['};', 'lists', 'list.ts.hbs', 6, [], 1]],
    ['y.sql', 1, ['SELECT 1;', 'texts', undefined, undefined, undefined, undefined]],
    ['z.sql', 2, ['SELECT 2;', 'texts', undefined, undefined, undefined, undefined]],
  ])('of %s:%i', async (path, line, want) => {
    expect(await explained(path, line)).toEqual(want);
  });

  it('does not exist for other files and lines', async () => {
    await expect(explained('z.ts')).rejects.toMatchObject({ code: 'NOT_GENERATED' });
    await expect(explained('x.ts', 99)).rejects.toMatchObject({ code: 'NO_SUCH_LINE' });
  });
});
