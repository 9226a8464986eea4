export { alertsSection, alertSettingsOf, type AlertSettings } from './alert-settings.js';
export type { AlertSite } from './alert-site.js';
export { AlertStore } from './alert-store.sql.js';
export { IssueAlerts } from './issue-alerts.js';
export { writeAlerts } from './write-alerts.js';
