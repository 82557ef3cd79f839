import type { RunRecord } from '../../brief/anthropic/setup.js';
import type { PlannedBlueprint, Requirement } from '../../brief/planner.js';
import { oneLine } from '../../text/escape.js';
import { dollars } from './plan-progress.js';
import { count } from './text.js';

const BY: Readonly<Record<PlannedBlueprint['planner'], string>> = {
  offline: 'planned offline',
  anthropic: 'planned with a model',
  import: 'imported',
};

/** `3 contexts, 11 entities, planned offline` */
export function sizeWords({ size: { contexts, entities }, planner }: PlannedBlueprint): string {
  return `${count(contexts, 'context')}, ${count(entities, 'entity', 'entities')}, ${BY[planner]}`;
}

/** What a person should know about a planned blueprint before building on it. */
export function planReport(planned: PlannedBlueprint, run: RunRecord | undefined): string[] {
  const { coverage, requirements, assumptions, openQuestions, degraded } = planned;
  const { covered, partial, open, excluded } = coverage;
  const unanswered = requirements.filter(({ status }) => status === 'partial' || status === 'open');
  return [
    ...(requirements.length === 0
      ? []
      : [`Requirements: ${covered} covered, ${partial} partial, ${open} open, ${excluded} excluded.`]),
    ...unanswered.map(requirementLine),
    ...list(
      'Assumptions',
      assumptions.map(({ id, text }) => `${id} ${text}`),
    ),
    ...list('Open questions', openQuestions),
    ...list(
      'Not understood',
      coverage.notUnderstood.map((passage) => `“${short(passage)}”`),
    ),
    ...list(
      'Done otherwise than it should have been',
      degraded.map(({ stage, why, instead }) => `${stage}: ${why} ${instead}`),
    ),
    ...(run ? [costLine(run)] : []),
  ];
}

function requirementLine({ id, quote, status, note }: Requirement): string {
  return `  ${status.padEnd(7)}  ${id}  “${short(quote.text)}”${note === undefined ? '' : ` ${oneLine(note)}`}`;
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${oneLine(item)}`)];
}

/** `Cost: $0.83 for 23 calls, 212000 tokens in and 61000 out; 2 steps kept from an earlier run.` */
function costLine({ calls, resumed, totalUsd }: RunRecord): string {
  const sum = (of: (usage: RunRecord['calls'][number]['usage']) => number) =>
    calls.reduce((total, { usage }) => total + of(usage), 0);
  const into = sum((usage) => usage.inputTokens + usage.cacheWriteTokens + usage.cacheReadTokens);
  const tokens = `${into} tokens in and ${sum((usage) => usage.outputTokens)} out`;
  const kept = resumed.length === 0 ? '' : `; ${count(resumed.length, 'step')} kept from an earlier run`;
  return `Cost: ${dollars(totalUsd)} for ${count(calls.length, 'call')}, ${tokens}${kept}.`;
}

/** One line of a passage, so that the rest is not lost behind it. */
function short(passage: string): string {
  const line = oneLine(passage);
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
