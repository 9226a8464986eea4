export { AbandonCorrection } from './abandon-correction.js';
export { ActOnMany } from './act-on-many.js';
export { ArrangeViews } from './arrange-views.js';
export { AssignMatter } from './assign-matter.js';
export { AttachmentStore, type Attachment } from './attachment-store.sql.js';
export { bulkActs } from './bulk-acts.js';
export { ownWordsOf, type OwnWords } from './channel-words.js';
export { CreateRelease } from './create-release.js';
export { digestOfVersion } from './digest.js';
export { draftOf, sealed } from './draft.js';
export { releaseKindNames, releaseStateNames } from './names.js';
export { OpenCorrection } from './open-correction.js';
export { releaseRefusal } from './refusal.js';
export {
  isOut,
  type Declaration,
  type ImageRef,
  type Relay,
  type Release,
  type ReleaseKind,
  type ReleaseState,
  type ReleaseVersion,
  type VersionContent,
} from './release.js';
export { barReasons, type AskedRelease, type ReleaseBar } from './release-bar.js';
export type { ReleaseChange, ReleaseFollower } from './release-follower.js';
export { ReleaseListing } from './release-list.sql.js';
export { ReleaseViews } from './release-views.sql.js';
export { ReleaseMarks } from './release-marks.sql.js';
export type { WaitingReleases } from './waiting-releases.js';
export { ReleaseNumbers } from './release-number.sql.js';
export type { MatterRegister } from './matter-register.js';
export type { ReleaseParts } from './release-parts.js';
export { ReleaseStore, type ReleasePatch, type StandingRelease } from './release-store.sql.js';
export {
  blockingFindings,
  PlainRenditions,
  type RenditionPreview,
  type RenditionSource,
} from './rendition-source.js';
export { ReviseRelease, type Revision } from './revise-release.js';
export { ReadDocument, readDocument } from './read-document.js';
export { ShowReleases } from './show-releases.js';
export { ShowTable } from './show-table.js';
export { standingOf } from './standing.js';
export { DrawnPictureStore } from './drawn-picture-store.sql.js';
export { readPicture } from './picture.js';
export { pictureTraces } from './picture-traces.js';
export { SourceStore, type FileTraces } from './source-store.sql.js';
export { StoreAttachment } from './store-attachment.js';
export type { AttachedDocument } from './attachment.js';
export { StoreImage } from './store-image.js';
export { emptyDeclaration } from './declaration.js';
export type { SubmissionCheck } from './submission-check.js';
export { SubmitRelease } from './submit-release.js';
export { uploadedFile, type UploadedFile, type UploadRequest } from './upload.js';
export { EditingStore } from './editing-store.sql.js';
export { KeepWorkingCopy, type WorkingCopyParts } from './keep-working-copy.js';
export { TellEditing } from './tell-editing.js';
export { WorkingCopyStore } from './working-copy-store.sql.js';
export { visible } from './release-filters.sql.js';
export { heldRelease, visibleRelease } from './visible-release.js';
export { TakeBackSubmission } from './take-back-submission.js';
export { WithdrawRelease } from './withdraw-release.js';
