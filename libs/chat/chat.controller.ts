import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, HoldsSecret } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import {
  chatListSchema,
  chatTrialSchema,
  addChatSchema,
  reviseChatSchema,
  type AddChatInput,
  type ChatList,
  type ChatTrial,
  type ReviseChatInput,
} from './chat.api.js';
import { KeepChats } from './keep-chats.js';
import { ShowChats } from './show-chats.js';

@Controller('chats')
export class ChatController {
  constructor(
    @Inject(ShowChats) private readonly chats: ShowChats,
    @Inject(KeepChats) private readonly keep: KeepChats,
  ) {}

  @Get()
  @Answers(chatListSchema)
  list(@CurrentActor() actor: Actor): Promise<ChatList> {
    return this.chats.list(actor);
  }

  @Post()
  @Answers(chatListSchema)
  @HoldsSecret()
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: addChatSchema }) input: AddChatInput,
  ): Promise<ChatList> {
    await this.keep.add(input, actor);
    return this.chats.list(actor);
  }

  @Put(':id')
  @Answers(chatListSchema)
  @HoldsSecret()
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseChatSchema }) input: ReviseChatInput,
  ): Promise<ChatList> {
    await this.keep.revise(id, input, actor);
    return this.chats.list(actor);
  }

  @Post(':id/trial')
  @Answers(chatTrialSchema)
  @HttpCode(200)
  trial(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ChatTrial> {
    return this.keep.trial(id, actor);
  }
}
