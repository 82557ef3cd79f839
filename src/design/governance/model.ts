import type { PartId } from '../../blueprint/parts.js';
import type { Fact } from '../fact.js';

export type Grade = 'low' | 'medium' | 'high';

/** What may go wrong. Texts are Markdown: names stand in back quotes. */
export interface RiskDesign {
  /** `R1` …, the gravest first. */
  readonly id: string;
  readonly title: string;
  readonly likelihood: Grade;
  readonly impact: Grade;
  readonly owner: string;
  /** What shows that it is happening. */
  readonly trigger: string;
  readonly mitigation: string;
  /** Parts of the system whose tests lower it; none where only people, contracts or money do. */
  readonly parts: readonly PartId[];
}

/** A shortcut that was taken on purpose. */
export interface DebtDesign {
  readonly debt: string;
  readonly because: string;
  readonly repayWhen: string;
}

export const HORIZONS = ['before launch', '3 months', '12 months'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Work that is designed and not written. */
export interface RoadmapItem {
  readonly id: string;
  readonly title: string;
  readonly horizon: Horizon;
  readonly parts: readonly PartId[];
  /** Of one engineer. */
  readonly effortWeeks: Fact;
  /** Why then. */
  readonly because: string;
}

/** What the items of one horizon take together. */
export interface RoadmapSpan {
  readonly horizon: Horizon;
  readonly effortWeeks: Fact;
  /** With the team of the constraints. */
  readonly calendarWeeks: Fact;
}

export interface TeamMember {
  readonly role: string;
  readonly people: Fact;
  readonly does: string;
}

export interface GlossaryEntry {
  readonly term: string;
  /** Words of the blueprint where it has some: not Markdown. */
  readonly meaning: string;
  readonly kind: 'domain' | 'technical';
}

/** One thing that an item of the checklist asks for. */
export interface ReadinessCheck {
  readonly what: string;
  /** Tests or workflows of the repository that show it. Empty: it is open. */
  readonly proof: readonly string[];
  /** What remains to be done; only where it is open. */
  readonly remains: string;
}

export interface ReadinessItem {
  readonly number: number;
  readonly title: string;
  readonly checks: readonly ReadinessCheck[];
}

export interface ReadinessDesign {
  readonly items: readonly ReadinessItem[];
  readonly checks: Fact;
  readonly proved: Fact;
  readonly open: Fact;
}

export interface GovernanceDesign {
  readonly goals: readonly { readonly goal: string; readonly measure: string; readonly measuredBy: string }[];
  readonly nonGoals: readonly { readonly text: string; readonly because: string }[];
  readonly risks: readonly RiskDesign[];
  readonly debts: readonly DebtDesign[];
  readonly roadmap: readonly RoadmapItem[];
  readonly spans: readonly RoadmapSpan[];
  readonly engineers: Fact;
  readonly team: readonly TeamMember[];
  readonly glossary: readonly GlossaryEntry[];
  readonly readiness: ReadinessDesign;
}
