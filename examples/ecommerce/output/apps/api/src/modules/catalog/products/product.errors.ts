import { Conflict, NotFound, Unprocessable } from '@cartwheel/common/problem';
import type { ProductAction, ProductStatus } from '@cartwheel/core/catalog/product';
import type { BrokenRule } from '@cartwheel/core/rules';

/** Does not exist, belongs to another organization, or is not the actor's own. */
export class ProductNotFound extends NotFound {
  constructor(id: string) {
    super('PRODUCT_NOT_FOUND', `Product ${id} does not exist.`);
  }
}

export class ProductChangedMeanwhile extends Conflict {
  constructor(id: string) {
    super('PRODUCT_CHANGED_MEANWHILE', `Product ${id} was changed by someone else; read it again and retry.`);
  }
}

export class ProductRuleBroken extends Unprocessable {
  constructor(rules: readonly BrokenRule[]) {
    super('PRODUCT_RULE_BROKEN', rules.map(({ message }) => message).join(' '), { rules });
  }
}

export class ProductTransitionRefused extends Conflict {
  constructor(id: string, action: ProductAction, state: ProductStatus) {
    const detail = `Product ${id} is ${state} and does not take the action ${action} as it is.`;
    super('PRODUCT_TRANSITION_REFUSED', detail, { action, state });
  }
}

export class ProductSlugTaken extends Conflict {
  constructor() {
    super('PRODUCT_SLUG_TAKEN', 'There is one with this slug already.', {
      errors: [{ pointer: '/slug', message: 'Already taken' }],
    });
  }
}

export class ProductCategoryUnknown extends Unprocessable {
  constructor() {
    super('PRODUCT_CATEGORY_UNKNOWN', 'The category does not exist.', {
      errors: [{ pointer: '/categoryId', message: 'Does not exist' }],
    });
  }
}

export class ProductRelatedUnknown extends Unprocessable {
  constructor() {
    super('PRODUCT_RELATED_UNKNOWN', 'Not all of the related exist.', {
      errors: [{ pointer: '/relatedIds', message: 'Not all of them exist' }],
    });
  }
}

export class ProductTagsUnknown extends Unprocessable {
  constructor() {
    super('PRODUCT_TAGS_UNKNOWN', 'Not all of the tags exist.', {
      errors: [{ pointer: '/tagIds', message: 'Not all of them exist' }],
    });
  }
}
