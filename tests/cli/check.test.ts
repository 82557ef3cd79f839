import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { packageFolder, runCli, scratchFolder } from '../support/cli.js';

const minimal = path.join(packageFolder, 'examples', 'minimal', 'blueprint.yaml');

function blueprintFile(text: string): string {
  const cwd = scratchFolder();
  writeFileSync(path.join(cwd, 'blueprint.yaml'), text);
  return cwd;
}

const invalid = `blueprint: 1
name: shop
title: Shop
summary: Sells things
contexts:
  sales:
    summary: Sales
    entities:
      Order:
        fields: { total: money }
        relations: { customer: Custmer }
      Customer:
        fields: { name: strin(20) }
`;

describe('check', () => {
  it('prints every finding with its place, and ends with 2', async () => {
    const { code, stdout, stderr } = await runCli(['check', 'blueprint.yaml'], { cwd: blueprintFile(invalid) });
    expect(code).toBe(2);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^blueprint\.yaml:11:\d+ [A-Z_]+ .*Customer/);
    expect(lines[1]).toMatch(/^blueprint\.yaml:13:\d+ [A-Z_]+ .*string/);
    expect(stderr).toBe('blueprint.yaml: 2 errors, 0 warnings\n');
  });

  it('prints the findings for machines', async () => {
    const { code, stdout, stderr } = await runCli(['check', 'blueprint.yaml', '--json'], {
      cwd: blueprintFile(invalid),
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      file: 'blueprint.yaml',
      errors: 2,
      warnings: 0,
      findings: [{ severity: 'error', file: 'blueprint.yaml', at: { line: 11 } }, { at: { line: 13 } }],
    });
  });

  it('is content with a blueprint that has no errors', async () => {
    const { code, stderr } = await runCli(['check', minimal]);
    expect(code).toBe(0);
    expect(stderr).toContain('0 errors');
  });

  it('refuses a folder without a stack', async () => {
    const { code, stderr } = await runCli(['check', packageFolder]);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('new with an invalid blueprint', () => {
  it('prints the findings on standard error, and writes nothing', async () => {
    const cwd = blueprintFile(invalid);
    const { code, stdout, stderr } = await runCli(['shop', '--spec', 'blueprint.yaml'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^blueprint\.yaml:11:\d+ /);
    expect(stderr).toContain('blueprint.yaml has errors; nothing was written.');
  });
});

describe('schema and presets', () => {
  it('prints a JSON Schema', async () => {
    const { code, stdout } = await runCli(['schema']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: expect.stringContaining('json-schema.org') as string,
      type: 'object',
    });
  });

  it('lists the presets', async () => {
    const { code, stdout } = await runCli(['presets']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ecommerce .*\nminimal .*\ncrm .*\n$/);
  });

  it('lists the presets for machines', async () => {
    const { stdout } = await runCli(['presets', '--json']);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ name: 'ecommerce', contexts: 8 }),
      expect.objectContaining({ name: 'minimal', contexts: 1, entities: 2 }),
      expect.objectContaining({ name: 'crm', contexts: 9 }),
    ]);
  });
});
