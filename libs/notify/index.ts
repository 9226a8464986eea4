export { MailNotices, type NoticeMail } from './mail-notices.js';
export { NotificationStore } from './notification-store.sql.js';
export { Notifier, type Notice, type NoticeFollower } from './notifier.sql.js';
