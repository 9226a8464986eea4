import type { BriefFormat, ConferenceQuery } from '../../libs/conference/conference.api.js';
import type { ConferenceList, ConferenceView } from '../../libs/conference/conference-view.api.js';
import type { RoutineDutyList, RoutineDutyQuery } from '../../libs/conference/routine-duty.api.js';
import type {
  DutyList,
  DutyQuery,
  FindingList,
  FindingQuery,
  FindingView,
} from '../../libs/conflict/conflict.api.js';
import type {
  FindingGroupList,
  FindingGroupQuery,
  FindingGroupView,
} from '../../libs/conflict/finding-group.api.js';
import type { LiveCheck, LiveCheckInput } from '../../libs/conflict/live-check.api.js';
import type { CalendarView } from '../../libs/deadline/calendar.api.js';
import type { DeadlineDetail, DeadlineList, DeadlineQueryInput } from '../../libs/deadline/deadline.api.js';
import type { AmendmentList, AmendmentPlanView } from '../../libs/dispatch/amendment.api.js';
import type { AttemptList } from '../../libs/dispatch/attempt.api.js';
import type {
  DeliveryList,
  DeliveryListQuery,
  PublishedView,
  PublishInput,
} from '../../libs/dispatch/dispatch.api.js';
import type { IncidentList, IncidentQuery, IncidentView } from '../../libs/incident/incident.api.js';
import type { ErrorBody, Page, PageQuery } from '../../libs/kernel/answer.api.js';
import type {
  DirectiveList,
  DirectiveQuery,
  DirectiveView,
} from '../../libs/matter/directive/directive.api.js';
import type { MatterList, MatterQuery, MatterView } from '../../libs/matter/matter.api.js';
import type { PeriodPlanList, PeriodPlanView } from '../../libs/matter/period/period.api.js';
import type { PlanList, PlanQuery, PlanView } from '../../libs/matter/plan/plan.api.js';
import type { OrganList } from '../../libs/organ/organ.api.js';
import type {
  OpenCorrectionInput,
  PreviewList,
  ReleaseDraftInput,
  ReleaseList,
  ReleaseQuery,
  ReleaseStanding,
  ReviseReleaseInput,
} from '../../libs/release/release.api.js';
import type { AttachmentView, ImageView, ImportedDocument } from '../../libs/release/upload.api.js';
import type {
  DigestList,
  ExportFormat,
  ExportQuery,
  FrozenExportQuery,
  FrozenSummary,
  FrozenView,
  ReportName,
  ReportQuery,
  ReportView,
  RowList,
  RowQuery,
} from '../../libs/report/report.api.js';
import type { ViolationList, ViolationQuery, ViolationView } from '../../libs/report/violation.api.js';
import type { OrganRoster, PublicationList, RosterList, RosterQuery } from '../../libs/roster/roster.api.js';
import type { ProposedTimeInput, ScheduleInput } from '../../libs/schedule/schedule.api.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';
import type { DriftList, DriftQuery } from '../../libs/watch/drift.api.js';

type FrozenList = Page<FrozenSummary>;

interface Answer<Body> {
  responses: {
    200: { content: { 'application/json': Body } };
    default: { content: { 'application/json': ErrorBody } };
  };
}
interface ById {
  parameters: { path: { id: string } };
}
interface ByQuery<Query> {
  parameters: { query: Partial<Query> };
}
interface ByDigest {
  parameters: { path: { sha256: string } };
}
interface Upload {
  requestBody: { content: { 'multipart/form-data': FormData } };
}
interface Post<Input, Body> extends Answer<Body> {
  parameters: { path: { id: string } };
  requestBody: { content: { 'application/json': Input } };
}

/** The routes that the commands call, in the words of the server's own schemas; `/api/openapi.json` tells all of them. */
export interface ApiPaths {
  '/api/releases': {
    get: Answer<ReleaseList> & { parameters: { query: Partial<ReleaseQuery> } };
    post: Answer<ReleaseStanding> & { requestBody: { content: { 'application/json': ReleaseDraftInput } } };
  };
  '/api/releases/{id}': {
    get: Answer<ReleasePage> & ById;
    put: Answer<ReleaseStanding> &
      ById & { requestBody: { content: { 'application/json': ReviseReleaseInput } } };
  };
  '/api/releases/{id}/previews': { get: Answer<PreviewList> & ById };
  '/api/releases/{id}/proposed-time': {
    put: Answer<{ done: true }> &
      ById & { requestBody: { content: { 'application/json': ProposedTimeInput } } };
    delete: Answer<{ done: true }> & ById;
  };
  '/api/release-bulk/table': { get: Answer<unknown> & { parameters: { query: { ids: string } } } };
  '/api/import': { post: Answer<ImportedDocument> & Upload };
  '/api/images/{sha256}': { get: Answer<unknown> & ByDigest };
  '/api/attachments/{sha256}': { get: Answer<unknown> & ByDigest };
  '/api/images': { post: Answer<ImageView> & Upload };
  '/api/attachments': { post: Answer<AttachmentView> & Upload };
  '/api/matters': { get: Answer<MatterList> & { parameters: { query: Partial<MatterQuery> } } };
  '/api/matters/{id}': { get: Answer<MatterView> & ById };
  '/api/finding-groups': {
    get: Answer<FindingGroupList> & { parameters: { query: Partial<FindingGroupQuery> } };
  };
  '/api/finding-groups/{id}': { get: Answer<FindingGroupView> & ById };
  '/api/correction-duties': { get: Answer<DutyList> & { parameters: { query: Partial<DutyQuery> } } };
  '/api/frozen-reports': { get: Answer<FrozenList> & { parameters: { query: Partial<PageQuery> } } };
  '/api/frozen-reports/{id}': { get: Answer<FrozenView> & ById };
  '/api/frozen-reports/{id}/export': {
    get: Answer<unknown> & { parameters: { path: { id: string }; query: FrozenExportQuery } };
  };
  '/api/inconsistency-digests': { get: Answer<DigestList> & { parameters: { query: Partial<PageQuery> } } };
  '/api/inconsistency-digests/{day}/export': {
    get: Answer<unknown> & { parameters: { path: { day: string }; query: { format: ExportFormat } } };
  };
  '/api/releases/{id}/submit': { post: Post<{ digest: string }, ReleaseStanding> };
  '/api/releases/{id}/take-back': { post: Post<{ digest: string }, ReleaseStanding> };
  '/api/releases/{id}/withdraw': { post: Post<{ reason: string }, ReleaseStanding> };
  '/api/releases/{id}/correction': { post: Post<OpenCorrectionInput, ReleaseStanding> };
  '/api/releases/{id}/correction/abandon': { post: Post<{ reason: string }, ReleaseStanding> };
  '/api/releases/{id}/amendment-plan': {
    get: Answer<AmendmentPlanView> & {
      parameters: { path: { id: string }; query: { kind: 'correct' | 'withdraw' } };
    };
  };
  '/api/releases/{id}/amendments': { get: Answer<AmendmentList> & ById };
  '/api/releases/{id}/publish': { post: Post<PublishInput, PublishedView> };
  '/api/releases/{id}/schedule': {
    post: Post<ScheduleInput, { done: true }>;
    delete: Answer<{ done: true }> & ById;
  };
  '/api/releases/{id}/deliveries': {
    get: Answer<DeliveryList> & { parameters: { path: { id: string }; query: Partial<DeliveryListQuery> } };
  };
  '/api/deliveries/{id}/attempts': {
    get: Answer<AttemptList> & { parameters: { path: { id: string }; query: Partial<PageQuery> } };
  };
  '/api/deliveries/{id}/retry': {
    post: Answer<{ done: true }> & ById;
  };
  '/api/findings': { get: Answer<FindingList> & { parameters: { query: Partial<FindingQuery> } } };
  '/api/findings/{id}': { get: Answer<FindingView> & ById };
  '/api/findings/{id}/report': {
    get: Answer<unknown> & { parameters: { path: { id: string }; query: { format: ExportFormat } } };
  };
  '/api/live-check': {
    post: Answer<LiveCheck> & { requestBody: { content: { 'application/json': LiveCheckInput } } };
  };
  '/api/incidents': { get: Answer<IncidentList> & ByQuery<IncidentQuery> };
  '/api/incidents/{id}': { get: Answer<IncidentView> & ById };
  '/api/conferences': { get: Answer<ConferenceList> & ByQuery<ConferenceQuery> };
  '/api/conferences/{id}': { get: Answer<ConferenceView> & ById };
  '/api/conferences/{id}/brief': {
    get: Answer<unknown> & { parameters: { path: { id: string }; query: { format: BriefFormat } } };
  };
  '/api/routine-duties': { get: Answer<RoutineDutyList> & ByQuery<RoutineDutyQuery> };
  '/api/plans': { get: Answer<PlanList> & ByQuery<PlanQuery> };
  '/api/plans/{id}': { get: Answer<PlanView> & ById };
  '/api/period-plans': { get: Answer<PeriodPlanList> & ByQuery<PageQuery> };
  '/api/period-plans/{id}': { get: Answer<PeriodPlanView> & ById };
  '/api/period-plans/{id}/export': { get: Answer<unknown> & ById };
  '/api/directives': { get: Answer<DirectiveList> & ByQuery<DirectiveQuery> };
  '/api/directives/{id}': { get: Answer<DirectiveView> & ById };
  '/api/violations': { get: Answer<ViolationList> & ByQuery<ViolationQuery> };
  '/api/violations/{id}': { get: Answer<ViolationView> & ById };
  '/api/deadlines': { get: Answer<DeadlineList> & ByQuery<DeadlineQueryInput> };
  '/api/deadlines/{id}': { get: Answer<DeadlineDetail> & ById };
  '/api/calendar': { get: Answer<CalendarView> };
  '/api/drifts': { get: Answer<DriftList> & ByQuery<DriftQuery> };
  '/api/organs': { get: Answer<OrganList> };
  '/api/roster': { get: Answer<RosterList> & ByQuery<RosterQuery> };
  '/api/roster/{organId}': { get: Answer<OrganRoster> & { parameters: { path: { organId: string } } } };
  '/api/roster-publications': { get: Answer<PublicationList> };
  '/api/roster-publications/{id}/csv': { get: Answer<unknown> & ById };
  '/api/report-rows': { get: Answer<RowList> & ByQuery<RowQuery> };
  '/api/reports/{name}': {
    get: Answer<ReportView> & { parameters: { path: { name: ReportName }; query: ReportQuery } };
  };
  '/api/reports/{name}/export': {
    get: Answer<unknown> & { parameters: { path: { name: ReportName }; query: ExportQuery } };
  };
}
