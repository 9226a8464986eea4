export {
  Database,
  json,
  onRollback,
  withinRequest,
  type Engine,
  type Queries,
  type RepeatableRequest,
  type Rows,
} from './database.js';
export { openEmbedded, openInMemory, openPostgres } from './open.js';
export { within } from './within.js';
export type { Schema } from './schema/index.js';
