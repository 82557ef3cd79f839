import { beforeAll, describe, expect, it } from 'vitest';
import { planRepository } from '../../src/pipeline.js';
import { brokenDrawings, brokenLinks, lintFindings } from '../support/document-checks/form.js';
import { type World, worldOf } from '../support/documents.js';

/** Marks by which the injected text is found again, and what it tries in Markdown, HTML, Mermaid and templates. */
const ATTACK = [
  '[pwned](https://evil.invalid/)',
  '![pwned](https://evil.invalid/x.png)',
  '<script>pwned</script>',
  '<img src=x onerror=pwned>',
  '| pwned | cell |',
  '# pwned',
  '```mermaid click pwned```',
  '`pwned` **pwned**',
  '"]; pwned --> "',
  '%%{init: {"pwned": 1}}%%',
  '{{pwned}} ${pwned}',
  '-->',
].join(' ');

const quoted = (text: string): string => JSON.stringify(text);

/** Attack text wherever a blueprint takes prose. */
const BLUEPRINT = `
blueprint: 1
name: acme
title: ${quoted(`Acme ${ATTACK}`.slice(0, 80))}
summary: ${quoted(ATTACK)}
goals:
  - { goal: ${quoted(ATTACK)}, measure: ${quoted(ATTACK)} }
roles:
  clerk: { summary: ${quoted(ATTACK)}, grants: [shop:*] }
contexts:
  shop:
    summary: ${quoted(ATTACK)}
    entities:
      Order:
        summary: ${quoted(ATTACK)}
        fields:
          total: { type: money, summary: ${quoted(ATTACK)} }
          email: { type: email personal, summary: ${quoted(ATTACK)} }
          status: enum(open, paid) = open
        rules:
          - { check: total.amount >= 0, message: ${quoted(ATTACK)} }
        lifecycle:
          pay: { from: open, to: paid, summary: ${quoted(ATTACK)}, emits: order.paid }
reactions:
  - { on: order.paid, call: psp.capture, summary: ${quoted(ATTACK)} }
integrations:
  psp: { kind: ${quoted('payments | <b>pwned</b> [x](y)')}, summary: ${quoted(ATTACK)} }
reports:
  totals: { from: Order, measure: count(), summary: ${quoted(ATTACK)} }
assumptions:
  - { id: A1, text: ${quoted(ATTACK)}, source: assumption }
requirements:
  - { id: R1, quote: ${quoted(ATTACK)}, by: [shop, shop.Order.pay, reports.totals], note: ${quoted(ATTACK)} }
  - { id: R2, quote: ${quoted(ATTACK)}, status: open, note: ${quoted(ATTACK)} }
  - { id: R3, quote: ${quoted(ATTACK)}, kind: exclusion, status: excluded }
questions: [${quoted(ATTACK)}]
document:
  narrative:
    summary: ${quoted(ATTACK)}
    contexts: { shop: ${quoted(ATTACK)} }
    decisions: { queue: ${quoted(ATTACK)} }
`;

describe('text of a blueprint is inert on every page', () => {
  let world: World;
  beforeAll(async () => {
    const { design, plan } = await planRepository({ file: 'blueprint.yaml', text: BLUEPRINT });
    world = worldOf('hostile', design, new Map(plan.files.map(({ path, contents }) => [path, contents])));
  }, 60_000);

  it('makes no link, no picture and no element', () => {
    const live = world.pages.flatMap(({ path, text, fences }) => {
      const code = new Set(fences.flatMap((fence) => fence.code.split('\n')));
      return text
        .split('\n')
        .filter((line) => !code.has(line.trim()) && !code.has(line))
        .filter((line) => {
          const prose = line.replaceAll(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
          return /(?<!\\)\]\((?:https:\/\/evil|y\))|(?<!\\)<(?:script|img|b)\b|^#+ pwned|(?<!\\)\*\*pwned/.test(prose);
        })
        .map((line) => `${path}: ${line.slice(0, 200)}`);
    });
    expect(live).toEqual([]);
  });

  it('opens no fence and breaks no table', () => {
    const torn = world.pages.flatMap(({ path, tables, text }) => [
      ...((text.match(/^ *(?:`{3,})/gm) ?? []).length % 2 === 1 ? [`${path} has an odd number of fences`] : []),
      ...tables.flatMap(({ head, rows, line }) =>
        rows.some((row) => row.length !== head.length) ? [`${path}:${line} has rows of another length`] : [],
      ),
    ]);
    expect(torn).toEqual([]);
  });

  it('adds nothing to a diagram but words', () => {
    const diagrams = world.pages.flatMap(({ path, fences }) =>
      fences.filter(({ language }) => language === 'mermaid').map(({ code }) => ({ path, code })),
    );
    const risky = diagrams.filter(({ code }) => /^\s*(?:click|%%\{)|"\]; pwned|<script>|<img/m.test(code));
    expect(risky.map(({ path }) => path)).toEqual([]);
  });

  it('leaves the pages as clean as those of the examples', () => {
    expect(world.pages.flatMap(lintFindings)).toEqual([]);
    expect(brokenLinks(world)).toEqual([]);
    expect(brokenDrawings(world)).toEqual([]);
  });
});
