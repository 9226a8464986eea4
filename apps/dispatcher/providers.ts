import type { Provider } from '@nestjs/common';
import {
  CheckDraft,
  CoordinateFinding,
  ForwardGroup,
  RuleOnFinding,
  RuleOnGroup,
  ShowFindings,
  ShowGroups,
} from '@koujing/conflict';
import { Database } from '@koujing/database';
import { NotificationStore } from '@koujing/notify';
import { ShowOrgans } from '@koujing/organ';
import {
  AbandonCorrection,
  CreateRelease,
  OpenCorrection,
  ReadDocument,
  ReviseRelease,
  ShowReleases,
  StoreAttachment,
  StoreImage,
  SubmitRelease,
  TakeBackSubmission,
  WithdrawRelease,
} from '@koujing/release';
import { ShowApprovals, ReleasePage, type DispatchFace } from '@koujing/signoff';
import { draftProviders } from './draft-cases.js';
import { directiveProviders } from './directive-cases.js';
import { deadlineProviders } from './deadline-cases.js';
import { accessProviders } from './access-cases.js';
import { ruleProviders } from './rule-cases.js';
import { periodProviders } from './period-cases.js';
import { planProviders } from './plan-cases.js';
import { contentProviders } from './content-cases.js';
import { matterProviders } from './matter-cases.js';
import { signOffProviders } from './sign-off-cases.js';
import { COOKIE_OPTIONS } from '@koujing/access';
import { CLOCK } from './notify.controller.js';
import type { UseCases } from './use-cases.js';

/** The providers that the controllers of `ApiModule` inject. */
export const providersOf = (
  cases: UseCases,
  face: { readonly dispatch: DispatchFace; readonly secureCookie: boolean },
): readonly Provider[] => {
  const page = new ReleasePage({ ...cases, dispatch: face.dispatch });
  return [
    { provide: Database, useValue: cases.database },
    { provide: CLOCK, useValue: cases.clock },
    { provide: COOKIE_OPTIONS, useValue: { secure: face.secureCookie } },
    ...accessProviders(cases),
    { provide: ShowOrgans, useValue: cases.showOrgans },
    { provide: NotificationStore, useValue: cases.notifications },
    { provide: ShowReleases, useValue: cases.showReleases },
    { provide: CreateRelease, useValue: cases.create },
    ...draftProviders(cases.drafting),
    { provide: ReviseRelease, useValue: cases.revise },
    { provide: SubmitRelease, useValue: cases.submit },
    { provide: WithdrawRelease, useValue: cases.withdraw },
    { provide: TakeBackSubmission, useValue: cases.takeBack },
    { provide: OpenCorrection, useValue: cases.openCorrection },
    { provide: AbandonCorrection, useValue: cases.abandonCorrection },
    { provide: StoreAttachment, useValue: cases.storeAttachment },
    { provide: StoreImage, useValue: cases.storeImage },
    { provide: ReadDocument, useValue: cases.readDocument },
    { provide: ReleasePage, useValue: page },
    { provide: ShowApprovals, useValue: new ShowApprovals({ ...cases, page, clocks: cases.releaseClocks }) },
    ...signOffProviders(cases),
    ...deadlineProviders(cases.clocks),
    ...ruleProviders(cases.ruleNumbers),
    ...contentProviders(cases.content),
    ...matterProviders(cases.matter),
    ...directiveProviders(cases.directive),
    ...planProviders(cases.plan),
    ...periodProviders(cases.period),
    { provide: CheckDraft, useValue: cases.checkDraft },
    { provide: ShowGroups, useValue: cases.showGroups },
    { provide: ForwardGroup, useValue: cases.forwardGroup },
    { provide: RuleOnGroup, useValue: cases.ruleOnGroup },
    { provide: ShowFindings, useValue: cases.showFindings },
    { provide: RuleOnFinding, useValue: cases.rule },
    { provide: CoordinateFinding, useValue: cases.coordinate },
  ];
};
