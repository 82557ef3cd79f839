import { compileExpression, type ExpressionScope } from '../compile-expression.js';
import type { Rule } from '../model.js';
import type { Place } from '../place.js';
import { defaultMessage, ruleId } from '../rule-words.js';
import type { RuleSource } from '../schema/rule.js';
import { byCodePoint } from '../../text/order.js';

/** Rules of an entity, by id. A rule whose expression is wrong is reported and left out. */
export function buildRules(sources: readonly RuleSource[] | undefined, place: Place, scope: ExpressionScope): Rule[] {
  const rules = (sources ?? []).flatMap((source, index) => buildRule(source, place.child(index), scope) ?? []);
  return rules.sort(
    (left, right) => byCodePoint(left.id, right.id) || byCodePoint(left.expression.source, right.expression.source),
  );
}

function buildRule(source: RuleSource, place: Place, scope: ExpressionScope): Rule | undefined {
  const object = typeof source === 'string' ? { check: source } : source;
  const checkPlace = typeof source === 'string' ? place : place.child('check');
  const expression = compileExpression(object.check, checkPlace, scope);
  if (!expression) return undefined;
  return {
    id: object.id ?? ruleId(expression.source),
    expression,
    message: object.message ?? defaultMessage(expression),
    ...(object.source === undefined ? {} : { source: object.source }),
    at: checkPlace.valueAt,
    places: object.id === undefined ? {} : { id: place.child('id').valueAt },
  };
}
