import type { Provider } from '@nestjs/common';
import type { ReleaseBar, RenditionSource } from '@koujing/release';
import {
  AddRemark,
  ApproveRelease,
  ConfirmRelease,
  LookStore,
  ReadyToRelease,
  RecordLook,
  RemarkStore,
  ReturnRelease,
  ReviewConfidentiality,
  ReviewLater,
  ReviewText,
  SendUp,
  SettleLeader,
  ShowStaffing,
  type LaterReviewDeadline,
  type SignOffDesk,
} from '@koujing/signoff';
import { SUPERIOR_APPROVAL } from '../../libs/signoff/signoff.controller.js';

interface SignOffGround {
  readonly desk: SignOffDesk;
  readonly laterReviewDeadline: LaterReviewDeadline;
  readonly renditions: RenditionSource;
  readonly bars: readonly ReleaseBar[];
  readonly tell: ConstructorParameters<typeof AddRemark>[2];
}

export type SignOffCases = ReturnType<typeof signOffCasesOf>;

/** Everyone who signs a release, and whether it may go out. */
export const signOffCasesOf = ({ desk, laterReviewDeadline, renditions, bars, tell }: SignOffGround) => {
  const looks = new LookStore();
  const remarks = new RemarkStore();
  return {
    looks,
    remarks,
    recordLook: new RecordLook(desk, looks),
    addRemark: new AddRemark(desk, remarks, tell),
    review: new ReviewConfidentiality(desk),
    confirm: new ConfirmRelease(desk),
    approve: new ApproveRelease(desk),
    approveAsSuperior: new ApproveRelease(desk, 'superiorApproval'),
    reviewText: new ReviewText(desk),
    reviewLater: new ReviewLater(desk, laterReviewDeadline),
    sendUp: new SendUp(desk),
    showStaffing: new ShowStaffing(desk.parts),
    settleLeader: new SettleLeader(desk.parts),
    return: new ReturnRelease(desk),
    ready: new ReadyToRelease(desk, renditions, bars),
  };
};

export const signOffProviders = (cases: SignOffCases): readonly Provider[] => [
  { provide: ReviewConfidentiality, useValue: cases.review },
  { provide: ConfirmRelease, useValue: cases.confirm },
  { provide: ApproveRelease, useValue: cases.approve },
  { provide: SUPERIOR_APPROVAL, useValue: cases.approveAsSuperior },
  { provide: ReviewText, useValue: cases.reviewText },
  { provide: ReviewLater, useValue: cases.reviewLater },
  { provide: SendUp, useValue: cases.sendUp },
  { provide: ShowStaffing, useValue: cases.showStaffing },
  { provide: SettleLeader, useValue: cases.settleLeader },
  { provide: ReturnRelease, useValue: cases.return },
  { provide: RecordLook, useValue: cases.recordLook },
  { provide: AddRemark, useValue: cases.addRemark },
];
