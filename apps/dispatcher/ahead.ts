import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `ahead.json`, as the console's build writes it (`apps/console/ahead.ts`). */
const aheadSchema = z.object({
  /** Files that every page needs of who is signed in. */
  desk: z.array(z.string()),
  /** What each page needs beside them, by its path: `/releases/$id`. */
  pages: z.record(z.string(), z.array(z.string())),
});

export type Ahead = z.infer<typeof aheadSchema>;

/** Null where the console was built without it. */
export const readAhead = (directory: string): Ahead | null => {
  const file = join(directory, 'ahead.json');
  return existsSync(file) ? aheadSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
};

const segmentsOf = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '');

const leadsTo = (pattern: string, path: string): boolean => {
  const [wanted, given] = [segmentsOf(pattern), segmentsOf(path)];
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => segment.startsWith('$') || segment === given[index])
  );
};

/** As the router has it: a page that is named goes before one of a `$id`. */
const filesAt = ({ pages }: Ahead, path: string): readonly string[] => {
  const fitting = Object.keys(pages).filter((pattern) => leadsTo(pattern, path));
  const named = fitting.find((pattern) => !pattern.includes('$'));
  return pages[named ?? fitting[0] ?? ''] ?? [];
};

/**
 * What a browser that sends a session is going to ask for at this address, named in the page's head so that all of it is on its way
 * while the first script still comes. Who has no session gets the page as it lies: the sign-in needs none of it. Only names of files
 * come from here, never anything of the address.
 */
export const withAhead = (html: string, ahead: Ahead, path: string): string => {
  const links = [...ahead.desk, ...filesAt(ahead, path)].map(
    (file) => `<link rel="modulepreload" crossorigin href="/${file}">`,
  );
  const session = '<link rel="preload" as="fetch" crossorigin href="/api/session">';
  return html.replace('</head>', () => `${[session, ...links].join('\n')}\n</head>`);
};
