export { ChatDestinationStore } from './chat-destination-store.sql.js';
export type { Sealer } from './chat-destination.js';
export { ChatMessageStore } from './chat-message-store.sql.js';
export { FollowNotices } from './follow-notices.js';
export { KeepChats } from './keep-chats.js';
export { SendChats } from './send-chats.js';
export { ShowChats } from './show-chats.js';
