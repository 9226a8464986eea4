export { checkReleases, type ReleaseSet } from './check-releases.js';
export { comparePair, type PairComparison } from './compare-pair.js';
export { Detector, type DetectorOptions } from './detector.js';
export type { Attribute, FactConflict, FactSide, Finding, FindingKind, Severity } from './finding.js';
export { attributeName } from './judge/inconsistent.js';
export {
  BODY_LIMIT,
  describeLineError,
  isInstant,
  parseMatterLine,
  parseOrgans,
  parsePairLine,
  parseReleaseLine,
  TITLE_LIMIT,
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
