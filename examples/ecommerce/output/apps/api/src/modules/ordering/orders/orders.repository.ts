import { Injectable } from '@nestjs/common';
import type { Actor } from '@cartwheel/core/actor';
import type { Order, OrderData } from '@cartwheel/core/ordering/order';
import type { Page } from '@cartwheel/core/page';
import type { Prisma } from '@cartwheel/database/generated/client';
import { keyset, type SortColumns } from '@cartwheel/database/keyset';
import { type Refusals, refusedBy } from '@cartwheel/database/refusals';
import { visibleTo } from '@cartwheel/database/scope';
import { containing } from '@cartwheel/database/search';
import type { Transaction } from '@cartwheel/database/tenant';
import { amountOf, currencyOf, toMoney } from '@cartwheel/database/values';
import type { ListOrders } from './order.dto.js';
import {
  OrderBillingAddressUnknown,
  OrderBuyerUnknown,
  OrderCouponUnknown,
  OrderCustomerUnknown,
  OrderInUse,
  OrderNumberTaken,
  OrderReplacesUnknown,
  OrderShippingAddressUnknown,
} from './order.errors.js';

type OrderRow = Prisma.OrderGetPayload<object>;

const sortColumns: SortColumns = {
  createdAt: { column: 'createdAt', kind: 'date' },
  number: { column: 'number', kind: 'bigint' },
  placedAt: { column: 'placedAt', kind: 'date', nullable: true },
};

const refusals: Refusals = {
  orders_number_key: () => new OrderNumberTaken(),
  orders_billing_address_id_fkey: () => new OrderBillingAddressUnknown(),
  orders_buyer_id_fkey: () => new OrderBuyerUnknown(),
  orders_coupon_id_fkey: () => new OrderCouponUnknown(),
  orders_customer_id_fkey: () => new OrderCustomerUnknown(),
  orders_replaces_id_fkey: () => new OrderReplacesUnknown(),
  orders_shipping_address_id_fkey: () => new OrderShippingAddressUnknown(),
};

const uses: Refusals = {
  invoices_order_id_fkey: () => new OrderInUse('invoices'),
  payments_order_id_fkey: () => new OrderInUse('payments'),
  shipments_order_id_fkey: () => new OrderInUse('shipments'),
};

/** The only file that knows how orders are stored. Every query is scoped to one organization. */
@Injectable()
export class OrdersRepository {
  /**
   * Served by the indexes
   * - orders_tenant_id_created_at_id_idx (GET /api/v1/orders)
   * - orders_tenant_id_status_created_at_id_idx (GET /api/v1/orders?status=)
   * - orders_tenant_id_customer_id_created_at_id_idx (GET /api/v1/orders?customerId=)
   * - orders_tenant_id_number_id_idx (GET /api/v1/orders?sort=number)
   * - orders_tenant_id_placed_at_id_idx (GET /api/v1/orders?sort=placedAt)
   * - orders_tenant_id_buyer_id_created_at_id_idx (GET /api/v1/orders, for members who see their own orders only)
   */
  async findPage(tx: Transaction, actor: Actor, query: ListOrders): Promise<Page<Order>> {
    const order = keyset<Prisma.OrderWhereInput, Prisma.OrderOrderByWithRelationInput>(sortColumns, query);
    const rows = await tx.order.findMany({
      where: {
        customerId: query.customerId,
        status: { in: query.status },
        AND: [{ ...visibleTo(actor, 'buyerId') }, ...order.after, searching(query.search)],
      },
      orderBy: order.orderBy,
      take: order.take,
    });
    return order.toPage(rows, toOrder);
  }

  async find(tx: Transaction, actor: Actor, id: string): Promise<Order | undefined> {
    const row = await tx.order.findFirst({
      where: { id, ...visibleTo(actor, 'buyerId') },
    });
    return row ? toOrder(row) : undefined;
  }

  async create(
    tx: Transaction,
    actor: Actor,
    { discount, shippingFee, subtotal, total, ...data }: OrderData,
  ): Promise<string> {
    const { tenantId, userId } = actor;
    const { id } = await tx.order
      .create({
        data: {
          ...data,
          discountAmount: amountOf(discount),
          discountCurrency: currencyOf(discount),
          shippingFeeAmount: amountOf(shippingFee),
          shippingFeeCurrency: currencyOf(shippingFee),
          subtotalAmount: amountOf(subtotal),
          subtotalCurrency: currencyOf(subtotal),
          totalAmount: amountOf(total),
          totalCurrency: currencyOf(total),
          tenantId,
          createdBy: userId,
          updatedBy: userId,
        },
        select: { id: true },
      })
      .catch(refusedBy(refusals));
    return id;
  }

  /** False when the order is no longer at this version. */
  async update(
    tx: Transaction,
    actor: Actor,
    { id, version }: Pick<Order, 'id' | 'version'>,
    { discount, shippingFee, subtotal, total, ...changes }: Partial<OrderData>,
  ): Promise<boolean> {
    const { count } = await tx.order
      .updateMany({
        where: { tenantId: actor.tenantId, id, version },
        data: {
          ...changes,
          discountAmount: amountOf(discount),
          discountCurrency: currencyOf(discount),
          shippingFeeAmount: amountOf(shippingFee),
          shippingFeeCurrency: currencyOf(shippingFee),
          subtotalAmount: amountOf(subtotal),
          subtotalCurrency: currencyOf(subtotal),
          totalAmount: amountOf(total),
          totalCurrency: currencyOf(total),
          updatedBy: actor.userId,
          version: { increment: 1 },
        },
      })
      .catch(refusedBy(refusals));
    return count === 1;
  }

  /** False when the order is no longer at this version. */
  async delete(tx: Transaction, actor: Actor, { id, version }: Pick<Order, 'id' | 'version'>): Promise<boolean> {
    const { count } = await tx.order
      .deleteMany({ where: { tenantId: actor.tenantId, id, version } })
      .catch(refusedBy(uses));
    return count === 1;
  }
}

function searching(search: string | undefined): Prisma.OrderWhereInput {
  if (search === undefined) return {};
  return { OR: [{ cancellationReason: containing(search) }] };
}

function toOrder({
  discountAmount,
  discountCurrency,
  shippingFeeAmount,
  shippingFeeCurrency,
  subtotalAmount,
  subtotalCurrency,
  totalAmount,
  totalCurrency,
  ...row
}: OrderRow): Order {
  return {
    ...row,
    discount: toMoney(discountAmount, discountCurrency),
    shippingFee: toMoney(shippingFeeAmount, shippingFeeCurrency),
    subtotal: toMoney(subtotalAmount, subtotalCurrency),
    total: toMoney(totalAmount, totalCurrency),
    status: row.status as Order['status'],
  };
}
