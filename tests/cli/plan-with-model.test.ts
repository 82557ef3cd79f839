import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { RunRecord } from '../../src/brief/anthropic/setup.js';
import { runCli, scratchFolder, withoutKey, type RunOptions } from '../support/cli.js';
import { smallAnswers } from '../support/fake-anthropic/answers-examples.js';
import { fails } from '../support/fake-anthropic/answer.js';
import { answerFor } from '../support/fake-anthropic/answers.js';
import { FAKE_KEY, startFakeAnthropic, type FakeAnthropic, type Model } from '../support/fake-anthropic/server.js';
import { listFiles } from '../support/tree.js';

const answers = smallAnswers();

interface World {
  readonly cwd: string;
  readonly api: FakeAnthropic;
  readonly plan: (args?: readonly string[], options?: RunOptions) => ReturnType<typeof runCli>;
  /** Where finished steps and records of runs are kept. */
  readonly cache: string;
}

/** A folder with a brief in it, and an API that answers as the model would. */
async function aWorld(model: Model = ({ body }) => answerFor(answers, body)): Promise<World> {
  const api = await startFakeAnthropic(model);
  onTestFinished(() => api.close());
  const cwd = scratchFolder();
  const xdg = scratchFolder();
  writeFileSync(path.join(cwd, 'brief.md'), answers.brief);
  const env = { ...withoutKey, ANTHROPIC_API_KEY: FAKE_KEY, ANTHROPIC_BASE_URL: api.url, XDG_CACHE_HOME: xdg };
  const plan: World['plan'] = (args = [], options = {}) =>
    runCli(['plan', '--brief', 'brief.md', '--yes', ...args], { cwd, env, ...options });
  return { cwd, api, plan, cache: path.join(xdg, 'create-backend-blueprint') };
}

const records = ({ cache }: World) =>
  readdirSync(path.join(cache, 'runs')).map((file) => {
    const text = readFileSync(path.join(cache, 'runs', file), 'utf8');
    return { text, record: JSON.parse(text) as RunRecord };
  });
const everythingIn = (folder: string) =>
  listFiles(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');

describe('plan with a model', () => {
  it('writes what the model described, and says what it asked, found and paid', async () => {
    const world = await aWorld();
    const { code, stdout, stderr } = await world.plan();
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^blueprint\.yaml: \d+ contexts?, \d+ entities, planned with a model\.\n/);
    expect(stdout).toMatch(/\nCost: \$\d\.\d+ for \d+ calls, \d+ tokens in and \d+ out\.\n/);
    expect(stderr).toContain(`Attention: ${new URL(world.api.url).host} is not the service of Anthropic.`);
    expect(stderr).toMatch(/Asking claude-\S+ .*about \d+ calls and \$\d\.\d+, at most \$2\.00\./);
    expect(stderr).toMatch(/^design: .+$/m);
    expect(stderr).toMatch(/^design: \$\d\.\d+, \$\d\.\d+ of \$2\.00 so far$/m);
    expect((await runCli(['check', 'blueprint.yaml'], { cwd: world.cwd })).code).toBe(0);
    expect(readdirSync(world.cwd)).toEqual(['blueprint.yaml', 'brief.md']);
  });

  it('keeps a record of the run without anything of its content, and the key nowhere', async () => {
    const world = await aWorld();
    const { stdout, stderr } = await world.plan(['--json']);
    const [{ text, record }] = records(world) as [ReturnType<typeof records>[number]];
    expect(record).toMatchObject({ planner: 'anthropic', maxUsd: 2, totalUsd: expect.any(Number) as number });
    expect(record).toEqual((JSON.parse(stdout) as { run: unknown }).run);
    const names = answers.design.contexts.flatMap(({ entities }) => entities.map(({ name }) => name));
    for (const name of names) expect(text).not.toContain(name);
    expect(text).not.toContain(answers.brief.slice(0, 30));
    for (const place of [stdout, stderr, everythingIn(world.cache), everythingIn(world.cwd)]) {
      expect(place).not.toContain(FAKE_KEY);
    }
    // What a person wrote is nobody else's business.
    const [stage = ''] = readdirSync(path.join(world.cache, 'stages'));
    expect(statSync(path.join(world.cache, 'stages', stage)).mode & 0o077).toBe(0);
  });

  it('asks nothing twice, unless it is to begin afresh', async () => {
    const world = await aWorld();
    const first = await world.plan(['-o', '-']);
    const asked = world.api.messages.length;
    const again = await world.plan(['-o', '-']);
    expect(again.stdout).toBe(first.stdout);
    expect(world.api.messages).toHaveLength(asked);
    expect(again.stderr).toMatch(/^design: kept from an earlier run$/m);
    await world.plan(['-o', '-', '--fresh']);
    expect(world.api.messages).toHaveLength(2 * asked);
  });

  it('keeps finished steps elsewhere when it is told to', async () => {
    const world = await aWorld();
    expect((await world.plan(['--cache', 'kept'])).code).toBe(0);
    expect(readdirSync(path.join(world.cwd, 'kept')).sort()).toEqual(['runs', 'stages']);
    expect(existsSync(world.cache)).toBe(false);
  });

  it('goes on after an interruption, which ends with 130 and says what is kept', async () => {
    let isSlow = true;
    const world = await aWorld(async ({ body }) => {
      const answer = answerFor(answers, body);
      if (isSlow && world.api.messages.length > 2) await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
      return answer;
    });
    const stopped = await world.plan([], { interrupt: { signal: 'SIGINT', when: /^design: \$/m } });
    expect({ code: stopped.code, stdout: stopped.stdout }).toEqual({ code: 130, stdout: '' });
    expect(stopped.stderr).toMatch(/[1-9]\d* finished steps? kept in .+; the same command goes on from there\./);
    expect(readdirSync(world.cwd)).toEqual(['brief.md']);
    isSlow = false;
    const asked = world.api.messages.length;
    const { code, stderr } = await world.plan();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^design: kept from an earlier run$/m);
    expect(world.api.messages.length).toBeGreaterThan(asked);
    expect(records(world)).toHaveLength(2);
  });

  it('is planned without the model where the model fails, and says so', async () => {
    const world = await aWorld(() => fails(401));
    const { code, stdout, stderr } = await world.plan();
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Done otherwise than it should have been:');
    expect(stdout + stderr).toContain('The service does not accept the key (401).');
  });

  it('spends no more than it may', async () => {
    const world = await aWorld();
    const { code, stdout } = await world.plan(['--max-cost', '0.02', '--json']);
    expect(code).toBe(0);
    const { run, degraded } = JSON.parse(stdout) as { run: RunRecord; degraded: unknown[] };
    expect(run.totalUsd).toBeLessThanOrEqual(0.02);
    expect(degraded).not.toEqual([]);
  });

  it('refuses a model without a price before anything is sent', async () => {
    const world = await aWorld();
    const { code, stderr } = await world.plan(['--model', 'gpt-9']);
    expect(code).toBe(2);
    expect(stderr).toContain('gpt-9');
    expect(world.api.messages).toEqual([]);
  });

  it('is no worse for a cache that cannot be written', async () => {
    const world = await aWorld();
    mkdirSync(path.dirname(world.cache), { recursive: true });
    writeFileSync(world.cache, 'a file');
    const { code, stdout, stderr } = await world.plan();
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('stage files');
    expect(stderr).toContain('warning: the record of the run is not kept.');
  });

  it('is the first step of new --brief', async () => {
    const world = await aWorld();
    const env = {
      ...withoutKey,
      ANTHROPIC_API_KEY: FAKE_KEY,
      ANTHROPIC_BASE_URL: world.api.url,
      XDG_CACHE_HOME: world.cwd,
    };
    const args = ['made', '--brief', 'brief.md', '--yes', '--no-install', '--no-git', '--json'];
    const { code, stdout, stderr } = await runCli(args, { cwd: world.cwd, env });
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      plan: { planner: 'anthropic', run: { planner: 'anthropic' } },
    });
    expect(existsSync(path.join(world.cwd, 'made', 'blueprint.yaml'))).toBe(true);
  });
});
