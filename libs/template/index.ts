export { ReleaseDocuments } from './document/documents.js';
export { inconsistencyReportMail } from './mail/inconsistency-report.js';
export {
  inconsistencyDigestMail,
  inconsistencyDigestSheet,
  type InconsistencyDigest,
} from './mail/inconsistency-digest.js';
export type { ReportedFact, ReportedFinding, ReportedRelease } from './mail/reported-finding.js';
export { unsubscribePage } from './mail/unsubscribe-page.js';
export type { Mail } from './mail/letter.js';
export { mediaEmail, mediaEmailTemplate, type MediaEmailProps } from './mail/media-email.js';
export {
  portalArticlePage,
  portalArticleTemplate,
  portalCorrectionNote,
  type PortalArticleProps,
} from './portal/article.js';
export { portalListPage, type PortalListItem, type PortalListProps } from './portal/list.js';
export {
  portalMissingPage,
  portalTombstone,
  portalTombstoneTemplate,
  type PortalTombstoneProps,
} from './portal/notice.js';
export { portalNoRosterPage, portalRosterPage, rosterPath, type PortalRosterProps } from './portal/roster.js';
export { recallEmail, recallEmailTemplate, type RecallEmailProps } from './mail/recall-email.js';
export { columnFeedPath, columnPath, type Column, type Site } from './portal/site.js';
export { wechatArticleHtml, wechatArticleTemplate, type WechatArticleProps } from './wechat/article.js';
export { conferencesPath, portalConferencesPage, portalNoConferencesPage } from './portal/conferences.js';
export { makeSheet, sheetTypes, type SheetFormat } from './sheet/make-sheet.js';
export type { SheetDocument, SheetTable, SheetValue } from './sheet/sheet-document.js';
export { barsOf, columnsOf, mostBars, type ChartData, type Drawing } from './chart/index.js';
