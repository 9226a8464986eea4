export { ReleaseDocuments } from './document/documents.js';
export { inconsistencyReportMail } from './mail/inconsistency-report.js';
export {
  inconsistencyDigestMail,
  inconsistencyDigestSheet,
  inconsistencyReportSheet,
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
export { portalListPage, type PortalListProps } from './portal/list.js';
export { type PortalListItem } from './portal/items.js';
export { portalHomePage, type PortalHomeProps } from './portal/home.js';
export { portalMapPage, type PortalMapProps } from './portal/map.js';
export { portalChangesPage, type ChangeLine, type PortalChangesProps } from './portal/changes.js';
export {
  portalSearchPage,
  type Marked,
  type PortalSearchProps,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
  mostSearchPages,
} from './portal/search.js';
export { portalDress } from './portal/dress.js';
export { portalSharePicture, sharePath } from './portal/share-picture.js';
export { portalScript, scriptPath } from './portal/script.js';
export {
  missingPath,
  portalMissingPage,
  portalTombstone,
  portalTombstoneTemplate,
  type PortalTombstoneProps,
} from './portal/notice.js';
export {
  portalNoRosterPage,
  portalRosterPage,
  rosterPath,
  rosterTablePath,
  type PortalRosterProps,
} from './portal/roster.js';
export { recallEmail, recallEmailTemplate, type RecallEmailProps } from './mail/recall-email.js';
export {
  alertIndexPath,
  alertPath,
  changesPath,
  columnPath,
  mapPath,
  searchPath,
  type Column,
  type Site,
} from './portal/site.js';
export { wechatArticleHtml, wechatArticleTemplate, type WechatArticleProps } from './wechat/article.js';
export {
  conferencesPath,
  portalConferencesPage,
  portalNoConferencesPage,
  type NoticeLine,
} from './portal/conferences.js';
export { makeSheet, sheetTypes, type SheetFormat } from './sheet/make-sheet.js';
export type { SheetDocument, SheetTable, SheetValue } from './sheet/sheet-document.js';
export { barsOf, columnsOf, mostBars, type ChartData, type Drawing } from './chart/index.js';
export { newsroomHeaders } from './newsroom/frame.js';
export type { NewsroomEntry, NewsroomStanding } from './newsroom/entry.js';
export {
  newsroomListPage,
  type NewsroomConference,
  type NewsroomListProps,
  type NewsroomTopic,
} from './newsroom/list-page.js';
export { newsroomNoticePage, type NewsroomNotice } from './newsroom/notice-page.js';
export {
  newsroomReleasePage,
  type NewsroomFile,
  type NewsroomReleaseProps,
} from './newsroom/release-page.js';
