export { compareFacts } from './compare-facts.js';
export { extractFacts } from './extract-facts.js';
export type { AsOf } from './validity.js';
export type { Fact, FactValue, PlaceLevels, Tally } from './fact.js';
export { areTwoEvents } from './two-events.js';
export { commonGround } from './common-ground.js';
export { mostCommonGround, possibleGround } from './possible-ground.js';
export type { PossibleGround } from './possible-ground.js';
