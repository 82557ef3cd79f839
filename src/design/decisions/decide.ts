import { GENERATED_OPTIONS } from '../../blueprint/not-generated.js';
import { STACK_OPTIONS } from '../../blueprint/model.js';
import { isGenerated } from '../../blueprint/parts.js';
import { number } from '../amount.js';
import type { Criterion, Decision, ScoredOption } from './model.js';
import type { CriterionRule, OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { capital } from '../../text/case.js';

/** Makes one decision for one system: weighs, scores, and chooses what is pinned, what is generated, or else the best. */
export function decide(question: Question, situation: Situation, position: number): Decision {
  const criteria = question.criteria(situation).map((rule) => criterionOf(question, rule));
  const scored = question.options.map((rule) => scoredOption(question, rule, criteria, situation));
  const options = [...scored].sort(
    (a, b) => Number(a.unfit !== undefined) - Number(b.unfit !== undefined) || compare(a, b),
  );
  const [best] = options;
  if (!best) throw new Error(`The decision ${question.id} has no option.`);

  const pinned = pinOf(question, situation);
  const allowed = allowedOptions(question, situation);
  const chosen = pinned ? optionOf(options, pinned.option) : (options.find(({ id }) => allowed.includes(id)) ?? best);
  const runnerUp = options.find((option) => option !== chosen) ?? best;
  const why = pinned ? 'pinned' : chosen === best ? 'best' : 'generated';
  const rule = ruleOf(question, chosen.id);
  return {
    number: position,
    id: question.id,
    ...(question.slot && { slot: question.slot }),
    title: question.title,
    question: question.question,
    context: question.context(situation),
    criteria,
    options,
    recommended: best.id,
    chosen: chosen.id,
    runnerUp: runnerUp.id,
    why,
    ...(pinned && { pinnedAt: pinned.at }),
    because: reasonOf({ chosen, runnerUp, best, criteria, why, about: situation.main.many }),
    decisive: decisiveOf(chosen, runnerUp, criteria, why),
    costs: [...rule.costs(situation), ...gapOf(question, situation, chosen)],
    risks: rule.risks(situation),
    revisitWhen: rule.revisitWhen(situation),
    alternatives: question.alternatives(situation),
    change: ruleOf(question, runnerUp.id).change(situation),
    figures: [...situation.figures, ...(question.figures?.(situation) ?? [])],
    part: isWritten(question, situation, chosen) ? 'generated' : 'designed',
  };
}

function compare(a: ScoredOption, b: ScoredOption): number {
  return b.total.value - a.total.value;
}

function criterionOf(
  { id }: Question,
  { id: criterion, label, weight, because, from = [], at }: CriterionRule,
): Criterion {
  const reason = { text: because, ...(from.length > 0 && { from: from.map((fact) => fact.id) }), ...(at && { at }) };
  return {
    id: criterion,
    label,
    weight: {
      id: `decisions.${id}.weight.${criterion}`,
      label: `weight of "${label}"`,
      value: weight,
      unit: 'none',
      basis: 'rule',
      because: [reason],
    },
  };
}

function scoredOption(
  { id }: Question,
  rule: OptionRule,
  criteria: readonly Criterion[],
  situation: Situation,
): ScoredOption {
  const given = rule.scores(situation);
  const scores = Object.fromEntries(
    criteria.map((criterion) => {
      const [score, because] = given[criterion.id] ?? [0, 'not compared yet'];
      return [criterion.id, { score, because }];
    }),
  );
  const weights = criteria.reduce((sum, { weight }) => sum + weight.value, 0);
  const points = criteria.map(({ id: criterion, weight }) => [weight.value, scores[criterion]?.score ?? 0] as const);
  const total = Math.round((100 * points.reduce((sum, [weight, score]) => sum + weight * score, 0)) / weights) / 100;
  const unfit = rule.unfit?.(situation);
  return {
    id: rule.id,
    title: rule.title,
    about: aboutOf(rule),
    ...(rule.product && { product: rule.product }),
    ...(unfit !== undefined && { unfit }),
    scores,
    total: {
      id: `decisions.${id}.total.${rule.id}`,
      label: `weighted score of ${rule.title}`,
      value: total,
      unit: 'none',
      basis: 'rule',
      because: [
        {
          text: `(${points.map(([weight, score]) => `${weight} × ${number(score)}`).join(' + ')}) ÷ ${weights} = ${number(total)}`,
          from: criteria.map(({ weight }) => weight.id),
        },
      ],
    },
    pros: rule.pros(situation),
    cons: rule.cons(situation),
    evidence: rule.evidence ?? [],
  };
}

function aboutOf({ title, about, product }: OptionRule): string {
  if (!product) return about ?? title;
  return `${product.version}, supported until ${product.supportedUntil}, ${product.licence}`;
}

function pinOf(question: Question, situation: Situation): ReturnType<NonNullable<Question['pinned']>> {
  return question.slot ? situation.blueprint.stack[question.slot] : question.pinned?.(situation);
}

/**
 * What may be chosen where nothing is pinned: what the generator writes wherever it writes the default, else whatever the language offers.
 * A designed slot is free: nothing in the repository contradicts its best option.
 */
function allowedOptions(question: Question, situation: Situation): readonly string[] {
  const generated = generatedOptions(question, situation);
  if (!question.slot) return generated;
  const offered: readonly string[] = STACK_OPTIONS[question.slot];
  return generated.includes(offered[0] ?? '') ? generated.filter((id) => offered.includes(id)) : offered;
}

function generatedOptions({ slot, generated }: Question, situation: Situation): readonly string[] {
  return (slot ? GENERATED_OPTIONS[slot] : generated?.(situation)) ?? [];
}

function isWritten(question: Question, situation: Situation, { id }: ScoredOption): boolean {
  const part = question.parts?.[id];
  return part === undefined ? generatedOptions(question, situation).includes(id) : isGenerated(part);
}

/** What the repository holds instead of an option that cannot be generated yet. */
function gapOf(question: Question, situation: Situation, chosen: ScoredOption): readonly string[] {
  const [written] = generatedOptions(question, situation);
  if (written === undefined || generatedOptions(question, situation).includes(chosen.id)) return [];
  const { title } = ruleOf(question, written);
  return [`Until ${chosen.title} can be generated, ${situation.main.many} are served with ${title}.`];
}

function optionOf(options: readonly ScoredOption[], id: string): ScoredOption {
  const found = options.find((option) => option.id === id);
  if (!found) throw new Error(`No decision compares ${id}.`);
  return found;
}

function ruleOf({ id, options }: Question, option: string): OptionRule {
  const found = options.find((rule) => rule.id === option);
  if (!found) throw new Error(`The decision ${id} has no option ${option}.`);
  return found;
}

/** The totals, and the criterion on which the chosen one gains or loses most. */
function reasonOf({
  chosen,
  runnerUp,
  best,
  criteria,
  why,
  about,
}: {
  readonly chosen: ScoredOption;
  readonly runnerUp: ScoredOption;
  readonly best: ScoredOption;
  readonly criteria: readonly Criterion[];
  readonly why: Decision['why'];
  readonly about: string;
}): string {
  const strongest = strongestOf(chosen, runnerUp, criteria);
  const totals = `for a system around ${about}, ${chosen.title} scores ${number(chosen.total.value)} of 5 and ${runnerUp.title} ${number(runnerUp.total.value)}`;
  if (runnerUp.unfit !== undefined && why === 'best')
    return `${capital(totals)}, and a rule excludes the latter: ${runnerUp.unfit}.`;
  const decisive = strongest
    ? `; decisive is ${strongest.label} (weight ${number(strongest.weight.value)}): ${chosen.scores[strongest.id]?.because ?? ''}`
    : '';
  if (why === 'best') return `${capital(totals)}${decisive}.`;
  const lost = `${best.title} scores ${number(best.total.value)} against ${number(chosen.total.value)}`;
  const excluded =
    chosen.unfit === undefined
      ? `although ${lost}.`
      : `although a rule speaks against it: ${chosen.unfit}. What is left scores ${number(best.total.value)}: ${best.title}.`;
  if (why === 'pinned') {
    return best === chosen
      ? `The blueprint fixes it, and it is also the best: ${totals}${decisive}.`
      : `The blueprint fixes it, ${excluded}`;
  }
  return `The generator writes it, ${excluded} The better one is recommended as soon as it can be generated.`;
}

/** The criterion on which the chosen option gains most over the runner-up, if there is one. */
function strongestOf(
  chosen: ScoredOption,
  runnerUp: ScoredOption,
  criteria: readonly Criterion[],
): Criterion | undefined {
  const score = (option: ScoredOption, { id }: Criterion): number => option.scores[id]?.score ?? 0;
  const lead = (criterion: Criterion): number =>
    criterion.weight.value * (score(chosen, criterion) - score(runnerUp, criterion));
  return criteria.filter((criterion) => lead(criterion) > 0).sort((a, b) => lead(b) - lead(a))[0];
}

/** The same reason in two short cells. */
function decisiveOf(
  chosen: ScoredOption,
  runnerUp: ScoredOption,
  criteria: readonly Criterion[],
  why: Decision['why'],
): Decision['decisive'] {
  if (why === 'pinned') return { what: 'the blueprint', because: 'it fixes the choice' };
  if (why === 'generated') return { what: 'the generator', because: 'it writes no other yet' };
  if (runnerUp.unfit !== undefined) return { what: 'a rule', because: runnerUp.unfit };
  const strongest = strongestOf(chosen, runnerUp, criteria);
  return strongest
    ? { what: strongest.label, because: chosen.scores[strongest.id]?.because ?? '' }
    : { what: 'no criterion', because: 'the options score alike' };
}
