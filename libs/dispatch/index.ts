export type { Account } from './account.js';
export { AccountHealthStore } from './account-health-store.sql.js';
export { AdvanceAmendments } from './advance-amendments.js';
export { AmendmentNotices } from './amendment-notices.sql.js';
export { AmendmentStore } from './amendment-store.sql.js';
export { FinishStep } from './finish-step.js';
export { ManualStepStore } from './manual-step-store.sql.js';
export { OrderAmendment } from './order-amendment.js';
export { ReviewWithdrawal } from './review-withdrawal.js';
export { ShowAmendments } from './show-amendments.js';
export { WithdrawPublished, type Withdrawal } from './withdraw-published.js';
export { AccountStore } from './account-store.sql.js';
export { AskAgain } from './ask-again.js';
export { assembleRunner, assembleWorker, type WorkerHouse } from './assemble-worker.js';
export { Crew } from './crew.js';
export { type RunnerParts } from './attempt-runner.js';
export { CancelUnsent } from './cancel-unsent.sql.js';
export { ChannelRenditions, type AccountRendition, type RenditionParts } from './channel-renditions.js';
export { ChangeStore, type ChangedRow, type ChangedTopic } from './change-store.sql.js';
export { ChooseAlternative } from './choose-alternative.js';
export type { Refusal } from './claim.js';
export { type Claimant } from './claim-store.sql.js';
export { DecideDelivery } from './decide-delivery.js';
export type { DeedParts } from './delivery-deed.js';
export { type Delivery, type DeliveryState, type Operation } from './delivery.js';
export { DeliveryStore, type DeliveryQuery, type ListedDelivery } from './delivery-store.sql.js';
export { ExamineAccount } from './examine-account.js';
export { htmlOf } from './notice-text.js';
export { type NotifierPort, type PersonMessage } from './notices.sql.js';
export { Metrics } from './metrics.js';
export { OperationsStore } from './operations.sql.js';
export type { PictureSource } from './pictures.js';
export { operators, responsible } from './persons-to-tell.sql.js';
export { SendEmbargoedCopies } from './mail/send-embargoed-copies.js';
export { MailReturnStore } from './mail/mail-return-store.sql.js';
export { ShowReturns } from './mail/show-returns.js';
export { TakeReturn } from './mail/take-return.js';
export { Unsubscribe } from './mail/unsubscribe.js';
export { insertPlan } from './plan-store.sql.js';
export { plan, type PlanInput, type PlannedDelivery, type Share } from './plan.js';
export { ProgressFeed } from './progress-feed.js';
export { StoredPublishedIndex } from './site/published-index.sql.js';
export {
  dispatchQueue,
  PublishRelease,
  type GateDecision,
  type Published,
  type PublishParts,
} from './publish-release.js';
export { ReleasePictures } from './release-pictures.js';
export { RenditionStore } from './rendition-store.sql.js';
export { ResendDeliveries } from './resend-deliveries.js';
export type { ResendResult } from './resend.api.js';
export { RenewConsent } from './renew-consent.js';
export { ResumeAccount } from './resume-account.js';
export { RetryDelivery } from './retry-delivery.js';
export { SecretBox, secretBoxFrom } from './secret-box.js';
export { QuotaStore } from './quota-store.sql.js';
export { ShowAccounts } from './show-accounts.js';
export { ShowOperations } from './show-operations.js';
export { ReadBack, type Looked } from './read-back.js';
export { ShowDeliveries, type ReadBackSource, type ShowParts } from './show-deliveries.js';
export { TokenStore } from './token-store.sql.js';
export { WarnOfExpiry } from './warn-of-expiry.js';
export { WatchProgress, type StreamEvent } from './watch-progress.js';
export { Worker, type WorkerOptions, type WorkerParts } from './worker.js';
export { KeepAccounts, withOwnKey } from './keep-accounts.js';
export { ShowAccountForms } from './show-account-forms.js';
export { TryAccount } from './try-account.js';
