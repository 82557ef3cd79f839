import { Injectable } from '@nestjs/common';
import type { Actor } from '@meridian/core/actor';
import type { Page } from '@meridian/core/page';
import type { Deal, DealData } from '@meridian/core/sales/deal';
import type { Prisma } from '@meridian/database/generated/client';
import { keyset, type SortColumns } from '@meridian/database/keyset';
import { type Refusals, refusedBy } from '@meridian/database/refusals';
import { visibleTo } from '@meridian/database/scope';
import { containing } from '@meridian/database/search';
import type { Transaction } from '@meridian/database/tenant';
import { amountOf, currencyOf, toMoney } from '@meridian/database/values';
import type { ListDeals } from './deal.dto.js';
import {
  DealAccountUnknown,
  DealInUse,
  DealLeadUnknown,
  DealLossReasonUnknown,
  DealNumberTaken,
  DealOwnerUnknown,
  DealPipelineUnknown,
  DealStageUnknown,
  DealTerritoryUnknown,
} from './deal.errors.js';

type DealRow = Prisma.DealGetPayload<object>;

const sortColumns: SortColumns = {
  createdAt: { column: 'createdAt', kind: 'date' },
  expectedCloseOn: { column: 'expectedCloseOn', kind: 'date' },
  number: { column: 'number', kind: 'bigint' },
  probability: { column: 'probability', kind: 'number' },
};

const refusals: Refusals = {
  deals_number_key: () => new DealNumberTaken(),
  deals_account_id_fkey: () => new DealAccountUnknown(),
  deals_lead_id_fkey: () => new DealLeadUnknown(),
  deals_loss_reason_id_fkey: () => new DealLossReasonUnknown(),
  deals_owner_id_fkey: () => new DealOwnerUnknown(),
  deals_pipeline_id_fkey: () => new DealPipelineUnknown(),
  deals_stage_id_fkey: () => new DealStageUnknown(),
  deals_territory_id_fkey: () => new DealTerritoryUnknown(),
};

const uses: Refusals = {
  quotes_deal_id_fkey: () => new DealInUse('quotes'),
};

/** The only file that knows how deals are stored. Every query is scoped to one organization. */
@Injectable()
export class DealsRepository {
  /**
   * Served by the indexes
   * - deals_tenant_id_created_at_id_idx (GET /api/v1/deals)
   * - deals_tenant_id_outcome_created_at_id_idx (GET /api/v1/deals?outcome=)
   * - deals_tenant_id_owner_id_created_at_id_idx (GET /api/v1/deals?ownerId=)
   * - deals_tenant_id_account_id_created_at_id_idx (GET /api/v1/deals?accountId=)
   * - deals_tenant_id_stage_id_created_at_id_idx (GET /api/v1/deals?stageId=)
   * - deals_tenant_id_territory_id_created_at_id_idx (GET /api/v1/deals?territoryId=)
   * - deals_tenant_id_expected_close_on_id_idx (GET /api/v1/deals?sort=expectedCloseOn)
   * - deals_tenant_id_number_id_idx (GET /api/v1/deals?sort=number)
   * - deals_tenant_id_probability_id_idx (GET /api/v1/deals?sort=probability)
   */
  async findPage(tx: Transaction, actor: Actor, query: ListDeals): Promise<Page<Deal>> {
    const order = keyset<Prisma.DealWhereInput, Prisma.DealOrderByWithRelationInput>(sortColumns, query);
    const rows = await tx.deal.findMany({
      where: {
        ownerId: query.ownerId,
        accountId: query.accountId,
        stageId: query.stageId,
        territoryId: query.territoryId,
        outcome: { in: query.outcome },
        AND: [{ ...visibleTo(actor, 'ownerId') }, ...order.after, searching(query.search)],
      },
      orderBy: order.orderBy,
      take: order.take,
    });
    return order.toPage(rows, toDeal);
  }

  async find(tx: Transaction, actor: Actor, id: string): Promise<Deal | undefined> {
    const row = await tx.deal.findFirst({
      where: { id, ...visibleTo(actor, 'ownerId') },
    });
    return row ? toDeal(row) : undefined;
  }

  async create(tx: Transaction, actor: Actor, { value, ...data }: DealData): Promise<string> {
    const { tenantId, userId } = actor;
    const { id } = await tx.deal
      .create({
        data: {
          ...data,
          valueAmount: amountOf(value),
          valueCurrency: currencyOf(value),
          tenantId,
          createdBy: userId,
          updatedBy: userId,
        },
        select: { id: true },
      })
      .catch(refusedBy(refusals));
    return id;
  }

  /** False when the deal is no longer at this version. */
  async update(
    tx: Transaction,
    actor: Actor,
    { id, version }: Pick<Deal, 'id' | 'version'>,
    { value, ...changes }: Partial<DealData>,
  ): Promise<boolean> {
    const { count } = await tx.deal
      .updateMany({
        where: { tenantId: actor.tenantId, id, version },
        data: {
          ...changes,
          valueAmount: amountOf(value),
          valueCurrency: currencyOf(value),
          updatedBy: actor.userId,
          version: { increment: 1 },
        },
      })
      .catch(refusedBy(refusals));
    return count === 1;
  }

  /** False when the deal is no longer at this version. */
  async delete(tx: Transaction, actor: Actor, { id, version }: Pick<Deal, 'id' | 'version'>): Promise<boolean> {
    const { count } = await tx.deal
      .deleteMany({ where: { tenantId: actor.tenantId, id, version } })
      .catch(refusedBy(uses));
    return count === 1;
  }
}

function searching(search: string | undefined): Prisma.DealWhereInput {
  if (search === undefined) return {};
  return { OR: [{ title: containing(search) }, { nextStep: containing(search) }] };
}

function toDeal({ valueAmount, valueCurrency, ...row }: DealRow): Deal {
  return {
    ...row,
    value: toMoney(valueAmount, valueCurrency),
    outcome: row.outcome as Deal['outcome'],
  };
}
