import type { Transition } from '../lifecycle.js';
import type { Money } from '../money.js';
import type { Rule } from '../rules.js';
import type { Stored } from '../stored.js';

export const DEAL_OUTCOMES = ['open', 'won', 'lost', 'abandoned'] as const;
export type DealOutcome = (typeof DEAL_OUTCOMES)[number];

/** Something an account may buy from us, and what it is worth. */
export interface DealData {
  readonly number: bigint;
  readonly title: string;
  readonly expectedCloseOn: Date;
  readonly probability: number;
  readonly value: Money;
  readonly closedAt: Date | null;
  readonly lossNote: string | null;
  readonly nextStep: string | null;
  readonly outcome: DealOutcome;
  readonly accountId: string;
  readonly leadId: string | null;
  readonly lossReasonId: string | null;
  readonly ownerId: string | null;
  readonly pipelineId: string;
  readonly stageId: string;
  readonly territoryId: string | null;
}

export type Deal = Stored & DealData;

/** What the rules read. */
export type DealCandidate = Pick<DealData, 'value'>;

/** Conditions that hold for every stored deal. */
export const dealRules: readonly Rule<DealCandidate>[] = [
  {
    id: 'value-amount-at-least-0',
    expression: 'value.amount >= 0',
    message: 'A deal is never worth less than nothing.',
    holds: (candidate) => candidate.value.amount >= 0,
  },
];

export type DealAction = 'abandon' | 'lose' | 'reopen' | 'win';

/** The lifecycle of a deal: which action leads from which states to which. */
export const dealTransitions: Readonly<Record<DealAction, Transition<DealOutcome, Deal>>> = {
  abandon: {
    permission: 'sales.deal:abandon',
    from: ['open'],
    to: 'abandoned',
    emits: 'deal.abandoned',
    sets: () => ({ closedAt: new Date() }),
  },
  lose: {
    permission: 'sales.deal:lose',
    from: ['open'],
    to: 'lost',
    emits: 'deal.lost',
    when: { expression: 'lossNote != null', holds: (candidate) => candidate.lossNote !== null },
    sets: () => ({ closedAt: new Date(), probability: 0 }),
  },
  reopen: {
    permission: 'sales.deal:reopen',
    from: ['lost', 'abandoned'],
    to: 'open',
    emits: 'deal.reopened',
  },
  win: {
    permission: 'sales.deal:win',
    from: ['open'],
    to: 'won',
    emits: 'deal.won',
    when: { expression: 'value.amount > 0', holds: (candidate) => candidate.value.amount > 0 },
    sets: () => ({ closedAt: new Date(), probability: 100 }),
  },
};
