import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@meridian/core/actor';
import { CurrentActor, RequirePermission, RequireRole } from '../../../middleware/auth.js';
import { deletion, type Deletion, id, pathTo } from '../../../http/parameters.js';
import {
  createDeal,
  type CreateDeal,
  listDeals,
  type ListDeals,
  dealPage,
  dealView,
  updateDeal,
  type UpdateDeal,
} from './deal.dto.js';
import { DealsService } from './deals.service.js';

@ApiTags('deals')
@Controller('deals')
export class DealsController {
  constructor(private readonly deals: DealsService) {}

  @Get()
  @RequirePermission('sales.deal:read')
  @ApiOkResponse({ standardSchema: dealPage })
  list(@CurrentActor() actor: Actor, @Query({ schema: listDeals }) query: ListDeals) {
    return this.deals.list(actor, query);
  }

  @Get(':id')
  @RequirePermission('sales.deal:read')
  @ApiOkResponse({ standardSchema: dealView })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: id }) dealId: string) {
    return this.deals.get(actor, dealId);
  }

  @Post()
  @RequirePermission('sales.deal:create')
  @ApiCreatedResponse({ standardSchema: dealView })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createDeal }) input: CreateDeal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const created = await this.deals.create(actor, input);
    void reply.header('location', pathTo('deals', created.id));
    return created;
  }

  @Patch(':id')
  @RequirePermission('sales.deal:update')
  @ApiOkResponse({ standardSchema: dealView })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) dealId: string,
    @Body({ schema: updateDeal }) input: UpdateDeal,
  ) {
    return this.deals.update(actor, dealId, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('sales.deal:delete')
  @ApiNoContentResponse()
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) dealId: string,
    @Query({ schema: deletion }) { version }: Deletion,
  ): Promise<void> {
    await this.deals.delete(actor, dealId, version);
  }

  @Post(':id/abandon')
  @HttpCode(200)
  @RequirePermission('sales.deal:abandon')
  @ApiOkResponse({ standardSchema: dealView })
  abandon(@CurrentActor() actor: Actor, @Param('id', { schema: id }) dealId: string) {
    return this.deals.abandon(actor, dealId);
  }

  @Post(':id/lose')
  @HttpCode(200)
  @RequirePermission('sales.deal:lose')
  @ApiOkResponse({ standardSchema: dealView })
  lose(@CurrentActor() actor: Actor, @Param('id', { schema: id }) dealId: string) {
    return this.deals.lose(actor, dealId);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @RequirePermission('sales.deal:reopen')
  @RequireRole('admin', 'sales-manager')
  @ApiOkResponse({ standardSchema: dealView })
  reopen(@CurrentActor() actor: Actor, @Param('id', { schema: id }) dealId: string) {
    return this.deals.reopen(actor, dealId);
  }

  @Post(':id/win')
  @HttpCode(200)
  @RequirePermission('sales.deal:win')
  @ApiOkResponse({ standardSchema: dealView })
  win(@CurrentActor() actor: Actor, @Param('id', { schema: id }) dealId: string) {
    return this.deals.win(actor, dealId);
  }
}
