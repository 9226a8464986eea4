export { anAttempt, FakeFence, FakeTokens, type AttemptParts, type FakeAttempt } from './attempt-fake.js';
export type {
  Authorisation,
  AuthoriseOutcome,
  Channel,
  ChannelFinding,
  Examination,
  HealthFinding,
} from './channel.js';
export { cutText } from './cut-text.js';
export { isJsonObject, jsonOf, listMember, textMember, type JsonObject } from './json-reply.js';
export { lengthIn, limitOf, overLimits } from './limit.js';
export type { BackOff, Limit, Manifest, Rate, RetryBounds } from './manifest.js';
export type {
  Alternative,
  Beyond,
  DeferReason,
  Fix,
  Inspection,
  Pending,
  ReadFile,
  Reading,
  Receipt,
  AmissFile,
  RecentPost,
  Survey,
  SurveyPlace,
  ReconcileOutcome,
  SendOutcome,
  UndoOutcome,
} from './outcome.js';
export {
  FenceLost,
  FileFailure,
  HttpFailure,
  type Attempt,
  type ChannelPorts,
  type Fence,
  type FilePort,
  type HttpPort,
  type HttpReply,
  type HttpRequest,
  type LogPort,
  type MailGreeting,
  type MailMessage,
  type MailPort,
  type MailResult,
  type MailServer,
  type TokenPort,
} from './ports.js';
export { BucketFiles, rootOf, type Bucket } from './ports/file-bucket.js';
export { FilesByRoot } from './ports/file-by-root.js';
export { DiskFiles } from './ports/file-disk.js';
export { MemoryFiles } from './ports/file-memory.js';
export { AxiosHttp } from './ports/http-axios.js';
export { FakeHttp, type FakeAnswer } from './ports/http-fake.js';
export type { InternalCa } from './ports/internal-ca.js';
export { MemoryLog } from './ports/log-memory.js';
export { FakeMail } from './ports/mail-fake.js';
export { NodemailerMail } from './ports/mail-nodemailer.js';
export { untilAborted } from './ports/until-aborted.js';
export type {
  DocumentKind,
  Publication,
  PublicationAttachment,
  PublicationDocument,
  PublicationImage,
  Rendition,
} from './publication.js';
export { fillHtmlSlots, fillSlots, slot, slotsIn } from './slot.js';
export { straySlots } from './stray-slot.js';
export { formOf, type FormField } from './form-of.js';
export type { TrialOffer, TrialOutcome } from './trial.js';
