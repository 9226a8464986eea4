export { DriftStore } from './drift-store.sql.js';
export { ReadBackRound } from './read-back-round.js';
export { ReadBackStore } from './read-back-store.sql.js';
export { ReadBackViews } from './read-back-views.sql.js';
export { StrayRound } from './stray-round.js';
export { StrayStore } from './stray-store.sql.js';
