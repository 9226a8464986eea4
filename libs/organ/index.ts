export type { Organ, OrganKind, OrganLevel, StatutoryIssuer } from './organ.js';
export { OrganStore } from './organ-store.sql.js';
