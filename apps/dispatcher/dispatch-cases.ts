import type { Provider, Type } from '@nestjs/common';
import type { Channel, ChannelPorts } from '@koujing/channel';
import type { Database } from '@koujing/database';
import {
  AccountHealthStore,
  AccountStore,
  AdvanceAmendments,
  AmendmentNotices,
  AmendmentStore,
  AskAgain,
  assembleRunner,
  Crew,
  ChangeStore,
  ChannelRenditions,
  ChooseAlternative,
  DecideDelivery,
  DeliveryStore,
  ExamineAccount,
  FinishStep,
  HoldStore,
  KeepAccounts,
  LiftHold,
  ManualStepStore,
  OrderAmendment,
  OperationsStore,
  ProgressFeed,
  PublishRelease,
  ReadBack,
  ReleasePictures,
  RenditionStore,
  ConsentStore,
  RenewConsent,
  ResendDeliveries,
  ResumeAccount,
  RetryDelivery,
  ShowAccountForms,
  ShowAccounts,
  ReviewWithdrawal,
  ShowAmendments,
  ShowAttempts,
  ShowDeliveries,
  TokenStore,
  TryAccount,
  WarnOfExpiry,
  ShowOperations,
  WatchProgress,
  WithdrawPublished,
  type SecretBox,
  SearchSite,
} from '@koujing/dispatch';
import type { Jobs } from '@koujing/jobs';
import type { Clock } from '@koujing/kernel';
import { Audience } from '@koujing/media';
import { OrganStore } from '@koujing/organ';
import { AttachmentStore } from '@koujing/release';
import { ReleaseDocuments } from '@koujing/template';
import { AccountLooks, ReadBackViews } from '@koujing/watch';
import { AccountController } from '../../libs/dispatch/account.controller.js';
import { AmendmentController } from '../../libs/dispatch/amendment.controller.js';
import { DispatchController } from '../../libs/dispatch/dispatch.controller.js';
import { OperationsController } from '../../libs/dispatch/operations.controller.js';
import { SearchController } from '../../libs/dispatch/site/search.controller.js';
import { StreamController } from '../../libs/dispatch/stream.controller.js';
import { portalAccountId } from './portal-index.js';
import { PortalSite } from './portal-site.js';
import type { UseCases } from './use-cases.js';

/** What dispatch stands on. */
export interface DispatchGround {
  readonly database: Database;
  /** The city's clock: due times and records. */
  readonly clock: Clock;
  /** The machine's own: leases and skew. */
  readonly wall: Clock;
  readonly timeZone: string;
  readonly channels: readonly Channel[];
  readonly ports: ChannelPorts;
  readonly jobs: Jobs;
  readonly box: SecretBox;
  /** Names this process in leases and in the audit trail. */
  readonly name: string;
  readonly portalUrl: (releaseId: string) => string;
  /** Whether what becomes of a try could be written down. */
  readonly canKeep: () => boolean;
}

/** Renditions come first: releases are drafted against them. */
export const openRenditions = ({ channels, box, clock, portalUrl }: DispatchGround): ChannelRenditions =>
  new ChannelRenditions({
    channels: byName(channels),
    accounts: new AccountStore(box),
    organs: new OrganStore(),
    attachments: new AttachmentStore(),
    audience: new Audience(clock),
    documents: new ReleaseDocuments(),
    portalUrl,
  });

export type DispatchCases = ReturnType<typeof dispatchCasesOf>;

/** Tries at once. A platform's own limits are rows, and a mail account's are its connections: not these numbers. */
const atOnce = { posts: 20, mails: 50 };

/** From the click to the receipts, on top of the use cases up to the decision. */
export const dispatchCasesOf = (ground: DispatchGround, cases: UseCases, renditions: ChannelRenditions) => {
  const { database, channels, jobs, box, clock, portalUrl } = ground;
  const known = byName(channels);
  const accounts = new AccountStore(box);
  const deliveries = new DeliveryStore();
  const feed = new ProgressFeed(database, new ChangeStore());
  const opensTheWay = (channel: string): boolean => known.get(channel)?.manifest.waitsForPortal === false;
  const { audit, releases } = cases;
  const pictures = new ReleasePictures(cases.attachments);
  const { wall, timeZone, ports } = ground;
  const { runner, quotas } = assembleRunner({ database, box, wall, timeZone, pictures, ports });
  const health = new AccountHealthStore();
  const tokens = new TokenStore(box);
  const looks = { database, channels: known, tokens, quotas, health };
  const examine = new ExamineAccount({ ...looks, ports });
  const amendments = new AmendmentStore();
  const advance = new AdvanceAmendments(amendments, audit);
  const renditionStore = new RenditionStore();
  const amend = new OrderAmendment({
    ...{ accounts, renditions, renditionStore, amendments, advance, jobs, clock, portalUrl },
    channels: known,
    attachments: cases.attachments,
  });
  const audience = new Audience(clock);
  const deeds = {
    ...{ database, deliveries, accounts, releases, audit, jobs, opensTheWay, amendments, advance, audience },
  };
  const amending = { ...cases, audience, amendments, amend, steps: new ManualStepStore() };
  const review = new ReviewWithdrawal(amending);
  const finish = new FinishStep(amending);
  const resume = new ResumeAccount(deeds);
  const consent = new RenewConsent({
    ...deeds,
    ...{ channels: known, ports, resume, clock },
    ...{ tokens: looks.tokens, consents: new ConsentStore() },
  });
  const keeping = { database, accounts, tokens, audit, box, channels: known, organs: new OrganStore() };
  const keepAccounts = new KeepAccounts(keeping);
  const tryAccount = new TryAccount({ ...keeping, ports });
  const lift = new LiftHold({ database, audit, jobs, holds: new HoldStore() });
  return {
    site: new PortalSite({ database, accounts, ports, wall }),
    searchSite: new SearchSite(database, portalAccountId),
    accounts,
    keepAccounts,
    tryAccount,
    accountForms: new ShowAccountForms({ ...keeping, keep: keepAccounts }),
    feed,
    publish: new PublishRelease({
      ...{ database, releases, audit, clock, jobs, renditions, portalUrl },
      ready: cases.ready,
      gate: cases.gate,
      renditionStore,
      audience,
      amend,
      released: (queries, release, actor) => cases.released(queries, release, actor),
      attachments: cases.attachments,
    }),
    examine,
    expiry: new WarnOfExpiry({ database, channels, health, notifier: cases.notifier }),
    readBack: new ReadBack({ database, runner, quotas }),
    show: new ShowDeliveries({ database, deliveries, accounts, releases, readBacks: new ReadBackViews() }),
    showAttempts: new ShowAttempts({ database, deliveries, releases }),
    showAccounts: new ShowAccounts({
      ...{ ...looks, accounts, examine, consent, clock },
      ...{ keep: keepAccounts, trial: tryAccount, watch: new AccountLooks() },
    }),
    consent,
    withdraw: new WithdrawPublished({ ...amending, notices: new AmendmentNotices(cases.notifier) }),
    review,
    finish,
    showAmendments: new ShowAmendments({ ...amending, review, finish }),
    sweepAmendments: () => advance.sweep(database),
    retry: new RetryDelivery(deeds),
    decide: new DecideDelivery(deeds),
    choose: new ChooseAlternative(deeds),
    resume,
    lift,
    resend: new ResendDeliveries({
      ...deeds,
      channels: known,
      ask: new AskAgain({ database, runner, quotas }),
    }),
    operations: new ShowOperations({
      ...{ database, accounts, quotas, channels: known, lift },
      operations: new OperationsStore(),
    }),
    watch: new WatchProgress(feed),
    worker: new Crew({
      ...{ database, audit, channels, box },
      ...{ ports, wall, timeZone, pictures },
      name: ground.name,
      notifier: cases.notifier,
      ...atOnce,
      canKeep: ground.canKeep,
      changed: feed.changed,
    }),
  };
};

export const dispatchProviders = (cases: DispatchCases): readonly Provider[] => [
  { provide: PublishRelease, useValue: cases.publish },
  { provide: ShowDeliveries, useValue: cases.show },
  { provide: ShowAttempts, useValue: cases.showAttempts },
  { provide: ShowAccounts, useValue: cases.showAccounts },
  { provide: ShowAccountForms, useValue: cases.accountForms },
  { provide: KeepAccounts, useValue: cases.keepAccounts },
  { provide: TryAccount, useValue: cases.tryAccount },
  { provide: RetryDelivery, useValue: cases.retry },
  { provide: DecideDelivery, useValue: cases.decide },
  { provide: ChooseAlternative, useValue: cases.choose },
  { provide: ResumeAccount, useValue: cases.resume },
  { provide: RenewConsent, useValue: cases.consent },
  { provide: LiftHold, useValue: cases.lift },
  { provide: ResendDeliveries, useValue: cases.resend },
  { provide: ShowOperations, useValue: cases.operations },
  { provide: WatchProgress, useValue: cases.watch },
  { provide: WithdrawPublished, useValue: cases.withdraw },
  { provide: ReviewWithdrawal, useValue: cases.review },
  { provide: FinishStep, useValue: cases.finish },
  { provide: ShowAmendments, useValue: cases.showAmendments },
  { provide: SearchSite, useValue: cases.searchSite },
];

export const dispatchControllers: readonly Type[] = [
  DispatchController,
  AccountController,
  AmendmentController,
  StreamController,
  OperationsController,
  SearchController,
];

const byName = (channels: readonly Channel[]): ReadonlyMap<string, Channel> =>
  new Map(channels.map((channel) => [channel.manifest.channel, channel]));
