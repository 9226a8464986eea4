export { RecordEntry } from './record-entry.js';
export { RegisterListing } from './register-list.sql.js';
export { RegisterStore } from './register-store.sql.js';
export type { RegisterParts } from './register-parts.js';
export { RetireEntry } from './retire-entry.js';
export type { NamedRule, RuleBook } from './rule-book.js';
export { ShowRegisters } from './show-registers.js';
export { ShowRelays } from './show-relays.js';
export { StoreFile } from './store-file.js';
