import { Injectable } from '@nestjs/common';
import type { Actor } from '@cartwheel/core/actor';
import type { Product, ProductData } from '@cartwheel/core/catalog/product';
import type { Page } from '@cartwheel/core/page';
import type { Prisma } from '@cartwheel/database/generated/client';
import { keyset, type SortColumns } from '@cartwheel/database/keyset';
import { type Refusals, refusedBy } from '@cartwheel/database/refusals';
import { visibleTo } from '@cartwheel/database/scope';
import { containing } from '@cartwheel/database/search';
import type { Transaction } from '@cartwheel/database/tenant';
import { jsonColumn } from '@cartwheel/database/values';
import type { ListProducts } from './product.dto.js';
import {
  ProductCategoryUnknown,
  ProductRelatedUnknown,
  ProductSlugTaken,
  ProductTagsUnknown,
} from './product.errors.js';

const include = {
  related: { select: { relatedId: true }, orderBy: { relatedId: 'asc' } },
  tags: { select: { tagId: true }, orderBy: { tagId: 'asc' } },
} satisfies Prisma.ProductInclude;
type ProductRow = Prisma.ProductGetPayload<{ include: typeof include }>;

const sortColumns: SortColumns = {
  createdAt: { column: 'createdAt', kind: 'date' },
  name: { column: 'name', kind: 'string' },
  publishedAt: { column: 'publishedAt', kind: 'date', nullable: true },
};

const refusals: Refusals = {
  products_slug_key: () => new ProductSlugTaken(),
  products_category_id_fkey: () => new ProductCategoryUnknown(),
  product_relateds_related_id_fkey: () => new ProductRelatedUnknown(),
  product_tags_tag_id_fkey: () => new ProductTagsUnknown(),
};

/** The only file that knows how products are stored. Every query is scoped to one organization. */
@Injectable()
export class ProductsRepository {
  /**
   * Served by the indexes
   * - products_tenant_id_created_at_id_idx (GET /api/v1/products)
   * - products_tenant_id_status_created_at_id_idx (GET /api/v1/products?status=)
   * - products_tenant_id_category_id_created_at_id_idx (GET /api/v1/products?categoryId=)
   * - products_tenant_id_name_id_idx (GET /api/v1/products?sort=name)
   * - products_tenant_id_published_at_id_idx (GET /api/v1/products?sort=publishedAt)
   */
  async findPage(tx: Transaction, actor: Actor, query: ListProducts): Promise<Page<Product>> {
    const order = keyset<Prisma.ProductWhereInput, Prisma.ProductOrderByWithRelationInput>(sortColumns, query);
    const rows = await tx.product.findMany({
      where: {
        categoryId: query.categoryId,
        status: { in: query.status },
        AND: [{ ...visibleTo(actor, 'createdBy') }, ...order.after, searching(query.search)],
      },
      orderBy: order.orderBy,
      take: order.take,
      include,
    });
    return order.toPage(rows, toProduct);
  }

  async find(tx: Transaction, actor: Actor, id: string): Promise<Product | undefined> {
    const row = await tx.product.findFirst({
      where: { id, ...visibleTo(actor, 'createdBy') },
      include,
    });
    return row ? toProduct(row) : undefined;
  }

  async create(
    tx: Transaction,
    actor: Actor,
    { attributes, relatedIds, tagIds, ...data }: ProductData,
  ): Promise<string> {
    const { tenantId, userId } = actor;
    const { id } = await tx.product
      .create({
        data: {
          ...data,
          attributes: jsonColumn(attributes),
          tenantId,
          createdBy: userId,
          updatedBy: userId,
        },
        select: { id: true },
      })
      .catch(refusedBy(refusals));
    await this.addRelated(tx, actor, id, relatedIds);
    await this.addTags(tx, actor, id, tagIds);
    return id;
  }

  /** False when the product is no longer at this version. */
  async update(
    tx: Transaction,
    actor: Actor,
    { id, version }: Pick<Product, 'id' | 'version'>,
    { attributes, relatedIds, tagIds, ...changes }: Partial<ProductData>,
  ): Promise<boolean> {
    const { count } = await tx.product
      .updateMany({
        where: { tenantId: actor.tenantId, id, version },
        data: {
          ...changes,
          attributes: jsonColumn(attributes),
          updatedBy: actor.userId,
          version: { increment: 1 },
        },
      })
      .catch(refusedBy(refusals));
    if (count === 1 && relatedIds) {
      await tx.productRelated.deleteMany({ where: { tenantId: actor.tenantId, productId: id } });
      await this.addRelated(tx, actor, id, relatedIds);
    }
    if (count === 1 && tagIds) {
      await tx.productTag.deleteMany({ where: { tenantId: actor.tenantId, productId: id } });
      await this.addTags(tx, actor, id, tagIds);
    }
    return count === 1;
  }

  /** False when the product is no longer at this version. */
  async delete(tx: Transaction, actor: Actor, { id, version }: Pick<Product, 'id' | 'version'>): Promise<boolean> {
    const { count } = await tx.product.deleteMany({ where: { tenantId: actor.tenantId, id, version } });
    return count === 1;
  }

  private async addRelated(
    tx: Transaction,
    { tenantId }: Actor,
    productId: string,
    relatedIds: string[],
  ): Promise<void> {
    const data = relatedIds.map((relatedId) => ({ tenantId, productId, relatedId }));
    await tx.productRelated.createMany({ data, skipDuplicates: true }).catch(refusedBy(refusals));
  }

  private async addTags(tx: Transaction, { tenantId }: Actor, productId: string, tagIds: string[]): Promise<void> {
    const data = tagIds.map((tagId) => ({ tenantId, productId, tagId }));
    await tx.productTag.createMany({ data, skipDuplicates: true }).catch(refusedBy(refusals));
  }
}

function searching(search: string | undefined): Prisma.ProductWhereInput {
  if (search === undefined) return {};
  return { OR: [{ name: containing(search) }, { brand: containing(search) }] };
}

function toProduct({ related, tags, ...row }: ProductRow): Product {
  return {
    ...row,
    attributes: row.attributes as Product['attributes'],
    status: row.status as Product['status'],
    relatedIds: related.map(({ relatedId }) => relatedId),
    tagIds: tags.map(({ tagId }) => tagId),
  };
}
