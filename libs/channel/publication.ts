import type { Block } from '@koujing/block';

/** What a channel is asked to publish: one release version, built by `dispatch` from the release. */
export interface Publication {
  readonly releaseId: string;
  readonly version: number;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly summary: string;
  /** The releasing organ's name as the public reads it; joint releasers follow it. */
  readonly organ: string;
  readonly jointOrgans: readonly string[];
  /** Column of the portal, e.g. `通知公告`. */
  readonly column: string;
  /** Document number such as `滨新发〔2026〕12号`, if the release has one. */
  readonly documentNumber?: string;
  readonly keywords: readonly string[];
  /** Fixed at draft, so that every rendition can carry it: absolute, e.g. `http://127.0.0.1:8080/r/<id>.html`. */
  readonly portalUrl: string;
  readonly images: readonly PublicationImage[];
  /** Documents of the release for the public to download; a channel that offers none leaves them out. */
  readonly attachments?: readonly PublicationAttachment[];
  /** Made of the release for channels that attach documents. */
  readonly documents?: readonly PublicationDocument[];
  /** The hour before which nobody may print it, as people here write it: only in copies to accredited media. */
  readonly embargoUntil?: string;
  /** 更正说明: this version corrects one that is out; every channel tells its readers what changed. */
  readonly correctionNote?: string;
  /** A warning or an emergency: machines get it as a CAP message of its own, to which the portal's page leads. */
  readonly isAlert?: true;
  /** A text of its own for this channel in place of the common one. */
  readonly override?: string;
}

/** A picture of the release; the bytes travel beside the rendition, the digest inside it. */
export interface PublicationImage {
  readonly sha256: string;
  readonly mimeType: 'image/jpeg' | 'image/png';
  readonly alt: string;
  readonly bytes: Uint8Array;
}

/** A document for the public to download. */
export interface PublicationAttachment {
  readonly sha256: string;
  readonly name: string;
  readonly mimeType: string;
  /** In bytes, to be told beside the link. */
  readonly size: number;
}

/** A document that goes along; its digest is in the rendition, its bytes travel beside it. */
export interface PublicationDocument {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly asciiName: string;
  readonly mimeType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export type DocumentKind = 'docx' | 'pdf';

/**
 * Byte for byte what will be sent, except for the slots named in the manifest,
 * which stand in the text as `{{slot:name}}` until the moment of sending.
 */
export interface Rendition {
  readonly channel: string;
  /** Template name and version; part of the release's digest. */
  readonly template: string;
  /** Named parts: e.g. `title`, `html`, `status`, `subject`, `text`, `path`. */
  readonly parts: Readonly<Record<string, string>>;
  readonly slots: readonly string[];
  /** Digests of the pictures that go along. */
  readonly assets: readonly string[];
}
