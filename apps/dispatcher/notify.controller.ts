import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { CurrentActor } from '../../libs/access/session.guard.js';
import { doneSchema, pageQuerySchema, type PageQuery } from '../../libs/kernel/answer.api.js';
import { NotificationStore } from '@koujing/notify';
import { Answers } from '@koujing/kernel';
import {
  notificationListSchema,
  readAllSchema,
  type NotificationList,
  type ReadAllInput,
} from '../../libs/notify/notify.api.js';

/** Injected: the clock of the house. */
export const CLOCK = Symbol('clock');

@Controller('notifications')
export class NotifyController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationStore) private readonly notifications: NotificationStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(notificationListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
  ): Promise<NotificationList> {
    return this.notifications.page(this.database.queries, actor.personId, query);
  }

  @Post('read')
  @Answers(doneSchema)
  @HttpCode(200)
  async readAll(
    @CurrentActor() actor: Actor,
    @Body({ schema: readAllSchema }) { until }: ReadAllInput,
  ): Promise<{ readonly done: true }> {
    const { queries } = this.database;
    await this.notifications.readAll(queries, actor.personId, new Date(until), this.clock.now());
    return { done: true };
  }

  @Post(':id/read')
  @Answers(doneSchema)
  @HttpCode(200)
  async read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ readonly done: true }> {
    await this.notifications.read(this.database.queries, actor.personId, id, this.clock.now());
    return { done: true };
  }
}
