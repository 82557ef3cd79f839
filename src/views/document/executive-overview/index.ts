import { z } from 'zod';
import type { Design } from '../../../design/model.js';
import { defineView } from '../../../render/view.js';
import { tableRows } from '../table-schema.js';
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
    headlines: tableRows('label', ...stages, 'basis'),
    goalsLead: z.string(),
    goals: tableRows('goal', 'measure', 'measuredBy'),
    decisionsLead: z.string(),
    decisions: tableRows('record', 'question', 'chosen', 'score', 'runnerUp', 'decisive', 'because', 'state'),
    costsLead: z.string(),
    costs: tableRows('record', 'chosen', 'costs', 'change'),
    growthLead: z.string(),
    workload: tableRows('label', ...stages, 'basis', 'formula', 'source'),
    capacityLead: z.string(),
    capacity: tableRows('label', ...stages, 'basis', 'formula', 'source'),
    tablesLead: z.string(),
    tables: tableRows('name', 'rows', 'launch', 'rows36', 'months36'),
    assumptionsLead: z.string(),
    assumptions: tableRows('id', 'text', 'source', 'effect', 'key'),
    costLead: z.string(),
    items: tableRows('label', 'quantity', ...stages, 'later'),
    totals: tableRows('label', ...stages),
    sensitivityLead: z.string(),
    sensitivity: tableRows('label', ...stages),
    budget: z.string(),
    hasCuts: z.boolean(),
    cutsLead: z.string(),
    cuts: tableRows('label', ...stages, 'givesUp'),
    pricesLead: z.string(),
    prices: tableRows('label', 'price', 'per', 'source', 'asOf', 'origin'),
    exitsLead: z.string(),
    exits: tableRows('label', 'days', 'how'),
    limitsLead: z.string(),
    hasLimits: z.boolean(),
    limits: tableRows('component', 'reachedAt', 'used', 'because', 'step'),
    risksLead: z.string(),
    hasRisks: z.boolean(),
    risks: tableRows('id', 'title', 'grade', 'owner', 'trigger', 'mitigation'),
    nonGoalsLead: z.string(),
    nonGoals: tableRows('text', 'because'),
    constraintsLead: z.string(),
    constraints: tableRows('id', 'text', 'effect', 'place'),
  }),
});

/** The whole document in short: what the system is for, what was decided, how large it gets, what it costs and what may go wrong. */
export function executiveOverviewWords(design: Design): z.input<typeof executiveOverviewView.schema> {
  return {
    whatItIs: whatItIs(design),
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
  };
}
