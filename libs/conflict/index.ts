export { checkReleases, type ReleaseSet } from './check-releases.js';
export { comparePair, type PairComparison } from './compare-pair.js';
export { Detector, type DetectorOptions } from './detector.js';
export type { Attribute, FactConflict, FactSide, Finding, FindingKind, Severity } from './finding.js';
export { attributeName, valueInWords } from './judge/said-facts.js';
export {
  describeLineError,
  isInstant,
  parseMatterLine,
  parseOrgans,
  parsePairLine,
  parseReleaseLine,
  type LineError,
  type LineResult,
  type OrganRegister,
  type ReleasePair,
} from './release-line.js';
export type {
  MatterRecord,
  OrganProfile,
  ReleaseKind,
  ReleaseText,
  StatutoryIssuer,
} from './release-text.js';

export { AdviseOnMatter } from './advise-on-matter.js';
export { AgreedMatters } from './agreed/agreed-matters.js';
export { ReadTitles } from './judge/read-titles.js';
export { ReadCasualties } from './agreed/read-figures.js';
export { ReadLine } from './agreed/line-fact.js';
export { lineSentence } from './agreed/line-sentence.js';
export type { CorrectionDuty, DutyKind } from './correction-duty.js';
export { DescribeFinding } from './describe-finding.js';
export { DutyStore } from './correction-duty-store.sql.js';
export { FactStore } from './fact-store.sql.js';
export { FindingGroupStore } from './finding-group-store.sql.js';
export { CheckDraft, type CheckDraftParts } from './check-draft.js';
export { AdviseOnChange } from './gate-follower.js';
export { FindingBoard, visibleFinding } from './finding-board.sql.js';
export { FindingGroupBoard } from './finding-group-board.sql.js';
export { ForwardGroup, ShowGroups, type GroupParts } from './finding-groups.js';
export { FindingStore } from './finding-store.sql.js';
export type { GapDuty, GapSource, PassedDuty } from './gap-source.js';
export { Gate, type Advice, type GateParts, type GateVerdict } from './gate.js';
export type { ImportSummary } from './import-tally.js';
export { RecordFindings, type RecordParts } from './gate-findings.js';
export { GateIndex } from './gate-index.js';
export { ReconsiderFindings } from './reconsider-findings.js';
export { ReportFindings, type ReportParts } from './gate-report.js';
export { gateReasons } from './gate-rule.js';
export { GateStore } from './gate-store.sql.js';
export { recordOfDocument, type DocumentFile } from './import-document.js';
export { ImportReleases, type ImportParts, type ImportRecord } from './import-releases.js';
export { CompareHeard } from './heard/compare-heard.js';
export { HeardTextStore } from './heard/heard-text-store.sql.js';
export { ToldTextStore } from './told/told-text-store.sql.js';
export { ReleaseTextStore } from './release-text-store.sql.js';
export { RuleOnGroup } from './rule-on-group.js';
export { ruledFindings, type RuledFinding } from './tune/ruled-findings.sql.js';
export { tuningOf, type Precision } from './tune/tuning.js';
export { CoordinateFinding, RuleOnFinding, type RulingParts } from './rule-on-finding.js';
export { ShowFindings } from './show-finding.js';
export { WatchDuties } from './watch-duties.js';
export { OrganDirectory } from './organ-directory.js';
export { statedIn, type Stated } from './stated.js';
export { subjectName, subjectsOfRemit, subjectsOfTitle } from './subject.js';
export { WatchGaps } from './watch-gaps.js';
export type { Ruling, StoredFinding } from './stored-finding.js';
export { recordsOfRows, type ArchiveCell, type ArchiveRows } from './archive-rows.js';
