import { didYouMean } from '../../text/nearest.js';
import type { Findings } from '../findings.js';
import { patternProblem } from '../pattern-safety.js';
import type { Field, FieldValue } from '../model.js';
import { valueProblem } from '../value-problem.js';
import { entitiesOf, placeOf, type Check } from './support.js';

/** Defaults and examples are values that the field itself would accept; patterns can be run on what strangers send. */
export const checkFieldValues: Check = (blueprint, findings) => {
  for (const entity of entitiesOf(blueprint)) {
    for (const field of [...entity.fields, ...entity.relations.flatMap((relation) => relation.fields)]) {
      const patternIsFine = checkPattern(field, findings);
      for (const part of ['default', 'example'] as const) {
        const value = field[part];
        if (value !== undefined && patternIsFine) checkValue(field, part, value, findings);
      }
    }
  }
};

function checkPattern(field: Field, findings: Findings): boolean {
  if (field.pattern === undefined) return true;
  const problem = patternProblem(field.pattern);
  if (problem) findings.error('PATTERN', placeOf(field, 'pattern'), problem);
  return problem === undefined;
}

function checkValue(field: Field, part: 'default' | 'example', value: FieldValue, findings: Findings): void {
  const at = placeOf(field, part, 'type');
  if (part === 'default' && field.unique) {
    findings.error('FIELD_VALUE', at, 'A default of a unique field could be used once only.', 'Leave it out.');
    return;
  }
  if (part === 'default' && field.many) {
    findings.error('FIELD_VALUE', at, 'A list begins empty: it has no default.', 'Leave it out.');
    return;
  }
  const problem = valueProblem({ ...field, many: false }, value, part === 'default');
  if (!problem) return;
  const hint =
    field.type.kind === 'enum' && typeof value === 'string' ? didYouMean(value, field.type.values) : undefined;
  findings.error('FIELD_VALUE', at, `The ${part} does not fit the field: ${problem}.`, hint);
}
