export type { OfficeHats, Organ, OrganKind, OrganLevel, RegisteredOrgan, StatutoryIssuer } from './organ.js';
export { organKindsSection, ruleOfKind, type KindRule, type KindRules } from './organ-kinds.js';
export { organReasons, type OrganCandidate } from './organ-reasons.js';
export { organRefs, type NameOrgan } from './organ-refs.sql.js';
export { OrganStore } from './organ-store.sql.js';
export { organRefusal } from './refusal.js';
export { ShowOrgans } from './show-organs.js';
