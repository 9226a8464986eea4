export { citySection } from './city.js';
export { loadSettings, type SettingsFiles } from './load-settings.js';
export { provenanceOf, type SettingLeaf } from './provenance.js';
export { section, type Section, type SettingsOf } from './section.js';
