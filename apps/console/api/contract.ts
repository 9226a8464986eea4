import type { DutyList } from '../../../libs/conflict/conflict.api.js';
/** The contracts of the HTTP API, the same files that the server checks with. */
export {
  type sessionSchema,
  type signedOutSchema,
  type Role,
  type SessionView,
} from '../../../libs/access/access.api.js';
export { csrfHeader } from '../../../libs/access/csrf.api.js';
export { rolesThatMay } from '../../../libs/access/roles-that-may.api.js';
export {
  type checkResultSchema,
  type dutyListSchema,
  type findingSchema,
  type CorrectionDutyView,
  type FactConflictView,
  type FindingQuery,
  type FindingState,
  type FindingSummary,
  type FindingView,
  type RulingInput,
  type RulingKind,
} from '../../../libs/conflict/conflict.api.js';
export {
  type attemptListSchema,
  type AttemptOutcome,
  type AttemptView,
  type CodeMeaning,
} from '../../../libs/dispatch/attempt.api.js';
export { type driftListSchema, type OpenDrift } from '../../../libs/watch/drift.api.js';
export { safeHref } from '../../../libs/block/block-limits.api.js';
export { serverTimeHeader } from '../../../libs/kernel/server-time.api.js';
export { counted } from '../../../libs/kernel/counted.api.js';
export { type Trace } from '../../../libs/block/trace.api.js';
export { tracePlaceWords, traceWords } from '../../../libs/block/trace-words.api.js';
export { type staffingListSchema, type StaffingList } from '../../../libs/signoff/staffing.api.js';
export type OwedDuty = DutyList['items'][number];
export {
  type issuerListSchema,
  type organListSchema,
  type OrganView,
} from '../../../libs/organ/organ.api.js';
export {
  type missingListSchema,
  type registerListSchema,
  type relayBoardSchema,
  type ruleBookSchema,
  type storedFileSchema,
  type RegisterEntryView,
  type RegisterName,
  type RelayBoard,
} from '../../../libs/register/register.api.js';
export {
  type organRosterSchema,
  type publicationListSchema,
  type rosterListSchema,
  type EntryView as RosterEntryView,
  type OrganRoster,
  type RosterRow,
} from '../../../libs/roster/roster.api.js';
export {
  type previewListSchema,
  type releaseListSchema,
  type releaseStandingSchema,
  type ChannelWords,
  type PreviewView,
  type ReleaseDraftInput,
  type ReleaseKind,
  type ReleaseQuery,
  type ReleaseState,
  type ReleaseStanding,
  type ReleaseList,
  type ReleaseSummary,
  type TimeProposalView,
  type ReleaseVersionView,
} from '../../../libs/release/release.api.js';
export {
  type attachmentSchema,
  type imageSchema,
  type importedDocumentSchema,
  type AttachmentView,
  type ImportedDocument,
} from '../../../libs/release/upload.api.js';
export {
  type bulkPlanSchema,
  type bulkResultSchema,
  type BulkAction,
  type BulkInput,
  type BulkPlan,
  type BulkResult,
} from '../../../libs/release/bulk.api.js';
export { type viewListSchema, type ViewList } from '../../../libs/release/release-view.api.js';
export { standingViews, type StandingView } from '../../../libs/release/standing-views.api.js';
export {
  type editingSchema,
  type workingCopyKeptSchema,
  type workingCopySchema,
  type EditingView,
  type KeepWorkingCopyInput,
  type WorkingCopyKept,
  type WorkingCopyView,
  type WorkingDraft,
} from '../../../libs/release/working-copy.api.js';
export {
  type authorisationListSchema,
  type delegationListSchema,
  type termDeskSchema,
  type AuthorisationView,
  type DelegationView,
  type TermDeskView,
  type TermState,
} from '../../../libs/authorisation/authorisation.api.js';
export type { ConcernView, ContentView, ElementView } from '../../../libs/content/content.api.js';
export {
  type releasePageSchema,
  type ActionName,
  type HintView,
  type ReleasePage,
  type SignatureView,
  type StageView,
} from '../../../libs/signoff/signoff.api.js';
export {
  type approvalListSchema,
  type approvalSchema,
  type ApprovalClock,
  type ApprovalSummary,
  type ApprovalView,
} from '../../../libs/signoff/approval.api.js';
export { REMARK_MAX } from '../../../libs/signoff/remark.api.js';
export { type operationsSchema, type OperationsView } from '../../../libs/dispatch/operations.api.js';
export { type resendResultSchema, type ResendResult } from '../../../libs/dispatch/resend.api.js';
export {
  type amendmentListSchema,
  type amendmentPlanSchema,
  type AmendmentAct,
  type AmendmentList,
  type AmendmentView,
  type ManualStepView,
  type PlannedActView,
} from '../../../libs/dispatch/amendment.api.js';
export {
  type accountListSchema,
  type consentDoneSchema,
  type consentPageSchema,
  type deliveryEventSchema,
  type deliveryListSchema,
  type AccountView,
  type DecisionInput,
  type DeliveryList,
  type DeliveryView,
} from '../../../libs/dispatch/dispatch.api.js';
export {
  type deadlineDetailSchema,
  type deadlineListSchema,
  type DeadlineDetail,
  type DeadlineView,
  type StartEvent,
} from '../../../libs/deadline/deadline.api.js';
export {
  type findingGroupListSchema,
  type findingGroupSchema,
  type FindingGroupSummary,
  type FindingGroupView,
  type ForwardingInput,
  type GroupRulingInput,
} from '../../../libs/conflict/finding-group.api.js';
export { type liveCheckSchema, type LiveCheck } from '../../../libs/conflict/live-check.api.js';
export {
  type incidentListSchema,
  type incidentSchema,
  type IncidentSummary,
  type IncidentView,
} from '../../../libs/incident/incident.api.js';
export {
  type matterListSchema,
  type matterSchema,
  type AgreedLineView,
  type FactAttribute,
  type MatterSummary,
  type MatterView,
} from '../../../libs/matter/matter.api.js';
export type { MailingListView } from '../../../libs/media/media.api.js';
export {
  type calendarPreviewSchema,
  type calendarViewSchema,
  type CalendarPreview,
  type CalendarView,
} from '../../../libs/deadline/calendar.api.js';
export {
  type digestListSchema,
  type frozenListSchema,
  type frozenSchema,
  type reportSchema,
  type rowListSchema,
  type FilterView,
  type FrozenView,
  type ReportContent,
  type ReportName,
  type ReportTable,
  type ReportView,
} from '../../../libs/report/report.api.js';
export { type rulesViewSchema, type RulesView } from '../../../libs/rule/rule.api.js';
export type {
  ConferenceKind,
  ConferenceState,
  Speaker as SpeakerInput,
} from '../../../libs/conference/conference.api.js';
export {
  type conferenceListSchema,
  type conferenceSchema,
  type ChainStepView,
  type ConferenceAction,
  type ConferenceClockView,
  type ConferenceSummary,
  type ConferenceView,
} from '../../../libs/conference/conference-view.api.js';
export {
  type directiveListSchema,
  type directiveSchema,
  type DirectiveView,
} from '../../../libs/matter/directive/directive.api.js';
export { type planListSchema, type planSchema, type PlanView } from '../../../libs/matter/plan/plan.api.js';
export {
  type periodPlanListSchema,
  type periodPlanSchema,
  type PeriodPlanView,
} from '../../../libs/matter/period/period.api.js';
export {
  type violationListSchema,
  type violationSchema,
  type ViolationSummary,
  type ViolationView,
} from '../../../libs/report/violation.api.js';
export {
  type routineDutyListSchema,
  type RoutineDutyList,
} from '../../../libs/conference/routine-duty.api.js';
export { type agendaSchema, type AgendaDay, type AgendaEntry } from '../../../libs/schedule/agenda.api.js';
export { type notificationListSchema, type NotificationView } from '../../../libs/notify/notify.api.js';
export {
  type auditPageSchema,
  type chainViewSchema,
  type AuditEntryView,
  type ChainView,
} from '../../../libs/audit/audit.api.js';
export {
  type firstPasswordSchema,
  type passwordResetSchema,
  type peopleListSchema,
  type FirstPassword,
  type PeopleList,
  type PersonView,
} from '../../../libs/access/people/people.api.js';
export {
  type keyAnswerSchema,
  type keyListSchema,
  type IssuedKey,
  type KeyAnswer,
  type KeyView,
} from '../../../libs/access/keys/key.api.js';
export {
  type foreignSourceListSchema,
  type ForeignSourceList,
  type ForeignSourceView,
} from '../../../libs/watch/foreign/foreign-source.api.js';
export {
  type chatListSchema,
  type chatTrialSchema,
  type ChatDestinationView,
  type ChatList,
  type ChatPlatformName,
} from '../../../libs/chat/chat.api.js';
export {
  type accountFormSchema,
  type accountFormsSchema,
  type trialOutcomeSchema,
  type AccountForm,
  type AccountForms,
  type FormFieldView,
} from '../../../libs/dispatch/account-form.api.js';
export {
  type addedSubscriptionSchema,
  type eventDeliveryListSchema,
  type subscriptionListSchema,
  type subscriptionTrialSchema,
  type AddedSubscription,
  type SubscriptionList,
  type SubscriptionTrial,
  type SubscriptionView,
} from '../../../libs/subscription/subscription.api.js';
