import { z } from 'zod';
import { type Deal, DEAL_OUTCOMES } from '@meridian/core/sales/deal';
import { date, datetime, int, money, text, toDay } from '../../../http/fields.js';
import { anyOf } from '../../../http/filters.js';
import { page, pageOf } from '../../../http/paging.js';

export const createDeal = z
  .strictObject({
    title: text({ max: 200 }),
    expectedCloseOn: date(),
    probability: int({ min: 0, max: 100 }).default(10),
    value: money(),
    closedAt: datetime().nullable().default(null),
    lossNote: text({ max: 500 }).nullable().default(null),
    nextStep: text({ max: 300 }).nullable().default(null),
    accountId: z.uuid(),
    leadId: z.uuid().nullable().default(null),
    lossReasonId: z.uuid().nullable().default(null),
    ownerId: z.uuid().nullable().default(null),
    pipelineId: z.uuid(),
    stageId: z.uuid(),
    territoryId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'CreateDeal' });
export type CreateDeal = z.infer<typeof createDeal>;

/** Only what changes, and the version that the change was made from. */
export const updateDeal = z
  .strictObject({
    version: z.int().min(1),
    title: text({ max: 200 }).optional(),
    expectedCloseOn: date().optional(),
    probability: int({ min: 0, max: 100 }).optional(),
    value: money().optional(),
    closedAt: datetime().nullable().optional(),
    lossNote: text({ max: 500 }).nullable().optional(),
    nextStep: text({ max: 300 }).nullable().optional(),
    accountId: z.uuid().optional(),
    lossReasonId: z.uuid().nullable().optional(),
    ownerId: z.uuid().nullable().optional(),
    pipelineId: z.uuid().optional(),
    stageId: z.uuid().optional(),
    territoryId: z.uuid().nullable().optional(),
  })
  .meta({ id: 'UpdateDeal' });
export type UpdateDeal = z.infer<typeof updateDeal>;

export const listDeals = page([
  '-createdAt',
  'createdAt',
  'expectedCloseOn',
  '-expectedCloseOn',
  'number',
  '-number',
  'probability',
  '-probability',
]).extend({
  outcome: anyOf(DEAL_OUTCOMES).optional(),
  ownerId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  stageId: z.uuid().optional(),
  territoryId: z.uuid().optional(),
  search: text({ max: 200 }).optional(),
});
export type ListDeals = z.infer<typeof listDeals>;

export const dealView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    number: z.string(),
    title: z.string(),
    expectedCloseOn: z.iso.date(),
    probability: z.int(),
    value: money(),
    closedAt: z.iso.datetime().nullable(),
    lossNote: z.string().nullable(),
    nextStep: z.string().nullable(),
    outcome: z.enum(DEAL_OUTCOMES),
    accountId: z.uuid(),
    leadId: z.uuid().nullable(),
    lossReasonId: z.uuid().nullable(),
    ownerId: z.uuid().nullable(),
    pipelineId: z.uuid(),
    stageId: z.uuid(),
    territoryId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.uuid(),
  })
  .meta({ id: 'Deal' });
export type DealView = z.infer<typeof dealView>;

export const dealPage = pageOf(dealView).meta({ id: 'DealPage' });

/** What leaves the API: a list of what may, so that a new column does not. */
export function toDealView(deal: Deal): DealView {
  return {
    id: deal.id,
    version: deal.version,
    number: deal.number.toString(),
    title: deal.title,
    expectedCloseOn: toDay(deal.expectedCloseOn),
    probability: deal.probability,
    value: deal.value,
    closedAt: deal.closedAt?.toISOString() ?? null,
    lossNote: deal.lossNote,
    nextStep: deal.nextStep,
    outcome: deal.outcome,
    accountId: deal.accountId,
    leadId: deal.leadId,
    lossReasonId: deal.lossReasonId,
    ownerId: deal.ownerId,
    pipelineId: deal.pipelineId,
    stageId: deal.stageId,
    territoryId: deal.territoryId,
    createdAt: deal.createdAt.toISOString(),
    updatedAt: deal.updatedAt.toISOString(),
    createdBy: deal.createdBy,
  };
}
