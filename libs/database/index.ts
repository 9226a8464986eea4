export { Database, json, onRollback, type Engine, type Queries } from './database.js';
export { openEmbedded, openInMemory, openPostgres } from './open.js';
export type { Schema } from './schema/index.js';
