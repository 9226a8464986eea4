import type { AlertFaultTable, AlertMessageTable } from './alert.js';
import type { ForeignSourceTable, HeardTextTable } from './foreign-source.js';
import type {
  AccountWatchTable,
  DriftTable,
  ReadBackTable,
  StrayPostTable,
  SiteWatchTable,
  SiteDriftTable,
} from './watch.js';
import type { ChatDestinationTable, ChatMessageTable } from './chat.js';
import type {
  ApiKeyTable,
  BreakGlassTable,
  ListedRoleTable,
  LoginFailureTable,
  OrganAccountTable,
  PersonTable,
  RecoveryCodeTable,
  RequestOnceTable,
  RoleChangeTable,
  RoleGrantTable,
  SecondFactorTable,
  SessionTable,
} from './access.js';
import type { RuleNumberTable } from './rule.js';
import type { CalendarYearTable, DeadlineEventTable, DeadlineTable, LocalRestDayTable } from './deadline.js';
import type { AuthorisationTable, DelegationTable } from './authorisation.js';
import type {
  ConferenceApprovalTable,
  ConferenceMaterialTable,
  ConferenceSignatureTable,
  ConferenceTable,
  RoutineDutyTable,
  RoutinePeriodTable,
} from './conference.js';
import type {
  CorrectionDutyTable,
  FindingGroupTable,
  FindingReleaseTable,
  FindingTable,
  GateVerdictTable,
  ReleaseFactsTable,
  RulingTable,
} from './conflict.js';
import type {
  AccountHealthTable,
  AccountTable,
  AmendmentTable,
  DeliveryAttemptTable,
  DeliveryTable,
  PreflightTable,
  ManualStepTable,
  QuotaTable,
  RenditionTable,
  TokenTable,
  ConsentTable,
} from './dispatch.js';
import type {
  PortalFormSeenTable,
  PortalFormTable,
  PortalOwedTable,
  PortalSearchTable,
  PortalWrittenTable,
  PublishedAssetTable,
  PublishedChangeTable,
  PublishedListTable,
  PublishedPageTable,
  PublishedPlaceTable,
  SitemapPartTable,
  WithdrawnPageTable,
} from './portal.js';
import type {
  IncidentFiguresTable,
  IncidentHeadquartersTable,
  IncidentReductionTable,
  IncidentReleaseTable,
  IncidentTable,
} from './incident.js';
import type {
  ListDepartureTable,
  MailingListMemberTable,
  MailReturnTable,
  MailingListTable,
  MediaOutletTable,
  MediaReporterTable,
  SuppressionTable,
} from './media.js';
import type { EmbargoOpeningTable, OutletLinkTable, ReleaseDocumentTable } from './newsroom.js';
import type { EventDeliveryTable, EventSubscriptionTable, OutwardEventTable } from './subscription.js';
import type { AgreedLineTable, MatterTable } from './matter.js';
import type {
  AuditCheckpointTable,
  AuditCheckTable,
  AuditEntryTable,
  AuditHeadTable,
  AuditKeyTable,
  HouseTable,
  LeaseTable,
  NotificationTable,
} from './operation.js';
import type { DirectiveTable, PeriodPlanItemTable, PeriodPlanTable, ReleasePlanTable } from './plan.js';
import type { ViolationTable } from './violation.js';
import type { OrganTable, StatutoryIssuerTable } from './organ.js';
import type { RegisterEntryTable } from './register.js';
import type { FrozenReportRowTable, FrozenReportTable, InconsistencyDigestTable } from './report.js';
import type { RosterEntryTable, RosterFilingTable, RosterPublicationTable } from './roster.js';
import type {
  AccreditationCheckTable,
  ConferenceRegistrationTable,
  InterviewRevisionTable,
  InterviewTable,
  MediaAnswerTable,
} from './press-desk.js';
import type { FirstReleaseViewTable, ReleaseMarkTable, ReleaseViewTable } from './own-list.js';
import type {
  AttachmentTable,
  AttachmentUploadTable,
  DrawnPictureTable,
  ProposedTimeTable,
  EditingPersonTable,
  ReleaseConcernTable,
  ReleaseImageTable,
  KeptChainTable,
  ReleaseLookTable,
  ReleaseRemarkTable,
  ReleaseSourceTable,
  ReleaseTable,
  ReleaseVersionTable,
  SignatureTable,
  SourceDocumentTable,
  WorkingCopyTable,
} from './release.js';

export interface Schema {
  account_watch: AccountWatchTable;
  list_departure: ListDepartureTable;
  event_subscription: EventSubscriptionTable;
  outward_event: OutwardEventTable;
  event_delivery: EventDeliveryTable;
  outlet_link: OutletLinkTable;
  embargo_opening: EmbargoOpeningTable;
  release_document: ReleaseDocumentTable;
  drift: DriftTable;
  foreign_source: ForeignSourceTable;
  heard_text: HeardTextTable;
  read_back: ReadBackTable;
  stray_post: StrayPostTable;
  site_watch: SiteWatchTable;
  site_drift: SiteDriftTable;
  alert_fault: AlertFaultTable;
  alert_message: AlertMessageTable;
  organ: OrganTable;
  statutory_issuer: StatutoryIssuerTable;
  person: PersonTable;
  role_grant: RoleGrantTable;
  organ_account: OrganAccountTable;
  role_change: RoleChangeTable;
  break_glass: BreakGlassTable;
  listed_role: ListedRoleTable;
  session: SessionTable;
  second_factor: SecondFactorTable;
  recovery_code: RecoveryCodeTable;
  api_key: ApiKeyTable;
  request_once: RequestOnceTable;
  login_failure: LoginFailureTable;
  release: ReleaseTable;
  release_version: ReleaseVersionTable;
  attachment: AttachmentTable;
  attachment_upload: AttachmentUploadTable;
  drawn_picture: DrawnPictureTable;
  release_image: ReleaseImageTable;
  source_document: SourceDocumentTable;
  release_source: ReleaseSourceTable;
  signature: SignatureTable;
  working_copy: WorkingCopyTable;
  editing_person: EditingPersonTable;
  release_concern: ReleaseConcernTable;
  proposed_time: ProposedTimeTable;
  release_view: ReleaseViewTable;
  first_release_view: FirstReleaseViewTable;
  release_mark: ReleaseMarkTable;
  kept_chain: KeptChainTable;
  release_look: ReleaseLookTable;
  release_remark: ReleaseRemarkTable;
  authorisation: AuthorisationTable;
  delegation: DelegationTable;
  matter: MatterTable;
  agreed_line: AgreedLineTable;
  directive: DirectiveTable;
  release_plan: ReleasePlanTable;
  violation: ViolationTable;
  period_plan: PeriodPlanTable;
  period_plan_item: PeriodPlanItemTable;
  incident: IncidentTable;
  incident_headquarters: IncidentHeadquartersTable;
  incident_figures: IncidentFiguresTable;
  incident_release: IncidentReleaseTable;
  incident_reduction: IncidentReductionTable;
  finding_group: FindingGroupTable;
  finding: FindingTable;
  finding_release: FindingReleaseTable;
  ruling: RulingTable;
  correction_duty: CorrectionDutyTable;
  gate_verdict: GateVerdictTable;
  release_facts: ReleaseFactsTable;
  account: AccountTable;
  account_health: AccountHealthTable;
  preflight: PreflightTable;
  token: TokenTable;
  consent: ConsentTable;
  quota: QuotaTable;
  rendition: RenditionTable;
  delivery: DeliveryTable;
  delivery_attempt: DeliveryAttemptTable;
  amendment: AmendmentTable;
  manual_step: ManualStepTable;
  published_page: PublishedPageTable;
  published_list: PublishedListTable;
  published_place: PublishedPlaceTable;
  published_change: PublishedChangeTable;
  withdrawn_page: WithdrawnPageTable;
  sitemap_part: SitemapPartTable;
  portal_owed: PortalOwedTable;
  published_asset: PublishedAssetTable;
  portal_form: PortalFormTable;
  portal_form_seen: PortalFormSeenTable;
  portal_search: PortalSearchTable;
  portal_written: PortalWrittenTable;
  media_outlet: MediaOutletTable;
  media_reporter: MediaReporterTable;
  mailing_list: MailingListTable;
  mailing_list_member: MailingListMemberTable;
  suppression: SuppressionTable;
  accreditation_check: AccreditationCheckTable;
  interview: InterviewTable;
  interview_revision: InterviewRevisionTable;
  media_answer: MediaAnswerTable;
  conference_registration: ConferenceRegistrationTable;
  mail_return: MailReturnTable;
  lease: LeaseTable;
  audit_entry: AuditEntryTable;
  audit_check: AuditCheckTable;
  audit_key: AuditKeyTable;
  audit_checkpoint: AuditCheckpointTable;
  audit_head: AuditHeadTable;
  notification: NotificationTable;
  chat_destination: ChatDestinationTable;
  chat_message: ChatMessageTable;
  house: HouseTable;
  calendar_year: CalendarYearTable;
  local_rest_day: LocalRestDayTable;
  rule_number: RuleNumberTable;
  deadline: DeadlineTable;
  deadline_event: DeadlineEventTable;
  register_entry: RegisterEntryTable;
  roster_entry: RosterEntryTable;
  roster_filing: RosterFilingTable;
  roster_publication: RosterPublicationTable;
  conference: ConferenceTable;
  conference_signature: ConferenceSignatureTable;
  conference_approval: ConferenceApprovalTable;
  conference_material: ConferenceMaterialTable;
  routine_duty: RoutineDutyTable;
  routine_period: RoutinePeriodTable;
  frozen_report: FrozenReportTable;
  frozen_report_row: FrozenReportRowTable;
  inconsistency_digest: InconsistencyDigestTable;
}
