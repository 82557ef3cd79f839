import { engineersOf } from '../decisions/situation.js';
import { debtsOf } from './debts.js';
import { glossaryOf } from './glossary.js';
import { goalsOf } from './goals.js';
import type { GovernanceDesign } from './model.js';
import { nonGoalsOf } from './non-goals.js';
import { readinessOf } from './readiness.js';
import { risksOf } from './risks.js';
import { roadmapOf, spansOf } from './roadmap.js';
import type { GovernanceSource } from './source.js';
import { teamOf } from './team.js';

/** Goals, risks, debts, roadmap and words of the system. */
export function governanceOf(design: GovernanceSource): GovernanceDesign {
  const engineers = engineersOf(design);
  const roadmap = roadmapOf(design);
  const spans = spansOf(roadmap, engineers);
  return {
    goals: goalsOf(design),
    nonGoals: nonGoalsOf(design),
    risks: risksOf(design, { engineers, roadmap, spans }),
    debts: debtsOf(design),
    roadmap,
    spans,
    engineers,
    team: teamOf(design, engineers),
    glossary: glossaryOf(design),
    readiness: readinessOf(design),
  };
}
