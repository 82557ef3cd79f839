import type { PartId } from '../../blueprint/parts.js';
import type { Fact } from '../fact.js';

export interface RiskDesign {
  /** `R1` … */
  readonly id: string;
  readonly title: string;
  readonly likelihood: 'low' | 'medium' | 'high';
  readonly impact: 'low' | 'medium' | 'high';
  readonly owner: string;
  readonly trigger: string;
  readonly mitigation: string;
}

export interface DebtDesign {
  readonly debt: string;
  readonly because: string;
  readonly repayWhen: string;
}

export interface RoadmapItem {
  readonly id: string;
  readonly title: string;
  readonly horizon: 'before launch' | '3 months' | '12 months';
  readonly parts: readonly PartId[];
  readonly effortWeeks: Fact;
}

export interface GovernanceDesign {
  readonly goals: readonly { readonly goal: string; readonly measure: string; readonly measuredBy: string }[];
  readonly nonGoals: readonly { readonly text: string; readonly because: string }[];
  readonly risks: readonly RiskDesign[];
  readonly debts: readonly DebtDesign[];
  readonly roadmap: readonly RoadmapItem[];
  readonly team: readonly { readonly role: string; readonly people: Fact; readonly does: string }[];
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[];
}
