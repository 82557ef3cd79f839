import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@cartwheel/core/actor';
import { CurrentActor, RequirePermission } from '../../../middleware/auth.js';
import { deletion, type Deletion, id, pathTo } from '../../../http/parameters.js';
import {
  createProduct,
  type CreateProduct,
  listProducts,
  type ListProducts,
  productPage,
  productView,
  updateProduct,
  type UpdateProduct,
} from './product.dto.js';
import { ProductsService } from './products.service.js';

@ApiTags('products')
@Controller('products')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get()
  @RequirePermission('catalog.product:read')
  @ApiOkResponse({ standardSchema: productPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: listProducts }) query: ListProducts) {
    return this.products.list(actor, query);
  }

  @Get(':id')
  @RequirePermission('catalog.product:read')
  @ApiOkResponse({ standardSchema: productView })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: id }) productId: string) {
    return this.products.get(actor, productId);
  }

  @Post()
  @RequirePermission('catalog.product:create')
  @ApiCreatedResponse({ standardSchema: productView })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createProduct }) input: CreateProduct,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const created = await this.products.create(actor, input);
    void reply.header('location', pathTo('products', created.id));
    return created;
  }

  @Patch(':id')
  @RequirePermission('catalog.product:update')
  @ApiOkResponse({ standardSchema: productView })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) productId: string,
    @Body({ schema: updateProduct }) input: UpdateProduct,
  ) {
    return this.products.update(actor, productId, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('catalog.product:delete')
  @ApiNoContentResponse()
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) productId: string,
    @Query({ schema: deletion }) { version }: Deletion,
  ): Promise<void> {
    await this.products.delete(actor, productId, version);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @RequirePermission('catalog.product:archive')
  @ApiOkResponse({ standardSchema: productView })
  archive(@CurrentActor() actor: Actor, @Param('id', { schema: id }) productId: string) {
    return this.products.archive(actor, productId);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission('catalog.product:publish')
  @ApiOkResponse({ standardSchema: productView })
  publish(@CurrentActor() actor: Actor, @Param('id', { schema: id }) productId: string) {
    return this.products.publish(actor, productId);
  }
}
