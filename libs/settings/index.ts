export type { CityNumber, NumberValue, Words } from './city-number.js';
export { CityNumbers, type NumberPlace } from './city-numbers.js';
export { accentColour, contrast, mixed, READABLE } from './accent-colour.js';
export { citySection } from './city.js';
export { loadSettings, readSettings, type SettingMistake, type SettingsFiles } from './load-settings.js';
export { provenanceOf, type SettingLeaf } from './provenance.js';
export { section, type Section, type SettingsOf } from './section.js';
export { whereInFile } from './source.js';
