import { z } from 'zod';
import { type Order, ORDER_STATUSES } from '@cartwheel/core/ordering/order';
import { datetime, money, text } from '../../../http/fields.js';
import { anyOf } from '../../../http/filters.js';
import { page, pageOf } from '../../../http/paging.js';

export const createOrder = z
  .strictObject({
    discount: money().default({ amount: 0, currency: 'EUR' }),
    shippingFee: money().default({ amount: 0, currency: 'EUR' }),
    subtotal: money(),
    total: money(),
    cancellationReason: text({ max: 500 }).nullable().default(null),
    cancelledAt: datetime().nullable().default(null),
    placedAt: datetime().nullable().default(null),
    billingAddressId: z.uuid(),
    buyerId: z.uuid().nullable().default(null),
    couponId: z.uuid().nullable().default(null),
    customerId: z.uuid(),
    replacesId: z.uuid().nullable().default(null),
    shippingAddressId: z.uuid(),
  })
  .meta({ id: 'CreateOrder' });
export type CreateOrder = z.infer<typeof createOrder>;

/** Only what changes, and the version that the change was made from. */
export const updateOrder = z
  .strictObject({
    version: z.int().min(1),
    discount: money().optional(),
    shippingFee: money().optional(),
    subtotal: money().optional(),
    total: money().optional(),
    cancellationReason: text({ max: 500 }).nullable().optional(),
    cancelledAt: datetime().nullable().optional(),
    placedAt: datetime().nullable().optional(),
    billingAddressId: z.uuid().optional(),
    couponId: z.uuid().nullable().optional(),
    replacesId: z.uuid().nullable().optional(),
    shippingAddressId: z.uuid().optional(),
  })
  .meta({ id: 'UpdateOrder' });
export type UpdateOrder = z.infer<typeof updateOrder>;

export const listOrders = page(['-createdAt', 'createdAt', 'number', '-number', 'placedAt', '-placedAt']).extend({
  status: anyOf(ORDER_STATUSES).optional(),
  customerId: z.uuid().optional(),
  search: text({ max: 200 }).optional(),
});
export type ListOrders = z.infer<typeof listOrders>;

export const orderView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    number: z.string(),
    discount: money(),
    shippingFee: money(),
    subtotal: money(),
    total: money(),
    cancellationReason: z.string().nullable(),
    cancelledAt: z.iso.datetime().nullable(),
    placedAt: z.iso.datetime().nullable(),
    status: z.enum(ORDER_STATUSES),
    billingAddressId: z.uuid(),
    buyerId: z.uuid().nullable(),
    couponId: z.uuid().nullable(),
    customerId: z.uuid(),
    replacesId: z.uuid().nullable(),
    shippingAddressId: z.uuid(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.uuid(),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof orderView>;

export const orderPage = pageOf(orderView).meta({ id: 'OrderPage' });

/** What leaves the API: a list of what may, so that a new column does not. */
export function toOrderView(order: Order): OrderView {
  return {
    id: order.id,
    version: order.version,
    number: order.number.toString(),
    discount: order.discount,
    shippingFee: order.shippingFee,
    subtotal: order.subtotal,
    total: order.total,
    cancellationReason: order.cancellationReason,
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
    placedAt: order.placedAt?.toISOString() ?? null,
    status: order.status,
    billingAddressId: order.billingAddressId,
    buyerId: order.buyerId,
    couponId: order.couponId,
    customerId: order.customerId,
    replacesId: order.replacesId,
    shippingAddressId: order.shippingAddressId,
    createdAt: order.createdAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
    createdBy: order.createdBy,
  };
}
