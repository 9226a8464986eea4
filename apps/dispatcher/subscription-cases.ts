import type { Provider, Type } from '@nestjs/common';
import type { ChannelPorts } from '@koujing/channel';
import type { SecretBox } from '@koujing/dispatch';
import {
  EventDeliveryStore,
  HandOnEvents,
  KeepSubscriptions,
  SendEvents,
  ShowSubscriptions,
  SubscriptionStore,
} from '@koujing/subscription';
import { SubscriptionController } from '../../libs/subscription/subscription.controller.js';
import type { UseCases } from './use-cases.js';

export interface SubscriptionGround {
  readonly box: SecretBox;
  readonly ports: Pick<ChannelPorts, 'http'>;
  readonly consoleUrl: string;
  readonly portalUrl: (releaseId: string) => string;
  /** Hosts inside to which events may be sent. */
  readonly innerHosts: readonly string[];
}

export type SubscriptionCases = ReturnType<typeof subscriptionCasesOf>;

/** Programs elsewhere that are told of what happens here. */
export const subscriptionCasesOf = (cases: UseCases, { box, ports, ...ground }: SubscriptionGround) => {
  const parts = {
    ...{ ...cases, ...ground, http: ports.http },
    subscriptions: new SubscriptionStore(box),
    deliveries: new EventDeliveryStore(),
  };
  const keep = new KeepSubscriptions(parts);
  return {
    keep,
    show: new ShowSubscriptions({ ...parts, keep }),
    handOn: new HandOnEvents(parts),
    send: new SendEvents(parts),
  };
};

export const subscriptionProviders = (cases: SubscriptionCases): readonly Provider[] => [
  { provide: KeepSubscriptions, useValue: cases.keep },
  { provide: ShowSubscriptions, useValue: cases.show },
];

export const subscriptionControllers: readonly Type[] = [SubscriptionController];
