export { civilTime, civilYear, minuteInEnglish, minuteInWords } from './civil-time.js';
export { SystemClock, TravellingClock, type Clock } from './clock.js';
export { counted } from './counted.api.js';
export { downloadAs, percentEncoded } from './content-disposition.js';
export { canonicalJson, digestOf } from './digest.js';
export { flush, systemDisk, writeWhole, type Disk } from './disk.js';
export { escaped } from './escaped.js';
export {
  newId,
  type AccountId,
  type DeliveryId,
  type FindingId,
  type OrganId,
  type PersonId,
  type ReleaseId,
  type SignatureId,
} from './ids.js';
export { fileNameFault, keptName, type NameFault } from './file-name.api.js';
export { mailboxKey } from './mail-address.js';
export { outwardAddressFaults, type AddressFault } from './outward-address.js';
export { isLoopbackHost, isPrivateAddress, isPrivateHost } from './private-address.js';
export { Problem, problemStatus, TooManyRequests, type ProblemCode } from './problem.js';
export { RateLimit } from './rate-limit.js';
export { say, type Reason } from './reason.js';
export { fail, ok, type Result } from './result.js';
export {
  currentTrace,
  newTraceId,
  traced,
  traceOf,
  traceparentOf,
  withinTrace,
  type TraceId,
} from './trace.js';
export { ANSWERS, ANSWERS_FILE, Answers, AnswersFile, HOLDS_SECRET, HoldsSecret } from './answers.js';
