import { describe, expect, it } from 'vitest';

import { generators } from '../../../../generators/index.js';
import type { Design } from '../../../../src/design/model.js';
import { buildPart } from '../../../../src/plan/build.js';
import { gettingStartedWords } from '../../../../src/views/document/getting-started/index.js';
import { aShopDesign } from '../../../support/blueprints.js';

const entities = `
Order:
  fields: { note: "string(80)?", quantity: int }
  relations: { customer: Customer }
Customer: { fields: { name: string(80) } }
`;

async function contentsOf(design: Design, wanted: string): Promise<string> {
  const { files } = await buildPart(generators, design, (path) => path === wanted);
  return files[0]?.contents ?? '';
}

/** Lines of the shell fences of a page. */
function commandsIn(page: string): string[] {
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, code = '']) => code.trim().split('\n'));
}

describe.each(['npm', 'pnpm'])('the first commands with %s', (packageManager) => {
  const design = aShopDesign(entities, `stack: { packageManager: ${packageManager} }`);

  it('are scripts of the repository', async () => {
    const { scripts } = JSON.parse(await contentsOf(design, 'package.json')) as { scripts: Record<string, string> };
    const commands = commandsIn(await contentsOf(design, 'docs/architecture/14-getting-started.md')).join('\n');
    const run = [...commands.matchAll(/\b(?:npm run|pnpm) ([\w:]+)/g)].map(([, name = '']) => name);
    const own = run.filter((name) => !['install', 'exec', 'test', 'start'].includes(name));
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(commands).not.toMatch(packageManager === 'npm' ? /\bpnpm\b/ : /\b(?:npm|npx)\b/);
  });

  it('cover the way from a clone to a container', async () => {
    const page = await contentsOf(design, 'docs/architecture/14-getting-started.md');
    const titles = [...page.matchAll(/^### 14\.1\.\d (.*)$/gm)].map(([, title]) => title);
    expect(titles).toEqual([
      'Install',
      'Local database',
      'Migrate',
      'Seed',
      'Development server',
      'Tests',
      'Production build',
      'Docker',
    ]);
  });
});

describe('the first requests', () => {
  it('create something that needs nothing else', () => {
    const { requests } = gettingStartedWords(aShopDesign(entities), { paths: [] });
    expect(requests).toMatchObject({ route: '/customers', hasCreation: true, created: 'a customer' });
  });

  it.each([
    'Country: { tenancy: global, fields: { code: string(2) unique } }',
    'Task: { fields: { name: string(80) }, relations: { leader: User } }',
  ])('only read where everything needs something else, or nothing can be written: %s', (only) => {
    const { requests } = gettingStartedWords(aShopDesign(only), { paths: [] });
    expect(requests.hasCreation).toBe(false);
  });

  it('keep what a body says from the shell', () => {
    const tricky = `Note:\n  fields:\n    text: string(80) example "it's $HOME"`;
    const { requests } = gettingStartedWords(aShopDesign(tricky), { paths: [] });
    expect(requests.body).toMatch(/^'.*'$/);
    expect(requests.body.slice(1, -1).replaceAll(`'\\''`, '')).not.toContain("'");
  });
});

it('each role has an account, with something that is refused to it', () => {
  const design = aShopDesign(entities, 'roles: { clerk: { summary: Works, grants: [shop.Order:read] } }');
  const { accounts } = gettingStartedWords(design, { paths: [] });
  expect(accounts.map(({ email, cannot }) => [email, cannot])).toEqual([
    ['`owner@acme.test`', 'nothing'],
    ['`clerk@acme.test`', '`shop.order:update`'],
  ]);
});
