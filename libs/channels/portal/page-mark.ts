/** What a page says about itself in its `koujing-*` tags. */
export interface PageMark {
  readonly releaseId: string;
  readonly version: number;
  /** Instants with offset; null on a tombstone. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** `YYYY-MM-DD HH:MM`, Beijing time; null on a page. */
  readonly withdrawnAt: string | null;
}

/** The mark of a page or tombstone, or null for any other bytes. */
export const markOf = (bytes: Uint8Array): PageMark | null => {
  const html = Buffer.from(bytes).toString('utf8');
  const head = html.slice(0, html.indexOf('</head>') + 1);
  const releaseId = tag(head, 'koujing-release');
  const version = Number(tag(head, 'koujing-version'));
  if (releaseId === null || !Number.isInteger(version) || version < 1) return null;
  return {
    releaseId,
    version,
    publishedAt: tag(head, 'koujing-published'),
    updatedAt: tag(head, 'koujing-updated'),
    withdrawnAt: tag(head, 'koujing-withdrawn'),
  };
};

/** Our own template writes the tag, always in this form; quotes inside a content are encoded. */
const tag = (head: string, name: string): string | null =>
  new RegExp(`<meta name="${name}" content="([^"]*)"`, 'u').exec(head)?.[1] ?? null;
