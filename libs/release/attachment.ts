import type { AttachmentEnding } from './release.api.js';

/** A document that goes out with a release, for the public to download. */
export interface AttachedDocument {
  /** Of the bytes that the public gets. */
  readonly sha256: string;
  readonly name: string;
}

export const attachmentTypes: Readonly<Record<AttachmentEnding, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
};
