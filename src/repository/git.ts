import { execa } from 'execa';

/** Whether the new repository is under version control, and why not. */
export type GitOutcome =
  { readonly state: 'done' } | { readonly state: 'off' } | { readonly state: 'skipped'; readonly because: string };

/** Makes a git repository with one commit. A folder that is inside a repository already is left to that one. */
export async function initGit(directory: string, cancelSignal: AbortSignal): Promise<GitOutcome> {
  const git = (args: readonly string[]) =>
    execa('git', args, {
      cwd: directory,
      reject: false,
      stdin: 'ignore',
      cancelSignal,
      env: { GIT_TERMINAL_PROMPT: '0' },
    });

  const inside = await git(['rev-parse', '--is-inside-work-tree']);
  if (inside.code === 'ENOENT') return { state: 'skipped', because: 'git is not installed' };
  if (inside.exitCode === 0) return { state: 'skipped', because: 'the folder is inside a git repository' };

  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--quiet', '--no-verify', '--message', 'Generate the repository from its blueprint'],
  ]) {
    const { failed, stderr, exitCode } = await git(args);
    cancelSignal.throwIfAborted();
    if (failed) return { state: 'skipped', because: firstLine(stderr) || `git ${args[0]} ended with ${exitCode}` };
  }
  return { state: 'done' };
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
