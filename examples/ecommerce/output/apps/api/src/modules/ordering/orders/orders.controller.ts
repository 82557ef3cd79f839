import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@cartwheel/core/actor';
import { CurrentActor, RequirePermission, RequireRole } from '../../../middleware/auth.js';
import { deletion, type Deletion, id, pathTo } from '../../../http/parameters.js';
import {
  createOrder,
  type CreateOrder,
  listOrders,
  type ListOrders,
  orderPage,
  orderView,
  updateOrder,
  type UpdateOrder,
} from './order.dto.js';
import { OrdersService } from './orders.service.js';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get()
  @RequirePermission('ordering.order:read')
  @ApiOkResponse({ standardSchema: orderPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: listOrders }) query: ListOrders) {
    return this.orders.list(actor, query);
  }

  @Get(':id')
  @RequirePermission('ordering.order:read')
  @ApiOkResponse({ standardSchema: orderView })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: id }) orderId: string) {
    return this.orders.get(actor, orderId);
  }

  @Post()
  @RequirePermission('ordering.order:create')
  @ApiCreatedResponse({ standardSchema: orderView })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createOrder }) input: CreateOrder,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const created = await this.orders.create(actor, input);
    void reply.header('location', pathTo('orders', created.id));
    return created;
  }

  @Patch(':id')
  @RequirePermission('ordering.order:update')
  @ApiOkResponse({ standardSchema: orderView })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: updateOrder }) input: UpdateOrder,
  ) {
    return this.orders.update(actor, orderId, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('ordering.order:delete')
  @ApiNoContentResponse()
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) orderId: string,
    @Query({ schema: deletion }) { version }: Deletion,
  ): Promise<void> {
    await this.orders.delete(actor, orderId, version);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @RequirePermission('ordering.order:cancel')
  @ApiOkResponse({ standardSchema: orderView })
  cancel(@CurrentActor() actor: Actor, @Param('id', { schema: id }) orderId: string) {
    return this.orders.cancel(actor, orderId);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @RequirePermission('ordering.order:complete')
  @ApiOkResponse({ standardSchema: orderView })
  complete(@CurrentActor() actor: Actor, @Param('id', { schema: id }) orderId: string) {
    return this.orders.complete(actor, orderId);
  }

  @Post(':id/mark-paid')
  @HttpCode(200)
  @RequirePermission('ordering.order:mark-paid')
  @RequireRole('manager', 'support')
  @ApiOkResponse({ standardSchema: orderView })
  markPaid(@CurrentActor() actor: Actor, @Param('id', { schema: id }) orderId: string) {
    return this.orders.markPaid(actor, orderId);
  }

  @Post(':id/place')
  @HttpCode(200)
  @RequirePermission('ordering.order:place')
  @ApiOkResponse({ standardSchema: orderView })
  place(@CurrentActor() actor: Actor, @Param('id', { schema: id }) orderId: string) {
    return this.orders.place(actor, orderId);
  }

  @Post(':id/ship')
  @HttpCode(200)
  @RequirePermission('ordering.order:ship')
  @RequireRole('manager')
  @ApiOkResponse({ standardSchema: orderView })
  ship(@CurrentActor() actor: Actor, @Param('id', { schema: id }) orderId: string) {
    return this.orders.ship(actor, orderId);
  }
}
