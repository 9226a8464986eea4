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
import type {
  DeliveryList,
  DeliveryListQuery,
  PublishedView,
  PublishInput,
} from '../../libs/dispatch/dispatch.api.js';
import type { ErrorBody, Page, PageQuery } from '../../libs/kernel/answer.api.js';
import type { MatterList, MatterQuery, MatterView } from '../../libs/matter/matter.api.js';
import type {
  OpenCorrectionInput,
  PreviewList,
  ReleaseDraftInput,
  ReleaseList,
  ReleaseQuery,
  ReleaseStanding,
  ReviseReleaseInput,
} from '../../libs/release/release.api.js';
import type { AttachmentView, ImageView } from '../../libs/release/upload.api.js';
import type {
  DigestList,
  ExportFormat,
  ExportQuery,
  FrozenExportQuery,
  FrozenSummary,
  FrozenView,
  ReportName,
} from '../../libs/report/report.api.js';
import type { ProposedTimeInput, ScheduleInput } from '../../libs/schedule/schedule.api.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';

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
  '/api/releases/{id}/publish': { post: Post<PublishInput, PublishedView> };
  '/api/releases/{id}/schedule': {
    post: Post<ScheduleInput, { done: true }>;
    delete: Answer<{ done: true }> & ById;
  };
  '/api/releases/{id}/deliveries': {
    get: Answer<DeliveryList> & { parameters: { path: { id: string }; query: Partial<DeliveryListQuery> } };
  };
  '/api/deliveries/{id}/retry': {
    post: Answer<{ done: true }> & ById;
  };
  '/api/findings': { get: Answer<FindingList> & { parameters: { query: Partial<FindingQuery> } } };
  '/api/findings/{id}': { get: Answer<FindingView> & ById };
  '/api/reports/{name}/export': {
    get: Answer<unknown> & { parameters: { path: { name: ReportName }; query: ExportQuery } };
  };
}
