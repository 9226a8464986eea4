/** The city's rules and the cases of Art.39 built on them; a lib's test imports no app. */
export { loadCityRules } from '../../apps/dispatcher/city-rules.js';
export { violationCasesOf, type ViolationCases } from '../../apps/dispatcher/violation-cases.js';
export { reportCasesOf } from '../../apps/dispatcher/report-cases.js';
