import { Conflict, NotFound, Unprocessable } from '@cartwheel/common/problem';
import type { OrderAction, OrderStatus } from '@cartwheel/core/ordering/order';
import type { BrokenRule } from '@cartwheel/core/rules';

/** Does not exist, belongs to another organization, or is not the actor's own. */
export class OrderNotFound extends NotFound {
  constructor(id: string) {
    super('ORDER_NOT_FOUND', `Order ${id} does not exist.`);
  }
}

export class OrderChangedMeanwhile extends Conflict {
  constructor(id: string) {
    super('ORDER_CHANGED_MEANWHILE', `Order ${id} was changed by someone else; read it again and retry.`);
  }
}

export class OrderRuleBroken extends Unprocessable {
  constructor(rules: readonly BrokenRule[]) {
    super('ORDER_RULE_BROKEN', rules.map(({ message }) => message).join(' '), { rules });
  }
}

export class OrderTransitionRefused extends Conflict {
  constructor(id: string, action: OrderAction, state: OrderStatus) {
    const detail = `Order ${id} is ${state} and does not take the action ${action} as it is.`;
    super('ORDER_TRANSITION_REFUSED', detail, { action, state });
  }
}

export class OrderNumberTaken extends Conflict {
  constructor() {
    super('ORDER_NUMBER_TAKEN', 'There is one with this number already.', {
      errors: [{ pointer: '/number', message: 'Already taken' }],
    });
  }
}

export class OrderBillingAddressUnknown extends Unprocessable {
  constructor() {
    super('ORDER_BILLING_ADDRESS_UNKNOWN', 'The billing address does not exist.', {
      errors: [{ pointer: '/billingAddressId', message: 'Does not exist' }],
    });
  }
}

export class OrderBuyerUnknown extends Unprocessable {
  constructor() {
    super('ORDER_BUYER_UNKNOWN', 'The buyer does not exist.', {
      errors: [{ pointer: '/buyerId', message: 'Does not exist' }],
    });
  }
}

export class OrderCouponUnknown extends Unprocessable {
  constructor() {
    super('ORDER_COUPON_UNKNOWN', 'The coupon does not exist.', {
      errors: [{ pointer: '/couponId', message: 'Does not exist' }],
    });
  }
}

export class OrderCustomerUnknown extends Unprocessable {
  constructor() {
    super('ORDER_CUSTOMER_UNKNOWN', 'The customer does not exist.', {
      errors: [{ pointer: '/customerId', message: 'Does not exist' }],
    });
  }
}

export class OrderReplacesUnknown extends Unprocessable {
  constructor() {
    super('ORDER_REPLACES_UNKNOWN', 'The replaces does not exist.', {
      errors: [{ pointer: '/replacesId', message: 'Does not exist' }],
    });
  }
}

export class OrderShippingAddressUnknown extends Unprocessable {
  constructor() {
    super('ORDER_SHIPPING_ADDRESS_UNKNOWN', 'The shipping address does not exist.', {
      errors: [{ pointer: '/shippingAddressId', message: 'Does not exist' }],
    });
  }
}

/** Something that cannot do without it still refers to it. */
export class OrderInUse extends Conflict {
  constructor(users: string) {
    super('ORDER_IN_USE', `The order is still in use by ${users}.`);
  }
}
