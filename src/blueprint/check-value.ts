import { LineCounter } from 'yaml';

import { buildBlueprint } from './build/blueprint.js';
import { checkBlueprint } from './check.js';
import type { Diagnostic } from './diagnostic.js';
import { Findings, inFileOrder } from './findings.js';
import { Place } from './place.js';
import type { BlueprintSource } from './schema/blueprint.js';

/**
 * Every finding about a blueprint that was put together by a program and has no text yet, so that all findings are at its first line.
 * Its shape is taken for granted; `readBlueprint` checks that too.
 */
export function checkValue(source: BlueprintSource, file: string): Diagnostic[] {
  const findings = new Findings(file);
  const blueprint = buildBlueprint(source, new Place('', new LineCounter(), null), findings);
  return inFileOrder([...findings.all, ...checkBlueprint(blueprint)]);
}
