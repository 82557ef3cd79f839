import { describe, expect, it } from 'vitest';

import { from } from '../../../src/text/origin.js';
import { createRenderer } from '../../../src/render/renderer.js';
import { templates } from '../../support/templates.js';

describe('render', () => {
  it('prints words as they are, without escaping', () => {
    const renderer = createRenderer(templates({ 'a.ts.hbs': 'const list: {{type}} = [];\n' }));
    expect(renderer.render('a.ts.hbs', { type: 'Promise<X[]>' })).toBe('const list: Promise<X[]> = [];\n');
  });

  it('keeps the expressions of GitHub Actions', () => {
    const renderer = createRenderer(templates({ 'ci.yml.hbs': 'token: $\\{{ secrets.TOKEN }}\nname: {{name}}\n' }));
    expect(renderer.render('ci.yml.hbs', { name: 'ci' })).toBe('token: ${{ secrets.TOKEN }}\nname: ci\n');
  });

  it('includes partials by their path, indented like the line that includes them', () => {
    const source = templates({
      'a.yml.hbs': 'env:\n  {{> env/database}}\n',
      'partials/env/database.hbs': 'A: {{a}}\nB: 2\n',
    });
    expect(createRenderer(source).render('a.yml.hbs', { a: 1 })).toBe('env:\n  A: 1\n  B: 2\n');
  });

  it.each([
    ['a misspelt word', 'one\n{{ naem }}\n', 'templates/a.hbs:2 "naem" is not among the words'],
    ['a helper', 'one\n{{upper name}}\n', /^templates\/a\.hbs:2 /],
    ['a syntax error', 'one\ntwo {{#if name}}\n', /^templates\/a\.hbs:\d Parse error/],
    ['an unknown partial', '{{> nowhere}}\n', /^templates\/a\.hbs.*nowhere/],
  ])('refuses %s and names the line', (_, text, message) => {
    expect(() => createRenderer(templates({ 'a.hbs': text })).render('a.hbs', { name: 'x' })).toThrow(message);
  });

  it('names the partial that misses a word, not the template that includes it', () => {
    const source = templates({ 'a.hbs': '{{> p}}\n', 'partials/p.hbs': 'one\n\n{{gone}}\n' });
    expect(() => createRenderer(source).render('a.hbs', {})).toThrow(
      'templates/partials/p.hbs:3 "gone" is not among the words',
    );
  });
});

describe('trace', () => {
  const source = templates({
    'm.ts.hbs': [
      'class {{Many}} {',
      '  {{#each actions}}',
      '',
      '  {{name}}() {',
      '    {{> body}}',
      '  }',
      '  {{/each}}',
      '  {{#if note}}',
      '  // {{note}}',
      '  {{/if}}',
      '}',
    ].join('\n'),
    'partials/body.hbs': 'first();\nsecond();\n',
  });
  const words = from(
    { line: 1, column: 1 },
    {
      Many: 'Orders',
      note: 'two\n  // lines',
      actions: [from({ line: 7, column: 5 }, { name: 'pay' }), { name: 'cancel' }],
    },
  );

  it('gives the same text as a plain run, and a source for each line', () => {
    const renderer = createRenderer(source);
    const { text, lines } = renderer.trace('m.ts.hbs', words);
    expect(text).toBe(renderer.render('m.ts.hbs', words));
    const shown = text.split('\n').map((line, index) => {
      const { template, line: at, at: origin } = lines[index] ?? { template: '?', line: 0 };
      return `${template}:${at} ${origin ? `${origin.line}:${origin.column}` : '-'} ${line}`;
    });
    expect(shown).toEqual([
      'm.ts.hbs:1 1:1 class Orders {',
      'm.ts.hbs:3 7:5 ',
      'm.ts.hbs:4 7:5   pay() {',
      'partials/body.hbs:1 7:5     first();',
      'partials/body.hbs:2 7:5     second();',
      'm.ts.hbs:6 7:5   }',
      'm.ts.hbs:3 1:1 ',
      'm.ts.hbs:4 1:1   cancel() {',
      'partials/body.hbs:1 1:1     first();',
      'partials/body.hbs:2 1:1     second();',
      'm.ts.hbs:6 1:1   }',
      'm.ts.hbs:9 1:1   // two',
      'm.ts.hbs:9 1:1   // lines',
      'm.ts.hbs:11 1:1 }',
    ]);
  });
});
