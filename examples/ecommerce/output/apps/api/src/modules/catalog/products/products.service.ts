import { Injectable } from '@nestjs/common';
import type { Actor } from '@cartwheel/core/actor';
import {
  type Product,
  type ProductAction,
  type ProductCandidate,
  type ProductData,
  productRules,
  productTransitions,
} from '@cartwheel/core/catalog/product';
import { canTake } from '@cartwheel/core/lifecycle';
import type { Page } from '@cartwheel/core/page';
import { brokenRules } from '@cartwheel/core/rules';
import { recordAudit } from '@cartwheel/database/audit';
import { recordEvent } from '@cartwheel/database/outbox';
import { Database, type Transaction } from '@cartwheel/database/tenant';
import {
  type CreateProduct,
  type ListProducts,
  type ProductView,
  toProductView,
  type UpdateProduct,
} from './product.dto.js';
import {
  ProductChangedMeanwhile,
  ProductNotFound,
  ProductRuleBroken,
  ProductTransitionRefused,
} from './product.errors.js';
import { ProductsRepository } from './products.repository.js';

@Injectable()
export class ProductsService {
  constructor(
    private readonly database: Database,
    private readonly products: ProductsRepository,
  ) {}

  async list(actor: Actor, query: ListProducts): Promise<Page<ProductView>> {
    const page = await this.database.withTenant(actor.tenantId, async (tx) => {
      return this.products.findPage(tx, actor, query);
    });
    return { ...page, items: page.items.map(toProductView) };
  }

  get(actor: Actor, id: string): Promise<ProductView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      return toProductView(await this.findOrThrow(tx, actor, id));
    });
  }

  create(actor: Actor, input: CreateProduct): Promise<ProductView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const data: ProductData = {
        ...input,
        status: 'draft',
      };
      refuseBroken(data);
      const id = await this.products.create(tx, actor, data);
      await recordAudit(tx, actor, { action: 'catalog.product:create', entityType: 'Product', entityId: id });
      return toProductView(await this.findOrThrow(tx, actor, id));
    });
  }

  update(actor: Actor, id: string, { version, ...changes }: UpdateProduct): Promise<ProductView> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      refuseBroken({ ...current, ...changes });
      const updated = await this.products.update(tx, actor, { id, version }, changes);
      if (!updated) throw new ProductChangedMeanwhile(id);
      await recordAudit(tx, actor, {
        action: 'catalog.product:update',
        entityType: 'Product',
        entityId: id,
        changes: { fields: Object.keys(changes) },
      });
      return toProductView(await this.findOrThrow(tx, actor, id));
    });
  }

  delete(actor: Actor, id: string, version?: number): Promise<void> {
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      const deleted = await this.products.delete(tx, actor, { id, version: version ?? current.version });
      if (!deleted) throw new ProductChangedMeanwhile(id);
      await recordAudit(tx, actor, { action: 'catalog.product:delete', entityType: 'Product', entityId: id });
    });
  }

  archive(actor: Actor, id: string): Promise<ProductView> {
    return this.take(actor, id, 'archive');
  }

  publish(actor: Actor, id: string): Promise<ProductView> {
    return this.take(actor, id, 'publish');
  }

  /** Takes an action of the lifecycle, if the product is in a state that allows it. */
  private take(actor: Actor, id: string, action: ProductAction): Promise<ProductView> {
    const transition = productTransitions[action];
    return this.database.withTenant(actor.tenantId, async (tx) => {
      const current = await this.findOrThrow(tx, actor, id);
      const from = current.status;
      if (!canTake(transition, from, current)) throw new ProductTransitionRefused(id, action, from);
      const changes = { ...transition.sets?.(), status: transition.to };
      refuseBroken({ ...current, ...changes });
      const taken = await this.products.update(tx, actor, current, changes);
      if (!taken) throw new ProductChangedMeanwhile(id);
      await recordAudit(tx, actor, {
        action: transition.permission,
        entityType: 'Product',
        entityId: id,
        changes: { status: { from, to: transition.to } },
      });
      if (transition.emits !== undefined) {
        const payload = { id, from, to: transition.to };
        await recordEvent(tx, actor.tenantId, { type: transition.emits, entityType: 'Product', entityId: id, payload });
      }
      return toProductView(await this.findOrThrow(tx, actor, id));
    });
  }

  private async findOrThrow(tx: Transaction, actor: Actor, id: string): Promise<Product> {
    const found = await this.products.find(tx, actor, id);
    if (!found) throw new ProductNotFound(id);
    return found;
  }
}

function refuseBroken(candidate: ProductCandidate): void {
  const broken = brokenRules(productRules, candidate);
  if (broken.length > 0) throw new ProductRuleBroken(broken);
}
