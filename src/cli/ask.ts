import { PRESETS, type Preset } from '../package.js';

/** Thrown when the person leaves a question with Ctrl-C. */
export class Cancelled extends Error {}

/** Questions go to standard error: standard output is for the result. */
async function prompts() {
  return { ...(await import('@clack/prompts')), output: process.stderr };
}

export async function askDirectory(suggestion: string, signal: AbortSignal): Promise<string> {
  const { text, isCancel, output } = await prompts();
  const answer = await text({
    message: 'Where should the repository go?',
    placeholder: suggestion,
    defaultValue: suggestion,
    output,
    signal,
  });
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}

export async function askPreset(signal: AbortSignal): Promise<Preset> {
  const { select, isCancel, output } = await prompts();
  const answer = await select({
    message: 'Which blueprint should it start from?',
    options: PRESETS.map((preset) => ({ value: preset, label: preset })),
    output,
    signal,
  });
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}
