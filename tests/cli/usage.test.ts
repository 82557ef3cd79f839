import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { runCli, scratchFolder } from '../support/cli.js';

describe('usage that the command line cannot act on', () => {
  it.each([
    [['chekc', 'blueprint.yaml'], 'Did you mean the command "check"?'],
    [['presetss'], 'Did you mean "presets"?'],
    [['help', 'shcema'], 'Did you mean the command "schema"?'],
    [['shop', '--prest', 'minimal'], '(Did you mean --preset?)'],
    [['shop', '--preset', 'minimall'], 'Did you mean "minimal"?'],
    [['shop', '--preset', 'zzzzzzzz'], 'Presets: ecommerce, minimal, crm.'],
    [['shop', '--preset', 'minimal', '--package-manager', 'yarn'], 'Allowed choices are npm, pnpm.'],
    [['shop', '--preset', 'minimal', '--spec', 'blueprint.yaml'], "cannot be used with option '--preset"],
    [['shop', '--preset', 'minimal', '--set', 'queue'], 'is not of the form path=value'],
    [
      ['shop', '--preset', 'minimal', '--set', 'stack.queue=rabitmq'],
      'With --set stack.queue=rabitmq the blueprint is not valid',
    ],
    [['shop', 'market', '--preset', 'minimal'], 'Expected 1 argument but got 2'],
    [['shop', '--spec', 'nowhere.yaml'], 'nowhere.yaml'],
    [['check'], "Missing required argument 'blueprint'"],
    [['check', 'nowhere.yaml'], 'nowhere.yaml'],
    [['presets', '--jsn'], '(Did you mean --json?)'],
  ])('%j', async (args, message) => {
    const cwd = scratchFolder();
    const { code, stdout, stderr } = await runCli(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each([
    [['shop'], '--preset <name>'],
    [['--preset', 'minimal'], 'create-backend-blueprint <directory>'],
    [[], '--spec <blueprint.yaml>'],
  ])('names the flag instead of asking when nobody is there: %j', async (args, flag) => {
    const { code, stderr } = await runCli(args, { cwd: scratchFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain(flag);
  });

  it('is an object with --json', async () => {
    const { code, stdout, stderr } = await runCli(['shop', '--preset', 'minimall', '--json'], { cwd: scratchFolder() });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      error: { code: 'USAGE', message: 'There is no preset "minimall".', hint: 'Did you mean "minimal"?' },
    });
  });
});

describe('help and version', () => {
  it.each([
    [['--help']],
    [['help']],
    [['new', '--help']],
    [['check', '--help']],
    [['help', 'explain']],
    [['help', 'docs']],
    [['presets', '-h']],
    [['schema', '-h']],
  ])('%j prints help on standard output', async (args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: create-backend-blueprint /);
  });

  it.each([[['--version']], [['-V']]])('%j prints the version', async (args) => {
    const { code, stdout } = await runCli(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
