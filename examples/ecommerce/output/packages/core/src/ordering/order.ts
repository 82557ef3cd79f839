import type { Transition } from '../lifecycle.js';
import type { Money } from '../money.js';
import type { Rule } from '../rules.js';
import type { Stored } from '../stored.js';

export const ORDER_STATUSES = ['draft', 'placed', 'paid', 'shipped', 'completed', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface OrderData {
  readonly number: bigint;
  readonly discount: Money;
  readonly shippingFee: Money;
  readonly subtotal: Money;
  readonly total: Money;
  readonly cancellationReason: string | null;
  readonly cancelledAt: Date | null;
  readonly placedAt: Date | null;
  readonly status: OrderStatus;
  readonly billingAddressId: string;
  readonly buyerId: string | null;
  readonly couponId: string | null;
  readonly customerId: string;
  readonly replacesId: string | null;
  readonly shippingAddressId: string;
}

export type Order = Stored & OrderData;

/** What the rules read. */
export type OrderCandidate = Pick<OrderData, 'discount' | 'shippingFee' | 'subtotal' | 'total'>;

/** Conditions that hold for every stored order. */
export const orderRules: readonly Rule<OrderCandidate>[] = [
  {
    id: 'discount-amount-at-least-0-and-discount-amount-at-most',
    expression: 'discount.amount >= 0 && discount.amount <= subtotal.amount',
    message: 'The discount lies between nothing and the subtotal.',
    holds: (candidate) => candidate.discount.amount >= 0 && candidate.discount.amount <= candidate.subtotal.amount,
  },
  {
    id: 'one-currency',
    expression:
      'total.currency == subtotal.currency && discount.currency == subtotal.currency && shippingFee.currency == subtotal.currency',
    message: 'All amounts of an order are in one currency.',
    holds: (candidate) =>
      candidate.total.currency === candidate.subtotal.currency &&
      candidate.discount.currency === candidate.subtotal.currency &&
      candidate.shippingFee.currency === candidate.subtotal.currency,
  },
  {
    id: 'shipping-fee-amount-at-least-0',
    expression: 'shippingFee.amount >= 0',
    message: 'Shipping fee amount must be at least 0.',
    holds: (candidate) => candidate.shippingFee.amount >= 0,
  },
  {
    id: 'total-amount-is-subtotal-amount-minus-discount-amount-plus',
    expression: 'total.amount == subtotal.amount - discount.amount + shippingFee.amount',
    message: 'The total is the subtotal less the discount plus the shipping fee.',
    holds: (candidate) =>
      candidate.total.amount === candidate.subtotal.amount - candidate.discount.amount + candidate.shippingFee.amount,
  },
];

export type OrderAction = 'cancel' | 'complete' | 'markPaid' | 'place' | 'ship';

/** The lifecycle of an order: which action leads from which states to which. */
export const orderTransitions: Readonly<Record<OrderAction, Transition<OrderStatus, Order>>> = {
  cancel: {
    permission: 'ordering.order:cancel',
    from: ['draft', 'placed', 'paid'],
    to: 'cancelled',
    emits: 'order.cancelled',
    sets: () => ({ cancelledAt: new Date() }),
  },
  complete: {
    permission: 'ordering.order:complete',
    from: ['shipped'],
    to: 'completed',
  },
  markPaid: {
    permission: 'ordering.order:mark-paid',
    from: ['placed'],
    to: 'paid',
    emits: 'order.paid',
  },
  place: {
    permission: 'ordering.order:place',
    from: ['draft'],
    to: 'placed',
    emits: 'order.placed',
    sets: () => ({ placedAt: new Date() }),
  },
  ship: {
    permission: 'ordering.order:ship',
    from: ['paid'],
    to: 'shipped',
    emits: 'order.shipped',
  },
};
