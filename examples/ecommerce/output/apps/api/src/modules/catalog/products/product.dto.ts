import { z } from 'zod';
import { type Product, PRODUCT_STATUSES } from '@cartwheel/core/catalog/product';
import { datetime, json, slug, text, url } from '../../../http/fields.js';
import { anyOf } from '../../../http/filters.js';
import { page, pageOf } from '../../../http/paging.js';
import { richText } from '../../../http/rich-text.js';

export const createProduct = z
  .strictObject({
    slug: slug(),
    name: text({ max: 200 }),
    keywords: z
      .array(text({ max: 40 }))
      .max(100)
      .default([]),
    attributes: json().nullable().default(null),
    brand: text({ max: 80 }).nullable().default(null),
    description: richText().nullable().default(null),
    manufacturerPage: url().nullable().default(null),
    publishedAt: datetime().nullable().default(null),
    categoryId: z.uuid().nullable().default(null),
    relatedIds: z.array(z.uuid()).max(100).default([]),
    tagIds: z.array(z.uuid()).max(100).default([]),
  })
  .meta({ id: 'CreateProduct' });
export type CreateProduct = z.infer<typeof createProduct>;

/** Only what changes, and the version that the change was made from. */
export const updateProduct = z
  .strictObject({
    version: z.int().min(1),
    slug: slug().optional(),
    name: text({ max: 200 }).optional(),
    keywords: z
      .array(text({ max: 40 }))
      .max(100)
      .optional(),
    attributes: json().nullable().optional(),
    brand: text({ max: 80 }).nullable().optional(),
    description: richText().nullable().optional(),
    manufacturerPage: url().nullable().optional(),
    publishedAt: datetime().nullable().optional(),
    categoryId: z.uuid().nullable().optional(),
    relatedIds: z.array(z.uuid()).max(100).optional(),
    tagIds: z.array(z.uuid()).max(100).optional(),
  })
  .meta({ id: 'UpdateProduct' });
export type UpdateProduct = z.infer<typeof updateProduct>;

export const listProducts = page(['-createdAt', 'createdAt', 'name', '-name', 'publishedAt', '-publishedAt']).extend({
  status: anyOf(PRODUCT_STATUSES).optional(),
  categoryId: z.uuid().optional(),
  search: text({ max: 200 }).optional(),
});
export type ListProducts = z.infer<typeof listProducts>;

export const productView = z
  .object({
    id: z.uuid(),
    version: z.int(),
    slug: z.string(),
    name: z.string(),
    keywords: z.array(z.string()),
    attributes: z.json().nullable(),
    brand: z.string().nullable(),
    description: z.string().nullable(),
    manufacturerPage: z.string().nullable(),
    publishedAt: z.iso.datetime().nullable(),
    status: z.enum(PRODUCT_STATUSES),
    categoryId: z.uuid().nullable(),
    relatedIds: z.array(z.uuid()),
    tagIds: z.array(z.uuid()),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.uuid(),
  })
  .meta({ id: 'Product' });
export type ProductView = z.infer<typeof productView>;

export const productPage = pageOf(productView).meta({ id: 'ProductPage' });

/** What leaves the API: a list of what may, so that a new column does not. */
export function toProductView(product: Product): ProductView {
  return {
    id: product.id,
    version: product.version,
    slug: product.slug,
    name: product.name,
    keywords: product.keywords,
    attributes: product.attributes,
    brand: product.brand,
    description: product.description,
    manufacturerPage: product.manufacturerPage,
    publishedAt: product.publishedAt?.toISOString() ?? null,
    status: product.status,
    categoryId: product.categoryId,
    relatedIds: product.relatedIds,
    tagIds: product.tagIds,
    createdAt: product.createdAt.toISOString(),
    updatedAt: product.updatedAt.toISOString(),
    createdBy: product.createdBy,
  };
}
