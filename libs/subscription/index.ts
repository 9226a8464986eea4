export { EventDeliveryStore } from './event-delivery-store.sql.js';
export { HandOnEvents } from './hand-on-events.js';
export { KeepSubscriptions } from './keep-subscriptions.js';
export { SendEvents } from './send-events.js';
export { ShowSubscriptions } from './show-subscriptions.js';
export { subscriptionsSection } from './subscription-settings.js';
export { SubscriptionStore } from './subscription-store.sql.js';
