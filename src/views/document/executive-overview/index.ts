import { z } from 'zod';
import type { Design } from '../../../design/model.js';
import { defineView } from '../../../render/view.js';
import { narrated } from '../narrated.js';
import { unansweredWords } from '../requirements/index.js';
import { table } from '../table.js';
import { costWords } from './cost.js';
import { limitRows, limitsLead } from './limits.js';
import { constraintRows, decisionRows, goalRows, leads, nonGoalRows, riskRows } from './reasons.js';
import { assumptionRows, capacityRows, growthLead, tableRowsByStage, workloadRows } from './scale.js';
import { forWhom, gravest, headlineRows, repositoryState, verdict, whatItIs } from './summary.js';

const stages = ['launch', 'months12', 'months36'] as const;

export const executiveOverviewView = defineView({
  templates: ['document/00-executive-overview.md.hbs'],
  schema: z.object({
    whatItIs: z.string(),
    forWhom: z.string(),
    state: z.string(),
    verdict: z.string(),
    gravest: z.string(),
    headlines: table('label', ...stages, 'basis'),
    goalsLead: z.string(),
    goals: table('goal', 'measure', 'measuredBy'),
    decisionsLead: z.string(),
    decisions: table('record', 'question', 'chosen', 'score', 'runnerUp', 'decisive', 'because', 'state'),
    costsLead: z.string(),
    costs: table('record', 'chosen', 'costs', 'change'),
    growthLead: z.string(),
    workload: table('label', ...stages, 'basis', 'formula', 'source'),
    capacityLead: z.string(),
    capacity: table('label', ...stages, 'basis', 'formula', 'source'),
    tablesLead: z.string(),
    tables: table('name', 'rows', 'launch', 'rows36', 'months36'),
    assumptionsLead: z.string(),
    assumptions: table('id', 'text', 'source', 'effect', 'key'),
    costLead: z.string(),
    items: table('label', 'quantity', ...stages, 'later'),
    totals: table('label', ...stages),
    sensitivityLead: z.string(),
    sensitivity: table('label', ...stages),
    budget: z.string(),
    hasCuts: z.boolean(),
    cutsLead: z.string(),
    cuts: table('label', ...stages, 'givesUp'),
    pricesLead: z.string(),
    prices: table('label', 'price', 'per', 'source', 'asOf', 'origin'),
    exitsLead: z.string(),
    exits: table('label', 'days', 'how'),
    limitsLead: z.string(),
    hasLimits: z.boolean(),
    limits: table('component', 'reachedAt', 'used', 'because', 'step'),
    risksLead: z.string(),
    hasRisks: z.boolean(),
    risks: table('id', 'title', 'grade', 'owner', 'trigger', 'mitigation'),
    nonGoalsLead: z.string(),
    nonGoals: table('text', 'because'),
    constraintsLead: z.string(),
    constraints: table('id', 'text', 'effect', 'place'),
    hasTrace: z.boolean(),
    traceLead: z.string(),
    hasUnanswered: z.boolean(),
    unanswered: table('id', 'quote', 'status', 'note'),
    hasQuestions: z.boolean(),
    questions: table('text'),
  }),
});

/** The whole document in short: what the system is for, what was decided, how large it gets, what it costs and what may go wrong. */
export function executiveOverviewWords(design: Design): z.input<typeof executiveOverviewView.schema> {
  return {
    whatItIs: narrated(design, 'summary', '', whatItIs(design)),
    forWhom: forWhom(design),
    state: repositoryState(design),
    verdict: verdict(design),
    gravest: gravest(design),
    headlines: headlineRows(design),
    ...leads(design),
    goals: goalRows(design),
    ...decisionRows(design),
    growthLead: growthLead(design),
    workload: workloadRows(design),
    capacity: capacityRows(design),
    tables: tableRowsByStage(design),
    assumptions: assumptionRows(design),
    ...costWords(design),
    limitsLead: limitsLead(design),
    hasLimits: design.scale.bottlenecks.length > 0,
    limits: limitRows(design),
    hasRisks: design.governance.risks.length > 0,
    risks: riskRows(design),
    nonGoals: nonGoalRows(design),
    constraints: constraintRows(design),
    ...unansweredWords(design),
  };
}
