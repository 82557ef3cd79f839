import type { Findings } from '../findings.js';
import type { Entity } from '../model.js';
import { samplesOf } from '../samples/index.js';
import { entitiesOf, placeOf, type Check } from './support.js';

/**
 * Seeds, sample requests and tests need values that every field and rule accepts. They are found by search; where a pattern or
 * contradictory rules are in the way, the author has to give an example or mend the rules.
 */
export const checkSamples: Check = (blueprint, findings) => {
  // Only a blueprint that is sound so far has rules worth satisfying.
  if (findings.failed) return;
  for (const entity of entitiesOf(blueprint)) {
    if (patternsHaveExamples(entity, findings)) checkRules(entity, findings);
  }
};

function patternsHaveExamples(entity: Entity, findings: Findings): boolean {
  const missing = entity.fields.filter((field) => field.pattern !== undefined && field.example === undefined);
  for (const field of missing) {
    findings.error(
      'EXAMPLE_MISSING',
      placeOf(field, 'pattern'),
      `${entity.name}.${field.name} has a pattern and no example of it.`,
      'Add `example "…"`; samples, seeds and tests use it.',
    );
  }
  return missing.length === 0;
}

function checkRules(entity: Entity, findings: Findings): void {
  const [first] = entity.rules;
  if (!first || samplesOf(entity).length > 0) return;
  findings.error(
    'RULES_UNSATISFIABLE',
    first.at,
    `No values were found that satisfy all rules of ${entity.name} at once.`,
    'Mend rules that contradict each other, or give `example` values on the fields they name.',
  );
}
