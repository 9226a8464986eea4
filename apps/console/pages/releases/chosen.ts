/** A click on the box of one row. */
interface Click {
  readonly id: string;
  /** With Shift: everything from the row that was clicked last becomes what this one becomes. */
  readonly shift: boolean;
  readonly last: string | null;
}

/** The chosen ids after a click, in the order of the page. */
export const afterClick = (
  page: readonly string[],
  chosen: ReadonlySet<string>,
  { id, shift, last }: Click,
): ReadonlySet<string> => {
  const [from, to] = [last === null ? -1 : page.indexOf(last), page.indexOf(id)];
  const range = shift && from >= 0 ? page.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  const adds = !chosen.has(id);
  return new Set(page.filter((each) => (range.includes(each) ? adds : chosen.has(each))));
};
