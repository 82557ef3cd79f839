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

  it('traces a figure down to the blueprint, the assumptions and the sources', async () => {
    const folder = await aRepository();
    writeFileSync(
      path.join(folder, 'blueprint.yaml'),
      readFileSync(path.join(folder, 'blueprint.yaml'), 'utf8').replace(
        /^contexts:/m,
        'scale: { concurrentUsers: 500 }\ncontexts:',
      ),
    );
    const { code, stdout, stderr } = await runCli(['explain', 'scale.launch.peakRequestsPerSecond'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^scale\.launch\.peakRequestsPerSecond: [\d,.]+ requests\/s \(modelled\), /);
    expect(stdout).toMatch(/^ {2}because /m);
    expect(stdout).toContain(`blueprint.yaml:${lineOf(path.join(folder, 'blueprint.yaml'), 'concurrentUsers: 500')}:`);
    expect(stdout).toMatch(/^ +assumption D\d+: /m);
  });

  it('lists all facts, of a repository and of a blueprint', async () => {
    const folder = await aRepository();
    const inside = await runCli(['explain', '--facts'], { cwd: folder });
    const spec = await runCli(['explain', '--facts', '--spec', path.join(folder, 'blueprint.yaml')]);
    expect(inside).toMatchObject({ code: 0, stderr: '' });
    expect(spec.stdout).toBe(inside.stdout);
    const lines = inside.stdout.trim().split('\n');
    expect(lines.length).toBeGreaterThan(50);
    expect(
      lines.filter(
        (line) => !/^[\w.-]+ +.* \((?:given|assumed|rule|modelled|target|published|measured)\) {2}\S/.test(line),
      ),
    ).toEqual([]);
  });

  it('explains a fact of a blueprint to machines', async () => {
    const folder = await aRepository();
    const args = ['explain', 'scale.poolSize', '--spec', path.join(folder, 'blueprint.yaml'), '--json'];
    const { code, stdout } = await runCli(args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'scale.poolSize', unit: 'connections', isAbove: false });
  });

  it.each([
    [['explain', 'scale.launch.peekRequestsPerSecond'], 'Did you mean "scale.launch.peakRequestsPerSecond"?'],
    [['explain', 'scale.launch.peak'], 'There is scale.launch.peak'],
    [['explain', 'poolsize'], 'There is scale.poolSize.'],
    [['explain'], 'There is nothing to explain.'],
  ])('refuses %j with advice', async (args, message) => {
    const folder = await aRepository();
    const { code, stdout, stderr } = await runCli(args, { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
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
