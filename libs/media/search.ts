/** One page of what matches. */
export interface Paged {
  /** Part of a name or an address. */
  readonly q?: string;
  readonly page: number;
  readonly pageSize: number;
}

/** Pattern for `ilike`; the searched word is taken literally. */
export const partOf = (word: string | undefined): string =>
  `%${(word ?? '').trim().replace(/[%_\\]/gu, '\\$&')}%`;
