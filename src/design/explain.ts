import type { Position } from '../blueprint/diagnostic.js';
import { didYouMean } from '../text/nearest.js';
import { BlueprintError } from '../blueprint/diagnostic.js';
import { CONSTANTS } from './constants.js';
import { factsIn, type Basis, type Fact, type Reason, type Unit } from './fact.js';
import type { Design } from './model.js';
import type { AssumptionDesign } from './scale/model.js';

/** A fact with all its reasons, down to the blueprint, the assumptions and the sources. */
export interface FactExplanation {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly unit: Unit;
  readonly basis: Basis;
  /** Empty where `isAbove`. */
  readonly because: readonly ReasonExplanation[];
  /** Whether its reasons were told before, further up. */
  readonly isAbove: boolean;
}

export interface ReasonExplanation {
  readonly text: string;
  readonly at?: Position;
  readonly source?: string;
  readonly assumption?: Pick<AssumptionDesign, 'id' | 'text' | 'overriddenBy' | 'at'>;
  readonly from: readonly FactExplanation[];
}

/** Every fact of a system: what its design holds, and what the generated code fixes. By id. */
export function factsOf(design: Design): ReadonlyMap<string, Fact<unknown>> {
  return new Map(factsIn({ design, CONSTANTS }).map((fact) => [fact.id, fact]));
}

export function explainFact(design: Design, id: string): FactExplanation {
  const facts = factsOf(design);
  const assumptions = new Map(design.scale.assumptions.map((assumption) => [assumption.id, assumption]));
  const told = new Set<string>();

  const explain = (fact: Fact<unknown>): FactExplanation => {
    const isAbove = told.has(fact.id);
    told.add(fact.id);
    const { id: own, label, value, unit, basis, because } = fact;
    return { id: own, label, value, unit, basis, because: isAbove ? [] : because.map(explainReason), isAbove };
  };
  const explainReason = ({ text, from = [], assumption, at, source }: Reason): ReasonExplanation => {
    const found = assumption === undefined ? undefined : assumptions.get(assumption);
    return {
      text,
      ...(at && { at }),
      ...(source !== undefined && { source }),
      ...(found && { assumption: found }),
      from: from.flatMap((one) => facts.get(one) ?? []).map(explain),
    };
  };

  const fact = facts.get(id);
  if (!fact) throw unknown(id, facts);
  return explain(fact);
}

/** Names the nearest id, and those that begin or end with what was asked for. */
function unknown(id: string, facts: ReadonlyMap<string, Fact<unknown>>): BlueprintError {
  const ids = [...facts.keys()];
  const asked = id.toLowerCase();
  const alike = ids.filter((one) => one.toLowerCase().includes(asked)).slice(0, 5);
  const meant = alike.length > 0 ? `There is ${alike.join(', ')}.` : didYouMean(id, ids);
  return new BlueprintError('UNKNOWN_FACT', `There is no fact ${id}.`, {
    hint: [meant, 'The option --facts lists all of them.'].filter(Boolean).join(' '),
  });
}
