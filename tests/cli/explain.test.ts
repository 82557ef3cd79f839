import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { packageFolder, runCli, scratchFolder } from '../support/cli.js';

const dto = 'apps/api/src/modules/tasks/tasks/task.dto.ts';

async function aRepository(): Promise<string> {
  const cwd = scratchFolder();
  const { code, stderr } = await runCli(['shop', '--preset', 'minimal', '--no-install', '--no-git'], { cwd });
  expect(code, stderr).toBe(0);
  return path.join(cwd, 'shop');
}

/** 1-based number of the first line that holds a text. */
function lineOf(file: string, text: string): number {
  const index = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
  expect(index, `${text} in ${file}`).toBeGreaterThanOrEqual(0);
  return index + 1;
}

describe('explain', () => {
  it('tells which template line and which blueprint line a generated line came from', async () => {
    const folder = await aRepository();
    const line = lineOf(path.join(folder, dto), 'dueOn:');
    const { code, stdout, stderr } = await runCli(['explain', `${dto}:${line}`], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`${dto}:${line}  `);
    const [, template = '', at = ''] = /^ {2}template +(templates\/[\w./-]+\.hbs):(\d+)/m.exec(stdout) ?? [];
    const source = readFileSync(path.join(packageFolder, template), 'utf8').split('\n')[Number(at) - 1];
    expect(stdout).toContain(source?.trim());
    const declared = Number(/^ {2}blueprint +blueprint\.yaml:(\d+):\d+$/m.exec(stdout)?.[1]);
    const blueprint = path.join(folder, 'blueprint.yaml');
    expect(declared).toBeGreaterThanOrEqual(lineOf(blueprint, 'Task:'));
    expect(declared).toBeLessThanOrEqual(lineOf(blueprint, 'dueOn: date?'));
  });

  it.each([
    { file: 'packages/core/src/tasks/task.ts', generated: 'holds:', declared: '- size(title) >= 3' },
    { file: 'packages/core/src/tasks/task.ts', generated: 'reopen: {', declared: 'reopen: done -> open' },
    { file: 'packages/core/src/roles.ts', generated: "name: 'member'", declared: 'member:' },
    { file: 'packages/database/prisma/schema.prisma', generated: 'dueOn ', declared: 'dueOn: date?' },
    { file: dto, generated: 'assigneeId:', declared: 'assignee: User?' },
  ])('finds "$declared" behind "$generated" in $file', async ({ file, generated, declared }) => {
    const folder = await aRepository();
    const line = lineOf(path.join(folder, file), generated);
    const { stdout } = await runCli(['explain', `${file}:${line}`], { cwd: folder });
    const at = Number(/^ {2}blueprint +blueprint\.yaml:(\d+):\d+$/m.exec(stdout)?.[1]);
    expect(at).toBe(lineOf(path.join(folder, 'blueprint.yaml'), declared));
  });

  it('takes a path from anywhere, and tells machines', async () => {
    const folder = await aRepository();
    const { code, stdout } = await runCli(['explain', path.join(folder, 'apps', 'api', 'src', 'server.ts'), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      root: folder,
      path: 'apps/api/src/server.ts',
      line: 1,
      isChanged: false,
    });
  });

  it('says when the line was changed since', async () => {
    const folder = await aRepository();
    const file = path.join(folder, dto);
    writeFileSync(file, `// mine\n${readFileSync(file, 'utf8')}`);
    const { code, stderr } = await runCli(['explain', `${dto}:1`], { cwd: folder });
    expect(code).toBe(0);
    expect(stderr).toContain('was changed since');
  });

  it.each([
    ['mine.txt', 'is not a file that this blueprint generates'],
    [`${dto}:99999`, 'there is no line 99999'],
    ['../elsewhere.ts', 'is not inside a generated repository'],
  ])('refuses %s', async (place, message) => {
    const folder = await aRepository();
    writeFileSync(path.join(folder, 'mine.txt'), 'mine');
    const { code, stdout, stderr } = await runCli(['explain', place], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
