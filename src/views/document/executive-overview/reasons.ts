import type { Decision } from '../../../design/decisions/model.js';
import type { Design } from '../../../design/model.js';
import { busiestWords } from '../../../design/scale/assumptions.js';
import { markdownTableCell } from '../../../text/escape.js';
import { withCode } from '../choice.js';
import { recordLink } from '../records.js';
import { code, counted, list, number } from '../words.js';
import { assumptionsLead, capacityLead, tablesLead } from './scale.js';

const TOP_RISKS = 5;

/** What stands before each table. */
export function leads(design: Design) {
  const { product, blueprint, governance, decisions, entities, scale } = design;
  const names = busiestWords(entities);
  const own = blueprint.goals.length;
  const generated = decisions.filter(({ part }) => part === 'generated').length;
  const contested = decisions.filter(({ chosen, recommended }) => chosen !== recommended);
  const grave = governance.risks.filter(({ impact }) => impact === 'high').length;
  return {
    goalsLead:
      (own === 0
        ? `The blueprint of ${product.name} states no goal of its own. `
        : `${counted(own, 'goal')} ${own === 1 ? 'is' : 'are'} the author’s own. `) +
      `What else ${names} are held to follows from the qualities and constraints of ${code('blueprint.yaml')}; a figure says in brackets whether it is given, a target or modelled.`,
    decisionsLead:
      `${counted(decisions.length, 'decision')} shape how ${names} are served; ${number(generated)} of them ${generated === 1 ? 'is' : 'are'} in the code already. ` +
      (contested.length === 0
        ? `Each scores best for ${names} among the options that no rule excludes.`
        : `${list(contested.map(({ title }) => title))} ${contested.length === 1 ? 'departs' : 'depart'} from the best score for ${product.name}, and the record says why.`),
    costsLead: `Nothing above is free: this is what people who work with ${names} give up, and what the next best choice would change.`,
    capacityLead: capacityLead(design),
    tablesLead: tablesLead(design),
    assumptionsLead: assumptionsLead(design),
    risksLead:
      governance.risks.length === 0
        ? `No risk is known that would stop ${names}.`
        : `The gravest of ${counted(governance.risks.length, 'risk')} that threaten ${names}, ${number(grave)} of which would hit hard; [appendix B](appendix-b-risks-and-roadmap.md) has the whole register.`,
    nonGoalsLead: `A reader may look for the following around ${names} and will not find it, on purpose.`,
    constraintsLead: `What the design of ${product.name} may not change: ${counted(scale.constraints.length, 'constraint')} on how ${names} are kept and served.`,
  };
}

export function goalRows({ governance }: Design): Record<'goal' | 'measure' | 'measuredBy', string>[] {
  return governance.goals.map(({ goal, measure, measuredBy }) => ({
    goal: markdownTableCell(goal),
    measure: inCell(measure),
    measuredBy: inCell(measuredBy),
  }));
}

/** Rows of both tables about decisions. */
export function decisionRows({ decisions }: Design) {
  return {
    decisions: decisions.map((decision) => ({
      record: recordLink(decision),
      question: markdownTableCell(decision.question),
      chosen: chosenTitle(decision),
      score: scoreOf(decision, decision.chosen),
      runnerUp: `${optionTitle(decision, decision.runnerUp)}, ${scoreOf(decision, decision.runnerUp)}`,
      decisive: inCell(decision.decisive.what),
      because: inCell(decision.decisive.because),
      state: `**${decision.part}**`,
    })),
    costs: decisions.map((decision) => ({
      record: recordLink(decision),
      chosen: chosenTitle(decision),
      costs: decision.costs.map(inCell).join(' '),
      change: inCell(decision.change),
    })),
  };
}

function chosenTitle(decision: Decision): string {
  return optionTitle(decision, decision.chosen);
}

function optionTitle({ options }: Decision, option: string): string {
  return markdownTableCell(options.find(({ id }) => id === option)?.title ?? option);
}

function scoreOf({ options }: Decision, option: string): string {
  return number(options.find(({ id }) => id === option)?.total.value ?? 0);
}

export function riskRows({
  governance,
}: Design): Record<'id' | 'title' | 'grade' | 'owner' | 'trigger' | 'mitigation', string>[] {
  return governance.risks.slice(0, TOP_RISKS).map(({ id, title, likelihood, impact, owner, trigger, mitigation }) => ({
    id,
    title: inCell(title),
    grade: `${likelihood}, ${impact}`,
    owner: markdownTableCell(owner),
    trigger: inCell(trigger),
    mitigation: inCell(mitigation),
  }));
}

export function nonGoalRows({ governance }: Design): Record<'text' | 'because', string>[] {
  return governance.nonGoals.map(({ text, because }) => ({ text: markdownTableCell(text), because: inCell(because) }));
}

export function constraintRows({ scale }: Design): Record<'id' | 'text' | 'effect' | 'place', string>[] {
  return scale.constraints.map(({ id, text, effect, at }) => ({
    id,
    text: markdownTableCell(text),
    effect: markdownTableCell(effect),
    place: at ? code('blueprint.yaml') : 'default of the language',
  }));
}

function inCell(text: string): string {
  // Nothing in a cell can begin a list.
  return withCode(text)
    .replace(/^(\d+)\\([.)])/, '$1$2')
    .replaceAll(/(?<!\\)\|/g, '\\|');
}
