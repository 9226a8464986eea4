import type { Block, Run } from '@koujing/block';

/** What a document that goes along with a mail says: the release as the newsroom files it. */
export interface ReleaseDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly organ: string;
  readonly jointOrgans: readonly string[];
  readonly documentNumber?: string;
  /** Where the public reads it, and whether it still stands. */
  readonly portalUrl: string;
}

/** The hour of release is not in it: it is fixed before that, and its digest is approved with the text. */
export const aboutLines = (release: ReleaseDocument): readonly string[] => [
  `发布机关：${[release.organ, ...release.jointOrgans].join('、')}`,
  ...(release.documentNumber === undefined ? [] : [`文号：${release.documentNumber}`]),
];

export const sourceLine = ({ portalUrl }: ReleaseDocument): string => `门户网站原文：${portalUrl}`;

/** A link as text with its address: a printed page has nothing to click. */
export const runText = ({ text, href }: Run): string =>
  href === undefined || href === text ? text : `${text}（${href}）`;

/** Pictures are on the portal; the document says which there are. */
export const pictureLine = (block: Extract<Block, { type: 'image' }>): string =>
  `［图片］${block.caption ?? block.alt}（见门户网站原文）`;

/** Rows of equal length: both formats refuse a table whose rows differ. */
export const evenRows = (
  block: Extract<Block, { type: 'table' }>,
): readonly (readonly (readonly Run[])[])[] => {
  const columns = Math.max(1, ...block.rows.map((row) => row.length));
  return block.rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => [])]);
};
