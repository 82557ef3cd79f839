import type { Diagnostic } from './diagnostic.js';
import { Findings, inFileOrder } from './findings.js';
import type { Blueprint } from './model.js';
import { CHECKS } from './checks/index.js';

/** Everything that a blueprint says twice, wrongly, or about things that do not exist. */
export function checkBlueprint(blueprint: Blueprint): Diagnostic[] {
  const findings = new Findings(blueprint.file);
  for (const check of CHECKS) check(blueprint, findings);
  return inFileOrder(findings.all);
}
