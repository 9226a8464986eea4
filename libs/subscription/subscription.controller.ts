import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, HoldsSecret } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { doneSchema } from '../kernel/answer.api.js';
import { KeepSubscriptions } from './keep-subscriptions.js';
import { ShowSubscriptions } from './show-subscriptions.js';
import {
  addedSubscriptionSchema,
  addSubscriptionSchema,
  eventDeliveryListSchema,
  eventDeliveryQuerySchema,
  subscriptionListSchema,
  subscriptionTrialSchema,
  type AddedSubscription,
  type AddSubscriptionInput,
  type EventDeliveryList,
  type EventDeliveryQuery,
  type SubscriptionList,
  type SubscriptionTrial,
} from './subscription.api.js';

const done = { done: true } as const;

@Controller('event-subscriptions')
export class SubscriptionController {
  constructor(
    @Inject(ShowSubscriptions) private readonly show: ShowSubscriptions,
    @Inject(KeepSubscriptions) private readonly keep: KeepSubscriptions,
  ) {}

  @Get()
  @Answers(subscriptionListSchema)
  list(@CurrentActor() actor: Actor): Promise<SubscriptionList> {
    return this.show.list(actor);
  }

  @Post()
  @Answers(addedSubscriptionSchema)
  @HoldsSecret()
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: addSubscriptionSchema }) input: AddSubscriptionInput,
  ): Promise<AddedSubscription> {
    return this.keep.add(input, actor);
  }

  @Post(':id/trial')
  @Answers(subscriptionTrialSchema)
  @HttpCode(200)
  trial(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SubscriptionTrial> {
    return this.keep.trial(id, actor);
  }

  @Post(':id/pause')
  @Answers(doneSchema)
  @HttpCode(200)
  async pause(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.keep.pause(id, actor);
    return done;
  }

  @Post(':id/resumption')
  @Answers(doneSchema)
  @HttpCode(200)
  async resume(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.keep.resume(id, actor);
    return done;
  }

  @Post(':id/end')
  @Answers(doneSchema)
  @HttpCode(200)
  async end(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.keep.end(id, actor);
    return done;
  }

  @Get(':id/deliveries')
  @Answers(eventDeliveryListSchema)
  deliveries(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: eventDeliveryQuerySchema }) query: EventDeliveryQuery,
  ): Promise<EventDeliveryList> {
    return this.show.deliveries(id, query, actor);
  }

  @Post(':id/deliveries/:delivery/resend')
  @Answers(doneSchema)
  @HttpCode(200)
  async resend(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('delivery') delivery: string,
  ): Promise<typeof done> {
    await this.keep.resend(id, delivery, actor);
    return done;
  }
}
