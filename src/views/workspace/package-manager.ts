import type { Design } from '../../design/model.js';

/** What a person types, in the words of the repository's package manager. */
export interface Commands {
  /** Before the name of a script: `npm run`. */
  readonly run: string;
  readonly install: string;
  readonly test: string;
  readonly start: string;
  /** File that pins every version. */
  readonly lockfile: string;
}

const COMMANDS: Readonly<Record<string, Commands>> = {
  npm: {
    run: 'npm run',
    install: 'npm install',
    test: 'npm test',
    start: 'npm start',
    lockfile: 'package-lock.json',
  },
  pnpm: { run: 'pnpm', install: 'pnpm install', test: 'pnpm test', start: 'pnpm start', lockfile: 'pnpm-lock.yaml' },
};

export function commandsOf({ stack }: Pick<Design, 'stack'>): Commands {
  const commands = COMMANDS[stack.packageManager];
  if (!commands) throw new Error(`No commands are known for the package manager ${stack.packageManager}.`);
  return commands;
}
