/** Links are http(s), tel or mailto only: what else a browser may follow never reaches a page. */
export const safeHref = /^(?:https?:\/\/|tel:|mailto:)[^\s\p{Cc}]+$/iu;

/** What a text may hold; the worse mistake is a page that no phone can open, so the limits are far above any real notice. */
export const blockLimits = {
  blocks: 2_000,
  runs: 500,
  runCharacters: 20_000,
  listItems: 500,
  tableRows: 1_000,
  tableCells: 50,
  hrefCharacters: 2_000,
  altCharacters: 200,
} as const;
