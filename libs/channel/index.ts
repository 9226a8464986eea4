export type { Authorisation, AuthoriseOutcome, Channel, ChannelFinding } from './channel.js';
export type { Limit, Manifest, Rate } from './manifest.js';
export type {
  DeferReason,
  Fix,
  Inspection,
  Pending,
  Receipt,
  RecentPost,
  ReconcileOutcome,
  SendOutcome,
  UndoOutcome,
} from './outcome.js';
export {
  FenceLost,
  HttpFailure,
  type Attempt,
  type ChannelPorts,
  type Fence,
  type FilePort,
  type HttpPort,
  type HttpReply,
  type HttpRequest,
  type LogPort,
  type MailMessage,
  type MailPort,
  type MailResult,
  type MailServer,
  type TokenPort,
} from './ports.js';
export type { Publication, PublicationImage, Rendition } from './publication.js';
