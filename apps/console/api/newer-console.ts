/** The name of the script that a page starts with; a build names it by what is in it. */
const startOf = (page: Document): string | null =>
  page.querySelector('script[type=module]')?.getAttribute('src') ?? null;

/** True when the server hands out another console than the one that this page was opened with: it has been updated since. */
export const hasNewerConsole = async (): Promise<boolean> => {
  const answer = await fetch('/', { cache: 'no-store', credentials: 'same-origin' }).catch(() => null);
  if (answer?.ok !== true) return false;
  const there = startOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  return there !== null && there !== startOf(document);
};
