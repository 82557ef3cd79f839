import type { Design } from '../model.js';
import type { GovernanceDesign } from './model.js';

/** Goals, risks, debts, roadmap and words of the system. */
export function governanceOf(_: Omit<Design, 'governance'>): GovernanceDesign {
  return { goals: [], nonGoals: [], risks: [], debts: [], roadmap: [], team: [], glossary: [] };
}
