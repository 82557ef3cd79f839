/** Variables that a program needs to run at all; everything else of this process (NODE_ENV, DATABASE_URL, vitest's own) stays out. */
const KEPT = [
  'PATH',
  'HOME',
  'USER',
  'TMPDIR',
  'LANG',
  'SHELL',
  'SystemRoot',
  'APPDATA',
  'LOCALAPPDATA',
  'COMSPEC',
  'TEMP',
];

/** The environment of a newcomer's shell, with what a test adds. */
export function newcomersEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const npmConfig = Object.keys(process.env).filter((name) => /^npm_config_(registry|cache|userconfig)$/i.test(name));
  const kept = [...KEPT, ...npmConfig].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return { ...(Object.fromEntries(kept) as Record<string, string>), ...more };
}
