import { checkBlueprint } from './check.js';
import type { Diagnostic } from './diagnostic.js';
import { inFileOrder } from './findings.js';
import type { Blueprint } from './model.js';
import { parseBlueprint } from './parse.js';

export interface ReadBlueprint {
  readonly blueprint?: Blueprint;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was read last: a planner holds its blueprint to all checks, and the step after it reads the same text again. */
let last: { readonly text: string; readonly file: string; readonly result: ReadBlueprint } | undefined;

/** Text → Blueprint with every finding about it, in the order of the file. The blueprint is fit for use when none is an error. */
export function readBlueprint(text: string, file: string): ReadBlueprint {
  if (last?.text !== text || last.file !== file) last = { text, file, result: readAnew(text, file) };
  return last.result;
}

function readAnew(text: string, file: string): ReadBlueprint {
  const parsed = parseBlueprint(text, file);
  if (!parsed.blueprint) return parsed;
  return {
    blueprint: parsed.blueprint,
    diagnostics: inFileOrder([...parsed.diagnostics, ...checkBlueprint(parsed.blueprint)]),
  };
}
