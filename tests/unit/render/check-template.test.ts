import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { checkView } from '../../../src/render/check-template.js';
import { templateFigures } from '../../../src/render/template-figures.js';
import { templates } from '../../support/templates.js';

const schema = z.object({
  name: z.string(),
  size: z.int(),
  shared: z.boolean(),
  note: z.string().nullable(),
  owner: z.object({ title: z.string() }).optional(),
  tags: z.array(z.string()),
  actions: z.array(z.object({ path: z.string(), fields: z.array(z.object({ label: z.string() })) })),
});

/** Prints every word of the schema. */
const whole = [
  '{{name}} {{size}}',
  '{{#if shared}}shared{{/if}}',
  '{{#if note}}{{note}}{{/if}}',
  '{{#if owner}}{{owner.title}}{{/if}}',
  '{{#each tags}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}',
  '{{#each actions}}{{path}} of {{../name}}{{#each fields}}{{label}}{{@index}}{{../../name}}{{/each}}{{/each}}',
].join('\n');

function faults(text: string, partials: Record<string, string> = {}): string[] {
  return checkView({ templates: ['a.hbs'], schema }, templates({ 'a.hbs': text, ...partials }));
}

describe('a template that fits its view', () => {
  it('has no faults', () => {
    expect(faults(whole)).toEqual([]);
  });

  it('may use partials, whose faults are reported where they are', () => {
    expect(faults(`${whole}\n{{> row}}`, { 'partials/row.hbs': '{{name}}' })).toEqual([]);
    expect(faults(`${whole}\n{{> row}}`, { 'partials/row.hbs': '\n {{naem}}' })).toEqual([
      'partials/row.hbs:2:2 "naem" is not in the view',
    ]);
    expect(faults(`${whole}\n{{> row owner}}`, { 'partials/row.hbs': '{{title}}' })).toEqual([]);
  });

  it('may keep an expression of GitHub Actions', () => {
    expect(faults(`${whole}\n$\\{{ secrets.TOKEN }}`)).toEqual([]);
  });
});

describe('a template that does not', () => {
  it.each([
    ['{{naem}}', /^a.hbs:7:1 "naem" is not in the view/],
    ['{{owner.name}}', /"owner.name" is not in the view/],
    ['{{constructor}}', /"constructor" is not in the view/],
    ['{{#if typo}}x{{/if}}', /"typo" is not in the view/],
    ['{{#each typo}}x{{/each}}', /"typo" is not in the view/],
    ['{{#each tags}}{{name}}{{/each}}', /"name" is not in the view/],
    ['{{upper name}}', /helper call "upper"/],
    ['{{#if (eq name size)}}x{{/if}}', /expression in a block head/],
    ['{{#if name size}}x{{/if}}', /expression in a block head/],
    ['{{#with owner}}x{{/with}}', /unknown block "with"/],
    ['{{#if shared}}{{#if shared}}{{#if shared}}x{{/if}}{{/if}}{{/if}}', /deeper than two/],
    ['{{note}}', /"note" may be absent/],
    ['{{#unless note}}{{note}}{{/unless}}', /"note" may be absent/],
    ['{{owner.title}}', /"owner" may be absent/],
    ['{{tags}}', /"tags" is a list, not a word/],
    ['{{owner}}', /"owner" is a object, not a word/],
    ['{{#if name}}x{{/if}}', /"name" is always there/],
    ['{{#if tags}}x{{/if}}', /"tags" is always there/],
    ['{{#each name}}x{{/each}}', /"name" is a word, not a list/],
    ['{{{name}}}', /write {{name}}/],
    ['{{@root.name}}', /"@root.name" is not for our templates/],
    ['${{ name }}', /write \$\\{{ … }}/],
    ['{{> gone}}', /there is no partials\/gone.hbs/],
  ])('%s', (line, message) => {
    const found = faults(`${whole}\n${line}`);
    expect(found).not.toEqual([]);
    expect(found.join('\n')).toMatch(message);
  });

  it('allows as many branches of one choice as it has', () => {
    expect(faults(`${whole}\n{{#if shared}}a{{else if note}}{{note}}{{else}}c{{/if}}`)).toEqual([]);
  });

  it('is told about words that nobody prints', () => {
    expect(faults(whole.replace('{{size}}', '').replace('{{this}}', ''))).toEqual([
      'a.hbs the view\'s "size" is never printed',
      'a.hbs the view\'s "tags[]" is never printed',
    ]);
  });

  it('is told about schemas that are no plain data, and about names that Handlebars takes', () => {
    const view = {
      templates: ['a.hbs'],
      schema: z.object({ log: z.string(), at: z.date(), size: z.int().default(1) }),
    };
    expect(checkView(view, templates({ 'a.hbs': '{{log}}' }))).toEqual([
      'a.hbs the view\'s "log" is a word of Handlebars; rename it',
      'a.hbs the view\'s "at" is a date; words are plain data',
      'a.hbs the view\'s "size" is a default; words are plain data',
    ]);
  });

  it('is missed when it does not exist', () => {
    expect(checkView({ templates: ['gone.hbs'], schema: z.object({}) }, templates({}))).toEqual([
      'gone.hbs does not exist',
    ]);
  });
});

describe('figures', () => {
  it('count templates without a condition or loop', () => {
    const source = templates({
      'a.hbs': '{{name}}',
      'b.hbs': '{{#if x}}y{{/if}}',
      'c.hbs': 'plain',
      'd.hbs': '{{> p}}',
    });
    expect(templateFigures(source)).toEqual({ templates: 4, withoutControl: 3, share: 0.75 });
  });
});
