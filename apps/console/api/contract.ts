import type { DutyList } from '../../../libs/conflict/conflict.api.js';
/** The contracts of the HTTP API, the same files that the server checks with. */
export {
  csrfHeader,
  roleSchema,
  rolesThatMay,
  sessionSchema,
  type Role,
  type SessionView,
} from '../../../libs/access/access.api.js';
export {
  checkResultSchema,
  dutyListSchema,
  findingSchema,
  type CorrectionDutyView,
  type FactConflictView,
  type FindingQuery,
  type FindingState,
  type FindingSummary,
  type FindingView,
  type RulingInput,
  type RulingKind,
} from '../../../libs/conflict/conflict.api.js';
export { blocksSchema, safeHref } from '../../../libs/block/block.api.js';
export { counted } from '../../../libs/kernel/counted.api.js';
export { tracePlaceWords, traceWords, type Trace } from '../../../libs/block/trace.api.js';
export { staffingListSchema, type StaffingList } from '../../../libs/signoff/staffing.api.js';
export type OwedDuty = DutyList['items'][number];
export { issuerListSchema, organListSchema, type OrganView } from '../../../libs/organ/organ.api.js';
export {
  missingListSchema,
  registerListSchema,
  relayBoardSchema,
  ruleBookSchema,
  storedFileSchema,
  type RegisterEntryView,
  type RegisterName,
  type RelayBoard,
} from '../../../libs/register/register.api.js';
export {
  organRosterSchema,
  publicationListSchema,
  rosterListSchema,
  type EntryView as RosterEntryView,
  type OrganRoster,
  type RosterRow,
} from '../../../libs/roster/roster.api.js';
export {
  previewListSchema,
  releaseListSchema,
  releaseStandingSchema,
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
  attachmentSchema,
  imageSchema,
  importedDocumentSchema,
  type AttachmentView,
  type ImportedDocument,
} from '../../../libs/release/upload.api.js';
export {
  bulkPlanSchema,
  bulkResultSchema,
  type BulkAction,
  type BulkInput,
  type BulkPlan,
  type BulkResult,
} from '../../../libs/release/bulk.api.js';
export {
  standingViews,
  viewListSchema,
  type StandingView,
  type ViewList,
} from '../../../libs/release/release-view.api.js';
export {
  editingSchema,
  workingCopyKeptSchema,
  workingCopySchema,
  type EditingView,
  type KeepWorkingCopyInput,
  type WorkingCopyKept,
  type WorkingCopyView,
  type WorkingDraft,
} from '../../../libs/release/working-copy.api.js';
export {
  authorisationListSchema,
  delegationListSchema,
  termDeskSchema,
  type AuthorisationView,
  type DelegationView,
  type TermDeskView,
  type TermState,
} from '../../../libs/authorisation/authorisation.api.js';
export type { ConcernView, ContentView, ElementView } from '../../../libs/content/content.api.js';
export {
  releasePageSchema,
  type ActionName,
  type HintView,
  type ReleasePage,
  type SignatureView,
  type StageView,
} from '../../../libs/signoff/signoff.api.js';
export {
  approvalListSchema,
  approvalSchema,
  type ApprovalClock,
  type ApprovalSummary,
  type ApprovalView,
} from '../../../libs/signoff/approval.api.js';
export { REMARK_MAX } from '../../../libs/signoff/remark.api.js';
export { operationsSchema, type OperationsView } from '../../../libs/dispatch/operations.api.js';
export { resendResultSchema, type ResendResult } from '../../../libs/dispatch/resend.api.js';
export {
  amendmentListSchema,
  amendmentPlanSchema,
  type AmendmentAct,
  type AmendmentList,
  type AmendmentView,
  type ManualStepView,
  type PlannedActView,
} from '../../../libs/dispatch/amendment.api.js';
export {
  accountListSchema,
  consentDoneSchema,
  consentPageSchema,
  deliveryEventSchema,
  deliveryListSchema,
  type AccountView,
  type DecisionInput,
  type DeliveryList,
  type DeliveryView,
} from '../../../libs/dispatch/dispatch.api.js';
export {
  deadlineDetailSchema,
  deadlineListSchema,
  type DeadlineDetail,
  type DeadlineView,
  type StartEvent,
} from '../../../libs/deadline/deadline.api.js';
export {
  findingGroupListSchema,
  findingGroupSchema,
  type FindingGroupSummary,
  type FindingGroupView,
  type ForwardingInput,
  type GroupRulingInput,
} from '../../../libs/conflict/finding-group.api.js';
export { liveCheckSchema, type LiveCheck } from '../../../libs/conflict/live-check.api.js';
export {
  incidentListSchema,
  incidentSchema,
  type IncidentSummary,
  type IncidentView,
} from '../../../libs/incident/incident.api.js';
export {
  matterListSchema,
  matterSchema,
  type AgreedLineView,
  type FactAttribute,
  type MatterSummary,
  type MatterView,
} from '../../../libs/matter/matter.api.js';
export type { MailingListView } from '../../../libs/media/media.api.js';
export {
  calendarPreviewSchema,
  calendarViewSchema,
  type CalendarPreview,
  type CalendarView,
} from '../../../libs/deadline/calendar.api.js';
export {
  digestListSchema,
  frozenListSchema,
  frozenSchema,
  reportSchema,
  rowListSchema,
  type FilterView,
  type FrozenView,
  type ReportContent,
  type ReportName,
  type ReportTable,
  type ReportView,
} from '../../../libs/report/report.api.js';
export { rulesViewSchema, type RulesView } from '../../../libs/settings/rules.api.js';
export type {
  ConferenceKind,
  ConferenceState,
  Speaker as SpeakerInput,
} from '../../../libs/conference/conference.api.js';
export {
  conferenceListSchema,
  conferenceSchema,
  type ChainStepView,
  type ConferenceAction,
  type ConferenceClockView,
  type ConferenceSummary,
  type ConferenceView,
} from '../../../libs/conference/conference-view.api.js';
export {
  directiveListSchema,
  directiveSchema,
  type DirectiveView,
} from '../../../libs/matter/directive/directive.api.js';
export { planListSchema, planSchema, type PlanView } from '../../../libs/matter/plan/plan.api.js';
export {
  periodPlanListSchema,
  periodPlanSchema,
  type PeriodPlanView,
} from '../../../libs/matter/period/period.api.js';
export {
  violationListSchema,
  violationSchema,
  type ViolationSummary,
  type ViolationView,
} from '../../../libs/report/violation.api.js';
export { routineDutyListSchema, type RoutineDutyList } from '../../../libs/conference/routine-duty.api.js';
export { agendaSchema, type AgendaDay, type AgendaEntry } from '../../../libs/schedule/agenda.api.js';
export { notificationListSchema, type NotificationView } from '../../../libs/notify/notify.api.js';
export {
  auditPageSchema,
  chainViewSchema,
  type AuditEntryView,
  type ChainView,
} from '../../../libs/audit/audit.api.js';
export {
  firstPasswordSchema,
  peopleListSchema,
  type FirstPassword,
  type PeopleList,
  type PersonView,
} from '../../../libs/access/people/people.api.js';
export {
  issuedKeySchema,
  keyListSchema,
  type IssuedKey,
  type KeyView,
} from '../../../libs/access/keys/key.api.js';
export {
  foreignSourceListSchema,
  type ForeignSourceList,
  type ForeignSourceView,
} from '../../../libs/watch/foreign/foreign-source.api.js';
export {
  chatListSchema,
  chatTrialSchema,
  type ChatDestinationView,
  type ChatList,
  type ChatPlatformName,
} from '../../../libs/chat/chat.api.js';
export {
  accountFormSchema,
  accountFormsSchema,
  trialOutcomeSchema,
  type AccountForm,
  type AccountForms,
  type FormFieldView,
} from '../../../libs/dispatch/account-form.api.js';
export {
  addedSubscriptionSchema,
  eventDeliveryListSchema,
  subscriptionListSchema,
  subscriptionTrialSchema,
  type AddedSubscription,
  type SubscriptionList,
  type SubscriptionTrial,
  type SubscriptionView,
} from '../../../libs/subscription/subscription.api.js';
