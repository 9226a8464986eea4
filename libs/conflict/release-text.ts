/** A release as the detector reads it: the line format of `koujing check` (DETECTION.md, "The CLI contract"). */
export interface ReleaseText {
  readonly id: string;
  /** The organ's name as published; `微博` means "unknown organ". */
  readonly organ: string;
  readonly title: string;
  readonly body: string;
  /** ISO 8601 with offset; null when unknown (pairs only). */
  readonly publishedAt: string | null;
  readonly kind?: ReleaseKind;
  readonly jointWith?: readonly string[];
  readonly relayOf?: string | { readonly organ: string };
  readonly supersedes?: string;
}

/** Seven categories of Art.13. */
export type ReleaseKind =
  'routine' | 'hotTopic' | 'emergency' | 'warning' | 'majorEvent' | 'mediaScrutiny' | 'other';

/** Offsets of facts count UTF-16 units in this text. */
export const fullText = (release: Pick<ReleaseText, 'title' | 'body'>): string =>
  `${release.title}\n${release.body}`;

/** An organ as the detector knows it (`--organs`). */
export interface OrganProfile {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly level?: string;
  /** Administrative area, e.g. `东山区`; absent or the city's name means the whole city. */
  readonly area?: string;
  /** Subjects the organ may release on. */
  readonly remit?: readonly string[];
  readonly kind?: string;
}

/** The only organs that the law lets release on a subject (Art.24). */
export interface StatutoryIssuer {
  readonly subject: string;
  readonly organs: readonly string[];
}

/** A matter with an owner and a due time (`--matters`). */
export interface MatterRecord {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly trigger?: string;
}
