export { CheckContent, disclosureReasons, type ContentParts } from './check-content.js';
export { concernedOrgans } from './concerned-organs.js';
export { ConcernStore } from './concern-store.sql.js';
export { contentSection, type ContentRules } from './content-rules.js';
export { DismissConcern } from './dismiss-concern.js';
export { findElements } from './elements.js';
export { ShowContent } from './show-content.js';
