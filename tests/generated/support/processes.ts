import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** Ends with 0, or fails with the last lines of what the program said. */
export function succeed(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = listen(child);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output.text);
      else
        reject(new Error(`${[command, ...args].join(' ')} ended with ${code ?? signal}:\n${lastLines(output.text)}`));
    });
  });
}

/** A program that runs until it is told to stop. */
export interface Running {
  readonly output: { readonly text: string };
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /**
   * SIGTERM tells the program alone, as a service manager does: stopping its children is its own task. SIGINT tells all of them, as
   * Ctrl-C in a terminal does. Whatever is left after a minute is killed, and a failure.
   */
  stop(signal: 'SIGTERM' | 'SIGINT'): Promise<number | null>;
}

export function start(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Running {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const output = listen(child);
  // When the last of the family has closed its output, all have ended.
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const stop = async (signal: 'SIGTERM' | 'SIGINT') => {
    const family = -(child.pid ?? 0);
    if (signal === 'SIGINT' && child.exitCode === null) process.kill(family, signal);
    else child.kill(signal);
    const late = Symbol('late');
    const code = await Promise.race([ended, setTimeout(60_000, late, { ref: false })]);
    if (code !== late) return code;
    process.kill(family, 'SIGKILL');
    throw new Error(`Still running a minute after ${signal}:\n${lastLines(output.text)}`);
  };
  return { output, ended, stop };
}

/** Asks again and again until the answer is there; a program that ends meanwhile, or takes too long, fails with what it said. */
export async function until<T>(program: Running, ask: () => Promise<T | undefined>, seconds: number): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  const hasEnded = program.ended.then((code) => ({ code }));
  while (performance.now() < deadline) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    const end = await Promise.race([hasEnded, setTimeout(100, undefined)]);
    if (end) throw new Error(`The program ended with ${end.code}:\n${lastLines(program.output.text)}`);
  }
  throw new Error(`Nothing after ${seconds} s:\n${lastLines(program.output.text)}`);
}

function listen(child: ChildProcess): { text: string } {
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output.text += text));
  return output;
}

export function lastLines(text: string, lines = 60): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
