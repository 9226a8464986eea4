export { citySection } from './city.js';
export { loadSettings, type SettingsFiles } from './load-settings.js';
export { section, type Section, type SettingsOf } from './section.js';
