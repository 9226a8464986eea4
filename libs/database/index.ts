export { Database, json, onRollback, type Engine, type Queries, type Rows } from './database.js';
export { openEmbedded, openInMemory, openPostgres } from './open.js';
export { within } from './within.js';
export type { Schema } from './schema/index.js';
