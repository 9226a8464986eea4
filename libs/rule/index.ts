export { NumberShelf } from './number-shelf.js';
export { NumberStore } from './number-store.sql.js';
export { SetRuleNumber, type RuleBar } from './set-rule-number.js';
export { ShowRules } from './show-rules.js';
