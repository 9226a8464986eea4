export { askedOnce } from './asked-once.js';
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
export { lineOf, type Line } from './line.js';
export { migrationNames } from './migrations/index.js';
export { openEmbedded, openInMemory, openPostgres, type Migrate, type ReplicaSettings } from './open.js';
export { refusedReplica } from './replica/words.js';
export { grantRunning, mayAlter } from './running-role.js';
export { troubleOf, type Trouble } from './trouble.js';
export { within } from './within.js';
export type { Schema } from './schema/index.js';
