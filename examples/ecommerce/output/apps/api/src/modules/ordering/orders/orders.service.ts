import { Injectable } from '@nestjs/common';
import type { Actor } from '@cartwheel/core/actor';
import { canTake } from '@cartwheel/core/lifecycle';
import {
  type Order,
  type OrderAction,
  type OrderCandidate,
  type OrderData,
  orderRules,
  orderTransitions,
} from '@cartwheel/core/ordering/order';
import type { Page } from '@cartwheel/core/page';
import { brokenRules } from '@cartwheel/core/rules';
import { recordAudit } from '@cartwheel/database/audit';
import { recordEvent } from '@cartwheel/database/outbox';
import { nextNumber } from '@cartwheel/database/sequence';
import { Database, type Transaction } from '@cartwheel/database/tenant';
import { ownerFor } from '../../../http/ownership.js';
import { type CreateOrder, type ListOrders, type OrderView, toOrderView, type UpdateOrder } from './order.dto.js';
import { OrderChangedMeanwhile, OrderNotFound, OrderRuleBroken, OrderTransitionRefused } from './order.errors.js';
import { OrdersRepository } from './orders.repository.js';

@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
  ) {}

  async list(actor: Actor, query: ListOrders): Promise<Page<OrderView>> {
    const page = await this.database.withTenant(actor.tenantId, async (tx) => {
      return this.orders.findPage(tx, actor, query);
    });
    return { ...page, items: page.items.map(toOrderView) };
  }

  get(actor: Actor, id: string): Promise<OrderView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      return toOrderView(await this.findOrThrow(tx, actor, id));
    });
  }

  create(actor: Actor, input: CreateOrder): Promise<OrderView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const data: OrderData = {
        ...input,
        number: await nextNumber(tx, actor.tenantId, 'order.number'),
        status: 'draft',
        buyerId: ownerFor(actor, input.buyerId),
      };
      refuseBroken(data);
      const id = await this.orders.create(tx, actor, data);
      await recordAudit(tx, actor, { action: 'ordering.order:create', entityType: 'Order', entityId: id });
      return toOrderView(await this.findOrThrow(tx, actor, id));
    });
  }

  update(actor: Actor, id: string, { version, ...changes }: UpdateOrder): Promise<OrderView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      refuseBroken({ ...current, ...changes });
      const updated = await this.orders.update(tx, actor, { id, version }, changes);
      if (!updated) throw new OrderChangedMeanwhile(id);
      await recordAudit(tx, actor, {
        action: 'ordering.order:update',
        entityType: 'Order',
        entityId: id,
        changes: { fields: Object.keys(changes) },
      });
      return toOrderView(await this.findOrThrow(tx, actor, id));
    });
  }

  delete(actor: Actor, id: string, version?: number): Promise<void> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      const deleted = await this.orders.delete(tx, actor, { id, version: version ?? current.version });
      if (!deleted) throw new OrderChangedMeanwhile(id);
      await recordAudit(tx, actor, { action: 'ordering.order:delete', entityType: 'Order', entityId: id });
    });
  }

  cancel(actor: Actor, id: string): Promise<OrderView> {
    return this.take(actor, id, 'cancel');
  }

  complete(actor: Actor, id: string): Promise<OrderView> {
    return this.take(actor, id, 'complete');
  }

  markPaid(actor: Actor, id: string): Promise<OrderView> {
    return this.take(actor, id, 'markPaid');
  }

  place(actor: Actor, id: string): Promise<OrderView> {
    return this.take(actor, id, 'place');
  }

  ship(actor: Actor, id: string): Promise<OrderView> {
    return this.take(actor, id, 'ship');
  }

  /** Takes an action of the lifecycle, if the order is in a state that allows it. */
  private take(actor: Actor, id: string, action: OrderAction): Promise<OrderView> {
    const transition = orderTransitions[action];
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      const from = current.status;
      if (!canTake(transition, from, current)) throw new OrderTransitionRefused(id, action, from);
      const changes = { ...transition.sets?.(), status: transition.to };
      refuseBroken({ ...current, ...changes });
      const taken = await this.orders.update(tx, actor, current, changes);
      if (!taken) throw new OrderChangedMeanwhile(id);
      await recordAudit(tx, actor, {
        action: transition.permission,
        entityType: 'Order',
        entityId: id,
        changes: { status: { from, to: transition.to } },
      });
      if (transition.emits !== undefined) {
        const payload = { id, from, to: transition.to };
        await recordEvent(tx, actor.tenantId, { type: transition.emits, entityType: 'Order', entityId: id, payload });
      }
      return toOrderView(await this.findOrThrow(tx, actor, id));
    });
  }

  private async findOrThrow(tx: Transaction, actor: Actor, id: string): Promise<Order> {
    const found = await this.orders.find(tx, actor, id);
    if (!found) throw new OrderNotFound(id);
    return found;
  }
}

function refuseBroken(candidate: OrderCandidate): void {
  const broken = brokenRules(orderRules, candidate);
  if (broken.length > 0) throw new OrderRuleBroken(broken);
}
