import { Injectable } from '@nestjs/common';
import type { Actor } from '@meridian/core/actor';
import { canTake } from '@meridian/core/lifecycle';
import type { Page } from '@meridian/core/page';
import { brokenRules } from '@meridian/core/rules';
import {
  type Deal,
  type DealAction,
  type DealCandidate,
  type DealData,
  dealRules,
  dealTransitions,
} from '@meridian/core/sales/deal';
import { recordAudit } from '@meridian/database/audit';
import { recordEvent } from '@meridian/database/outbox';
import { nextNumber } from '@meridian/database/sequence';
import { Database, type Transaction } from '@meridian/database/tenant';
import { ownerFor } from '../../../http/ownership.js';
import { type CreateDeal, type DealView, type ListDeals, toDealView, type UpdateDeal } from './deal.dto.js';
import { DealChangedMeanwhile, DealNotFound, DealRuleBroken, DealTransitionRefused } from './deal.errors.js';
import { DealsRepository } from './deals.repository.js';

@Injectable()
export class DealsService {
  constructor(
    private readonly database: Database,
    private readonly deals: DealsRepository,
  ) {}

  async list(actor: Actor, query: ListDeals): Promise<Page<DealView>> {
    const page = await this.database.withTenant(actor.tenantId, async (tx) => {
      return this.deals.findPage(tx, actor, query);
    });
    return { ...page, items: page.items.map(toDealView) };
  }

  get(actor: Actor, id: string): Promise<DealView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      return toDealView(await this.findOrThrow(tx, actor, id));
    });
  }

  create(actor: Actor, input: CreateDeal): Promise<DealView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const data: DealData = {
        ...input,
        number: await nextNumber(tx, actor.tenantId, 'deal.number'),
        outcome: 'open',
        ownerId: ownerFor(actor, input.ownerId),
      };
      refuseBroken(data);
      const id = await this.deals.create(tx, actor, data);
      await recordAudit(tx, actor, { action: 'sales.deal:create', entityType: 'Deal', entityId: id });
      return toDealView(await this.findOrThrow(tx, actor, id));
    });
  }

  update(actor: Actor, id: string, { version, ...changes }: UpdateDeal): Promise<DealView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      if (changes.ownerId !== undefined) changes.ownerId = ownerFor(actor, changes.ownerId);
      refuseBroken({ ...current, ...changes });
      const updated = await this.deals.update(tx, actor, { id, version }, changes);
      if (!updated) throw new DealChangedMeanwhile(id);
      await recordAudit(tx, actor, {
        action: 'sales.deal:update',
        entityType: 'Deal',
        entityId: id,
        changes: { fields: Object.keys(changes) },
      });
      return toDealView(await this.findOrThrow(tx, actor, id));
    });
  }

  delete(actor: Actor, id: string, version?: number): Promise<void> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      const deleted = await this.deals.delete(tx, actor, { id, version: version ?? current.version });
      if (!deleted) throw new DealChangedMeanwhile(id);
      await recordAudit(tx, actor, { action: 'sales.deal:delete', entityType: 'Deal', entityId: id });
    });
  }

  abandon(actor: Actor, id: string): Promise<DealView> {
    return this.take(actor, id, 'abandon');
  }

  lose(actor: Actor, id: string): Promise<DealView> {
    return this.take(actor, id, 'lose');
  }

  reopen(actor: Actor, id: string): Promise<DealView> {
    return this.take(actor, id, 'reopen');
  }

  win(actor: Actor, id: string): Promise<DealView> {
    return this.take(actor, id, 'win');
  }

  /** Takes an action of the lifecycle, if the deal is in a state that allows it. */
  private take(actor: Actor, id: string, action: DealAction): Promise<DealView> {
    const transition = dealTransitions[action];
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      const from = current.outcome;
      if (!canTake(transition, from, current)) throw new DealTransitionRefused(id, action, from);
      const changes = { ...transition.sets?.(), outcome: transition.to };
      refuseBroken({ ...current, ...changes });
      const taken = await this.deals.update(tx, actor, current, changes);
      if (!taken) throw new DealChangedMeanwhile(id);
      await recordAudit(tx, actor, {
        action: transition.permission,
        entityType: 'Deal',
        entityId: id,
        changes: { outcome: { from, to: transition.to } },
      });
      if (transition.emits !== undefined) {
        const payload = { id, from, to: transition.to };
        await recordEvent(tx, actor.tenantId, { type: transition.emits, entityType: 'Deal', entityId: id, payload });
      }
      return toDealView(await this.findOrThrow(tx, actor, id));
    });
  }

  private async findOrThrow(tx: Transaction, actor: Actor, id: string): Promise<Deal> {
    const found = await this.deals.find(tx, actor, id);
    if (!found) throw new DealNotFound(id);
    return found;
  }
}

function refuseBroken(candidate: DealCandidate): void {
  const broken = brokenRules(dealRules, candidate);
  if (broken.length > 0) throw new DealRuleBroken(broken);
}
