import { BlueprintError, type Diagnostic } from '../../blueprint/diagnostic.js';
import type { Blueprint } from '../../blueprint/model.js';
import { readBlueprint } from '../../blueprint/read.js';
import { explainFact, factsOf } from '../../design/explain.js';
import { design } from '../../design/index.js';
import type { Brief } from '../brief.js';
import type { PlannedBlueprint } from '../planner.js';
import { judge, type Trace } from './gates.js';
import { STAGES } from './stages.js';
import { introduction } from './task.js';

/** What a conversation needs of the planner that makes the first draft. */
export interface Help {
  /** Makes a text safe to read. */
  readonly clean: (text: string) => Brief;
  /** @throws BlueprintError when the brief describes no backend. */
  readonly draft: (brief: Brief) => Promise<PlannedBlueprint>;
  readonly trace: Trace;
}

/** What an agent is told about a blueprint. */
export interface Verdict {
  readonly ok: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly Diagnostic[];
  /** How the blueprint answers the brief; only when it has no errors. */
  readonly coverage?: Pick<PlannedBlueprint['coverage'], 'covered' | 'partial' | 'open' | 'excluded'>;
  /** What the brief asks for and nothing answers, or not all of it. */
  readonly unanswered?: readonly { readonly id: string; readonly quote: string; readonly note?: string }[];
}

/** The work of one agent on one blueprint, kept in memory: nothing is read, and nothing is written. */
export interface Conversation {
  /** The text of the next step; a brief begins anew. */
  nextStage(brief?: string): Promise<string>;
  /** Judges a blueprint and remembers it. */
  submit(text: string): Verdict;
  check(text: string): Verdict;
  /** The reasons of a fact of the blueprint that was submitted last, or all facts. */
  explain(fact?: string): unknown;
}

/** How agents and findings call the text that was submitted. */
const FILE = 'blueprint.yaml';

export function openConversation(help: Help, given?: Brief): Conversation {
  let brief = given;
  let stage = -1;
  let verdict: Verdict | undefined;
  let submitted: Blueprint | undefined;

  const judged = (text: string): Verdict => verdictOf(judge({ text, file: FILE }, brief, help.trace));
  const begin = async (from: Brief): Promise<string> => {
    const { text } = await help.draft(from);
    brief = from;
    stage = 0;
    verdict = undefined;
    submitted = undefined;
    return `${introduction(from.text, text)}\n${stageText(0)}`;
  };

  return {
    nextStage: async (text) => {
      if (text !== undefined) return begin(help.clean(text));
      if (stage === -1) {
        if (brief) return begin(brief);
        throw new BlueprintError('NO_BRIEF', 'There is no brief yet.', { hint: 'Pass its text as "brief".' });
      }
      if (stage >= STAGES.length) return DONE;
      if (!verdict) return stageText(stage);
      if (!verdict.ok) return mend(verdict);
      stage += 1;
      const unanswered = listOf(verdict);
      verdict = undefined;
      return stage < STAGES.length ? `${stageText(stage)}${unanswered}` : `${DONE}${unanswered}`;
    },
    submit: (text) => {
      verdict = judged(text);
      submitted = verdict.ok ? readBlueprint(text, FILE).blueprint : undefined;
      return verdict;
    },
    check: judged,
    explain: (fact) => {
      if (!submitted) {
        const hint = 'Submit a blueprint without errors first.';
        throw new BlueprintError('NOTHING_SUBMITTED', 'There is no blueprint to explain.', { hint });
      }
      const system = design(submitted);
      if (fact !== undefined) return explainFact(system, fact);
      return [...factsOf(system).values()].map(({ id, label, value, unit }) => ({ id, label, value, unit }));
    },
  };
}

function verdictOf({ findings, planned }: ReturnType<typeof judge>): Verdict {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = { ok: errors === 0, errors, warnings: findings.length - errors, findings };
  if (!planned) return counts;
  const { covered, partial, open, excluded } = planned.coverage;
  const unanswered = planned.requirements
    .filter(({ status }) => status === 'open' || status === 'partial')
    .map(({ id, quote, note }) => ({ id, quote: quote.text, ...(note !== undefined && { note }) }));
  return { ...counts, coverage: { covered, partial, open, excluded }, unanswered };
}

function stageText(index: number): string {
  const { title, task } = STAGES[index]!;
  return `## Stage ${index + 1} of ${STAGES.length}: ${title}\n\n${task}\n`;
}

function mend({ errors, findings }: Verdict): string {
  const lines = findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, 20)
    .map(
      ({ at, code, message, hint }) => `- ${at.line}:${at.column} ${[code, message, hint].filter(Boolean).join(' ')}`,
    );
  return `## Mend what was submitted\n\n${errors === 1 ? 'One error is' : `${errors} errors are`} left:\n\n${lines.join('\n')}\n`;
}

function listOf({ unanswered = [] }: Verdict): string {
  if (unanswered.length === 0) return '';
  const lines = unanswered
    .slice(0, 50)
    .map(({ id, quote, note }) => `- ${[`${id}: "${quote}"`, note].filter(Boolean).join(' ')}`);
  return `\nNot answered yet, or not wholly:\n\n${lines.join('\n')}\n`;
}

const DONE = `## Done

Every stage is done and the blueprint has no errors. Write it to \`blueprint.yaml\`; \`npx create-backend-blueprint my-system --spec blueprint.yaml\` makes the
repository.
`;
