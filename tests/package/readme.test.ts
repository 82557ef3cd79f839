import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { packageFolder, run, runCli, scratchFolder } from '../support/cli.js';

const readme = readFileSync(path.join(packageFolder, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Fenced blocks of one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(([, kind, text = '']) =>
    kind === language ? [text] : [],
  );
}

const commands = blocks('sh').flatMap((text) => text.trim().split('\n'));
const ofTheCli = commands.filter((command) => command.startsWith('npm run --silent blueprint -- '));

describe('README', () => {
  it('begins with two commands: one to see it run, one to test it', () => {
    expect(commands.slice(0, 2)).toEqual(['npm start', 'npm test']);
    expect(readFileSync(path.join(packageFolder, '.ci', 'run'), 'utf8')).toContain('npm test');
  });

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/(?:^|`)npm (?:run (?:--silent )?)?([a-z][\w:]*)/gm)].map(([, name]) => name);
    const ofTheGenerated = ['dev'];
    const known = [...Object.keys(manifest.scripts), ...ofTheGenerated];
    expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('shows a blueprint and commands that work, one after the other', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'blueprint.yaml'), blocks('yaml')[0] ?? '');
    expect(ofTheCli).toHaveLength(5);
    for (const command of ofTheCli) {
      // npm says where the person stands.
      const words = (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
      const args = ['--prefix', packageFolder, ...words.slice(1)].filter(
        (arg) => arg !== '>' && !arg.endsWith('.json'),
      );
      const { code, stderr } = await run('npm', args, { cwd });
      expect(code, `${command}\n${stderr}`).toBe(0);
    }
  });

  it('counts the example as it is', async () => {
    const presets = JSON.parse((await runCli(['presets', '--json'])).stdout) as {
      name: string;
      contexts: number;
      entities: number;
    }[];
    const { contexts, entities } = presets.find(({ name }) => name === 'ecommerce') ?? {};
    expect(readme).toContain(`(${contexts} contexts, ${entities} entities)`);
  });

  it('lists every command and option', async () => {
    for (const command of ['new', 'plan']) {
      const { stdout } = await runCli([command, '--help']);
      const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name ?? '');
      expect(options).toContain('--brief');
      expect(options.filter((name) => name !== '--help' && !readme.includes(name))).toEqual([]);
    }
    const { stdout: help } = await runCli(['--help']);
    const commands = [...(/Commands:\n([^]*?)\n\n/.exec(help)?.[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(commands).toContain('plan');
    expect(
      commands.filter(
        (name) => name !== 'help' && !readme.includes(`\`create-backend-blueprint ${name}`) && name !== 'new',
      ),
    ).toEqual([]);
  });
});
