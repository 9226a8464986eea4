import type { Provider } from '@nestjs/common';
import {
  MailReturnStore,
  RenditionStore,
  SendEmbargoedCopies,
  ShowReturns,
  TakeReturn,
  Unsubscribe,
  DeliveryStore,
  type ChannelRenditions,
} from '@koujing/dispatch';
import { Audience } from '@koujing/media';
import type { DispatchCases, DispatchGround } from './dispatch-cases.js';
import type { MediaCases } from './media-cases.js';
import type { UseCases } from './use-cases.js';

/** What the mailings are built from. */
export interface MailGround extends Pick<DispatchGround, 'database' | 'clock' | 'jobs' | 'portalUrl'> {
  readonly cases: UseCases;
  readonly dispatch: Pick<DispatchCases, 'accounts'>;
  readonly media: Pick<MediaCases, 'suppress' | 'leave' | 'tell'>;
  readonly renditions: ChannelRenditions;
}

export type MailCases = ReturnType<typeof mailCasesOf>;

/** What is e-mail's alone: bounces, unsubscribing, copies before the hour. */
export const mailCasesOf = ({
  database,
  clock,
  jobs,
  portalUrl,
  cases,
  dispatch,
  media,
  renditions,
}: MailGround) => {
  const { audit, releases, ready, attachments } = cases;
  const { accounts } = dispatch;
  const { suppress } = media;
  const returns = new MailReturnStore();
  return {
    take: new TakeReturn({
      ...{ database, accounts, returns, suppress, audit, clock },
      deliveries: new DeliveryStore(),
    }),
    unsubscribe: new Unsubscribe({ ...media, database, accounts, audience: new Audience(clock) }),
    showReturns: new ShowReturns(database, returns),
    embargoed: new SendEmbargoedCopies({
      ...{ database, releases, ready, renditions, attachments, jobs, audit, portalUrl },
      renditionStore: new RenditionStore(),
      audience: new Audience(clock),
    }),
  };
};

export const mailProviders = (cases: MailCases): readonly Provider[] => [
  { provide: Unsubscribe, useValue: cases.unsubscribe },
  { provide: ShowReturns, useValue: cases.showReturns },
  { provide: SendEmbargoedCopies, useValue: cases.embargoed },
];
