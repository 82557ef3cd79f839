import { once } from 'node:events';
import { addAbortSignal } from 'node:stream';

import type { Command } from 'commander';

import { BlueprintError } from '../../blueprint/diagnostic.js';
import { tool } from '../../package.js';
import { readBrief } from '../brief.js';
import { printProgress } from '../print/text.js';
import { usageError, type Session } from '../session.js';

/** The longest message that is kept, in characters: a blueprint of many hundred entities. */
const LONGEST_MESSAGE = 4 * 1024 * 1024;

export function mcpCommand(program: Command, session: Session): void {
  program
    .command('mcp')
    .description('Serve the Model Context Protocol on standard input and output, for agents that write a blueprint.')
    .option('--brief <text>', 'what the system should do: a text or a file; else the agent brings it')
    .action(({ brief }: { brief?: string }) => serve(brief, session));
}

/** Runs until standard input ends. Nothing but the protocol goes to standard output. */
async function serve(given: string | undefined, session: Session): Promise<void> {
  if (given === '-') throw usageError('Standard input is for the protocol.', 'Give the brief as a text or a file.');
  const { openConversation } = await import('../../brief/agent/conversation.js');
  const { linesOf } = await import('../../brief/agent/lines.js');
  const { answerTo } = await import('../../brief/agent/protocol.js');
  const { INSTRUCTIONS, toolsOf } = await import('../../brief/agent/tools.js');
  const help = await helpOf(session);
  const conversation = openConversation(help, given === undefined ? undefined : await readBrief(given, session));
  const server = { ...tool, instructions: INSTRUCTIONS, tools: toolsOf(conversation), explain };

  for await (const line of linesOf(addAbortSignal(session.signal, process.stdin), LONGEST_MESSAGE)) {
    const answer = await answerTo(line, server);
    // Whoever asks faster than they read waits.
    if (answer !== undefined && !process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain');
  }
}

async function helpOf({ signal }: Session) {
  const { defaultsOf } = await import('../../brief/answers.js');
  const { cleanBrief } = await import('../../brief/clean.js');
  const { loadBlocks } = await import('../../brief/load.js');
  const { offlinePlanner } = await import('../../brief/offline/planner.js');
  const { traceBrief } = await import('../../brief/agent/trace.js');
  const planner = offlinePlanner(await loadBlocks());
  const answer = (questions: Parameters<typeof defaultsOf>[0]) => Promise.resolve(defaultsOf(questions));
  return {
    clean: (text: string) => cleanBrief(text, 'the brief'),
    draft: (brief: Parameters<typeof planner.plan>[0]) => planner.plan(brief, { answer, signal }, () => undefined),
    trace: traceBrief,
  };
}

/** What the agent or its person can mend; anything else is a fault of ours, and goes to standard error. */
function explain(error: unknown): string | undefined {
  if (error instanceof BlueprintError) return [error.message, error.options.hint].filter(Boolean).join(' ');
  printProgress(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return undefined;
}
