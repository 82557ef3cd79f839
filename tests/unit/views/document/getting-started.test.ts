import { beforeAll, describe, expect, it } from 'vitest';

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

function commandsIn({ steps }: ReturnType<typeof gettingStartedWords>): string[] {
  return steps.flatMap(({ commands }) => commands.split('\n'));
}

describe.each(['npm', 'pnpm'])('the first commands with %s', (packageManager) => {
  const design: Design = aShopDesign(entities, `stack: { packageManager: ${packageManager} }`);
  let scripts: Record<string, string>;
  beforeAll(async () => {
    const { files } = await buildPart(generators, design, (path) => path === 'package.json');
    scripts = (JSON.parse(files[0]?.contents ?? '{}') as { scripts: Record<string, string> }).scripts;
  });

  it('are scripts of the repository', () => {
    const commands = commandsIn(gettingStartedWords(design, { paths: [] }));
    const run = commands.flatMap((command) =>
      [...command.matchAll(/\b(?:npm run|pnpm) ([\w:]+)/g)].map(([, name = '']) => name),
    );
    const own = run.filter((name) => !['install', 'exec', 'test', 'start'].includes(name));
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(commands.join('\n')).not.toMatch(packageManager === 'npm' ? /\bpnpm\b/ : /\b(?:npm|npx)\b/);
  });

  it('cover the way from a clone to a container', () => {
    const { steps } = gettingStartedWords(design, { paths: [] });
    expect(steps.map(({ title }) => title)).toEqual([
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
    const text = requests.map(({ command }) => command).join('\n');
    expect(text).toContain('/api/v1/customers');
    expect(text).not.toContain('/api/v1/orders');
  });

  it('only read where everything needs something else, or nothing can be written', () => {
    for (const only of [
      'Country: { tenancy: global, fields: { code: string(2) unique } }',
      'Task: { fields: { name: string(80) }, relations: { leader: User } }',
    ]) {
      const { requests } = gettingStartedWords(aShopDesign(only), { paths: [] });
      expect(requests.filter(({ command }) => command.includes(' -d ') && !command.includes('/auth/'))).toEqual([]);
    }
  });

  it('keep what a body says from the shell', () => {
    const tricky = `Note:\n  fields:\n    text: string(80) example "it's $HOME"`;
    const { requests } = gettingStartedWords(aShopDesign(tricky), { paths: [] });
    const creation = requests.find(({ says }) => says.startsWith('Create'))?.command ?? '';
    const [, body = ''] = / -d ('.*')$/s.exec(creation) ?? [];
    expect(body.replaceAll(`'\\''`, '').slice(1, -1)).not.toContain("'");
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
