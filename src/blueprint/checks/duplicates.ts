import type { Findings } from '../findings.js';
import type { Code } from '../codes.js';
import type { Position } from '../diagnostic.js';
import { entitiesOf, placeOf, type Check } from './support.js';

interface Named {
  readonly name: string;
  readonly at: Position;
}

/** What YAML itself cannot find: one entity in two contexts, one rule written twice, names that differ by case only. */
export const checkDuplicates: Check = (blueprint, findings) => {
  const entities = entitiesOf(blueprint);
  report(entities, 'an entity', 'DUPLICATE_NAME', findings);
  report(blueprint.contexts, 'a context', 'DUPLICATE_NAME', findings);
  report(blueprint.roles, 'a role', 'DUPLICATE_NAME', findings);
  const assumptions = blueprint.assumptions.map(({ id, at }) => ({ name: id, at }));
  report(assumptions, 'an assumption', 'DUPLICATE_NAME', findings);
  const requirements = blueprint.requirements.map(({ id, at }) => ({ name: id, at }));
  report(requirements, 'a requirement', 'DUPLICATE_NAME', findings);
  for (const entity of entities) {
    report(
      [...entity.fields, ...entity.relations],
      `a field or relation of ${entity.name}`,
      'DUPLICATE_NAME',
      findings,
    );
    report(entity.lifecycle?.actions ?? [], `an action of ${entity.name}`, 'DUPLICATE_NAME', findings);
    const rules = entity.rules.map((rule) => ({ name: rule.id, at: placeOf(rule, 'id') }));
    report(rules, `a rule of ${entity.name}`, 'DUPLICATE_RULE', findings);
  }
};

/** Files and tables do not tell upper from lower case everywhere, so neither do names. */
function report(items: readonly Named[], what: string, code: Code, findings: Findings): void {
  const seen = new Map<string, Named>();
  for (const item of [...items].sort(
    (left, right) => left.at.line - right.at.line || left.at.column - right.at.column,
  )) {
    const first = seen.get(item.name.toLowerCase());
    if (!first) {
      seen.set(item.name.toLowerCase(), item);
      continue;
    }
    const same = first.name === item.name ? 'already' : `already, as "${first.name}",`;
    const hint = code === 'DUPLICATE_RULE' ? 'Give each an `id` of its own.' : 'Rename one of the two.';
    findings.error(code, item.at, `"${item.name}" is the name of ${what} ${same} in line ${first.at.line}.`, hint);
  }
}
