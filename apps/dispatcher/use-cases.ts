import {
  PersonStore,
  SessionStore,
  type AccessPolicy,
  type IdentityProvider,
  type Sealer,
} from '@koujing/access';
import { AuditTrail } from '@koujing/audit';
import { AuthorisationStore, DelegationStore } from '@koujing/authorisation';
import { ConcernStore, ScrutinyDeadline } from '@koujing/content';
import { ChatMessageStore, FollowNotices } from '@koujing/chat';
import {
  AdviseOnChange,
  AdviseOnMatter,
  AgreedMatters,
  CheckDraft,
  CompareHeard,
  CoordinateFinding,
  DutyStore,
  FactStore,
  FindingBoard,
  FindingGroupBoard,
  FindingGroupStore,
  FindingStore,
  ForwardGroup,
  Gate,
  GateIndex,
  GateStore,
  HeardTextStore,
  ImportReleases,
  ReconsiderFindings,
  RecordFindings,
  ReleaseTextStore,
  ReportFindings,
  RuleOnFinding,
  RuleOnGroup,
  ShowFindings,
  ShowGroups,
  WatchDuties,
  ToldTextStore,
  WatchGaps,
} from '@koujing/conflict';
import type { Database } from '@koujing/database';
import { type Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { MatterStore } from '@koujing/matter';
import { NotificationStore, Notifier } from '@koujing/notify';
import { OrganStore, ShowOrgans } from '@koujing/organ';
import { RegisterStore, SettleNotPublic } from '@koujing/register';
import {
  AbandonCorrection,
  AttachmentStore,
  DrawnPictureStore,
  CreateRelease,
  OpenCorrection,
  ReadDocument,
  ReleaseListing,
  ReleaseNumbers,
  ReleaseStore,
  ReviseRelease,
  SourceStore,
  StoreAttachment,
  StoreImage,
  SubmitRelease,
  WithdrawRelease,
  WorkingCopyStore,
  type Release,
  type RenditionSource,
} from '@koujing/release';
import {
  DisclosureDeadline,
  RecordedSubmissions,
  ReleaseClocks,
  TellOnSubmission,
  TellSigners,
  TriggerDeadline,
  TriggerOnMatter,
  LaterReviewDeadline,
  ChainStore,
  KeepChain,
  ReleaseDeadline,
  SignatureStore,
  SignOffDesk,
  UrgencyBar,
  VoidSignatures,
  WaitingFor,
} from '@koujing/signoff';
import type { CityRules } from './city-rules.js';
import { draftCasesOf } from './draft-cases.js';
import { directiveCasesOf } from './directive-cases.js';
import { deadlineCasesOf } from './deadline-cases.js';
import { ruleBarsOf, ruleCasesOf } from './rule-cases.js';
import { incidentCasesOf } from './incident-cases.js';
import { accessCasesOf } from './access-cases.js';
import { MissedItems } from './missed-items.js';
import { MissedOrders } from './missed-orders.js';
import { OverdueDuties } from './overdue-duties.js';
import { periodCasesOf } from './period-cases.js';
import { planCasesOf } from './plan-cases.js';
import { contentCasesOf } from './content-cases.js';
import { matterCasesOf } from './matter-cases.js';
import { releaseListCasesOf } from './release-list-cases.js';
import { signOffCasesOf } from './sign-off-cases.js';

/** What the nouns from access to signoff stand on. */
export interface Ground {
  readonly database: Database;
  readonly clock: Clock;
  readonly renditions: RenditionSource;
  readonly rules: CityRules;
  readonly numberPrefix: string;
  /** Base of the links in mails, e.g. `http://127.0.0.1:3000`. */
  readonly consoleUrl: string;
  /** Right side of the notices' Message-ID. */
  readonly mailDomain: string;
  /** Seals what is secret at rest. */
  readonly box: Sealer;
  readonly access?: AccessPolicy;
  /** The organ's identity provider, where the city has connected one. */
  readonly provider?: IdentityProvider | null;
  /** What is not taken as a password, in small letters. */
  readonly commonPasswords?: ReadonlySet<string>;
  /** What this city and its sites are called: words that no password consists of. */
  readonly cityNames?: readonly string[];
}

export type UseCases = ReturnType<typeof useCasesOf>;

/** Everything up to the decision to release; dispatch and schedule are built on top of it. */
export const useCasesOf = (ground: Ground) => {
  const { database, clock, renditions } = ground;
  const stores = {
    audit: new AuditTrail(clock),
    organs: new OrganStore(),
    people: new PersonStore(),
    sessions: new SessionStore(),
    releases: new ReleaseStore(),
    numbers: new ReleaseNumbers(),
    attachments: new AttachmentStore(),
    drawn: new DrawnPictureStore(),
    sources: new SourceStore(),
    workingCopies: new WorkingCopyStore(),
    signatures: new SignatureStore(),
    matters: new MatterStore(),
    findings: new FindingStore(),
    groups: new FindingGroupStore(),
    duties: new DutyStore(),
    notifications: new NotificationStore(),
    gateStore: new GateStore(),
    texts: new ReleaseTextStore(),
    facts: new FactStore(),
    told: new ToldTextStore(),
    heardTexts: new HeardTextStore(),
    concerns: new ConcernStore(),
    authorisations: new AuthorisationStore(),
    delegations: new DelegationStore(),
    chains: new ChainStore(),
  };
  const chatMessages = new ChatMessageStore();
  const notifier = new Notifier(clock, ground.mailDomain, [new FollowNotices(chatMessages)]);
  const common = { ...stores, ...ground, notifier };
  const index = new GateIndex(stores, clock);
  const record = new RecordFindings(common);
  const report = new ReportFindings(common);
  const gaps = new WatchGaps({ ...common, index, record, report });
  const agreed = new AgreedMatters(stores.matters, stores.organs);
  const gate = new Gate({ ...common, store: stores.gateStore, index, record, report, gaps, agreed });
  const advise = new AdviseOnChange(gate, record);
  const clocks = deadlineCasesOf(common);
  const releaseDeadline = new ReleaseDeadline(clocks.start, clocks.end);
  const adviseOnMatter = new AdviseOnMatter({ ...common, gate, gaps });
  const submissions = new RecordedSubmissions(stores.audit, stores.releases);
  const triggered = new TriggerDeadline(clocks, stores.matters, submissions, clock);
  const matterFollowers = [adviseOnMatter, new TriggerOnMatter(triggered, stores.releases)];
  const onMatters = { ...common, matterFollowers, deadlines: clocks.parts };
  const incident = incidentCasesOf(onMatters);
  const overdue = new OverdueDuties({
    ...{ deadlines: clocks.deadlines, incidents: incident.incidents },
    rules: ground.rules.deadlines,
  });
  const laterReviewDeadline = new LaterReviewDeadline(clocks, stores, ground.rules.signOff);
  const scrutiny = new ScrutinyDeadline(clocks, stores);
  const disclosure = new DisclosureDeadline(clocks, clock);
  const signers = new TellSigners(common);
  const desk = new SignOffDesk({ ...common, signers, followers: [triggered, advise, releaseDeadline] });
  const followers = [
    new VoidSignatures(stores.signatures, stores.audit, clock),
    // `triggered` holds the matter, which everybody holds before the findings (`held-finding.ts`).
    ...[triggered, advise, releaseDeadline, scrutiny, disclosure],
    new SettleNotPublic({
      ...{ ...common, entries: new RegisterStore(), deadlines: ground.rules.deadlines },
      ...{ startDeadline: clocks.start, endDeadline: clocks.end },
    }),
    new KeepChain(common),
    new TellOnSubmission(desk, signers),
  ];
  const bars = [...incident.bars, new UrgencyBar(stores.organs, ground.rules.signOff), disclosure];
  const releaseParts = { ...common, followers, bars };
  const content = contentCasesOf(common);
  const revise = new ReviseRelease(releaseParts);
  const withdraw = new WithdrawRelease(releaseParts);
  const rulingParts = { ...common, revise, withdraw };
  const signOff = signOffCasesOf({ desk, laterReviewDeadline, renditions, bars, tell: common });
  const waiting = new WaitingFor(desk);
  const listing = new ReleaseListing(clock);
  const submit = new SubmitRelease(releaseParts, content.check);
  const releaseList = releaseListCasesOf({ ...releaseParts, listing, waiting, submit });
  const board = new FindingBoard(stores.findings, stores.duties);
  const groupBoard = new FindingGroupBoard(stores.findings, board);
  const rule = new RuleOnFinding(rulingParts);
  const matter = matterCasesOf(onMatters);
  const directive = directiveCasesOf({ ...onMatters, matter });
  const plan = planCasesOf({ ...onMatters, matter });
  const missed = new MissedOrders({
    ...{ plans: plan.store, directives: directive.store, rules: ground.rules.deadlines },
  });
  const period = periodCasesOf(common);
  const items = new MissedItems(period.store);
  const duties = new WatchDuties({ ...common, record, report, sources: [overdue, missed, items] });
  return {
    ...stores,
    database,
    clock,
    renditions,
    rules: ground.rules,
    notifier: common.notifier,
    chatMessages,
    consoleUrl: ground.consoleUrl,
    gate,
    index,
    gaps,
    dutyGaps: duties,
    compareHeard: new CompareHeard({ ...common, index, record, report, heard: stores.heardTexts }),
    reconsider: new ReconsiderFindings({ ...common, gate }),
    matter,
    directive,
    plan,
    period,
    desk,
    listing,
    board,
    showOrgans: new ShowOrgans(database, stores.organs, ground.rules.organs),
    clocks,
    ruleNumbers: ruleCasesOf(common, ruleBarsOf(common)),
    incident,
    /** Told in the transaction that lets a release out: the duties that it fulfils end with it. */
    released: async (queries: Queries, release: Release, by: string): Promise<void> => {
      for (const duty of [
        ...[releaseDeadline, laterReviewDeadline, scrutiny, disclosure, triggered],
        ...[directive.fulfil, incident.follow],
      ])
        await duty.released(queries, release, by);
      await duties.settle(queries);
    },
    laterReviewDeadline,
    revise,
    withdraw,
    openCorrection: new OpenCorrection(releaseParts, revise),
    abandonCorrection: new AbandonCorrection(releaseParts),
    followers,
    ...accessCasesOf(common),
    create: new CreateRelease(releaseParts),
    submit,
    releaseList,
    showReleases: releaseList.showReleases,
    takeBack: releaseList.takeBack,
    drafting: draftCasesOf({ ...common, revise }),
    content,
    showContent: content.show,
    storeAttachment: new StoreAttachment(common),
    storeImage: new StoreImage(common),
    readDocument: new ReadDocument(common),
    ...signOff,
    releaseClocks: new ReleaseClocks({ ...stores, ...clocks, incidents: incident.incidents }),
    showFindings: new ShowFindings({ ...common, board, gate }),
    checkDraft: new CheckDraft({ ...common, index, agreed, board }),
    showGroups: new ShowGroups({ ...common, board, groupBoard }),
    forwardGroup: new ForwardGroup({ ...common, board, groupBoard }),
    ruleOnGroup: new RuleOnGroup({ ...common, groupBoard, rule }),
    rule,
    coordinate: new CoordinateFinding(rulingParts),
    importReleases: new ImportReleases({ ...common, gate: stores.gateStore, index, record }),
  };
};
