export { ScrutinyDeadline } from './scrutiny-deadline.js';
export { CheckContent, disclosureReasons, type ContentParts } from './check-content.js';
export { ConcernStore } from './concern-store.sql.js';
export { contentSection, type ContentRules } from './content-rules.js';
export { DismissConcern } from './dismiss-concern.js';
export { ShowContent } from './show-content.js';
