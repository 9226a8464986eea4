import type { Provider, Type } from '@nestjs/common';
import { ChatDestinationStore, KeepChats, SendChats, ShowChats, type Sealer } from '@koujing/chat';
import type { ChannelPorts } from '@koujing/channel';
import { ChatController } from '../../libs/chat/chat.controller.js';
import type { UseCases } from './use-cases.js';

export interface ChatGround {
  readonly box: Sealer;
  readonly ports: Pick<ChannelPorts, 'http'>;
  readonly consoleUrl: string;
  /** Hosts inside that robots may be reached at. */
  readonly innerChatHosts?: readonly string[];
}

export type ChatCases = ReturnType<typeof chatCasesOf>;

/** What groups are told, and who keeps them. */
export const chatCasesOf = ({ box, ports, consoleUrl, innerChatHosts = [] }: ChatGround, cases: UseCases) => {
  const destinations = new ChatDestinationStore(box);
  const { database, clock, organs, audit, chatMessages: messages } = cases;
  const voice = { http: ports.http, innerHosts: innerChatHosts };
  const keep = new KeepChats({ ...voice, database, destinations, organs, audit, clock, consoleUrl });
  return {
    keep,
    show: new ShowChats({ database, destinations, messages, organs, keep }),
    send: new SendChats({ ...voice, database, destinations, messages, clock, consoleUrl }),
  };
};

export const chatControllers: readonly Type[] = [ChatController];

export const chatProviders = (cases: ChatCases): readonly Provider[] => [
  { provide: KeepChats, useValue: cases.keep },
  { provide: ShowChats, useValue: cases.show },
];
