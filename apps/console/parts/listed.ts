/** A page of a list, as the server answers every one. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/**
 * Where to go from a page that is empty because what stood on it is gone; null where the reader may stay.
 * Some lists count with their rows: an empty page of theirs knows no total, and the way leads to the first.
 */
export const pageBack = ({ items, total, page, pageSize }: Listed<unknown>): number | null => {
  if (items.length > 0 || page <= 1) return null;
  return Math.max(1, Math.min(page - 1, Math.ceil(total / pageSize)));
};
