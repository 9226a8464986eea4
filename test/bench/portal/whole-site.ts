import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The files of a site by path; what a dead process was about to write is none of them. */
const filesOf = (root: string): ReadonlyMap<string, Buffer> =>
  new Map(
    (existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : [])
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.writing'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length + 1), readFileSync(path)]),
  );

/** Paths whose bytes differ, or that only one of the two sites has. */
export const differences = (root: string, other: string): readonly string[] => {
  const [ours, theirs] = [filesOf(root), filesOf(other)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (path) => !(ours.get(path)?.equals(theirs.get(path) ?? Buffer.alloc(0)) ?? false),
  );
};

const ends: Readonly<Record<string, (text: string) => boolean>> = {
  html: (text) => text.trimEnd().endsWith('</html>'),
  xml: (text) => /<\/(?:rss|urlset|sitemapindex)>$/u.test(text.trimEnd()),
  atom: (text) => text.trimEnd().endsWith('</feed>'),
  json: (text) => JSON.parse(text) !== null,
};

/** What a reader could get only a part of. */
export const halves = (root: string): readonly string[] =>
  [...filesOf(root)]
    .filter(([path, bytes]) => {
      if (path.startsWith('a/'))
        return createHash('sha256').update(bytes).digest('hex') !== basename(path).replace(/\..*$/u, '');
      const isWhole = ends[path.slice(path.lastIndexOf('.') + 1)];
      return isWhole !== undefined && !isWhole(bytes.toString('utf8'));
    })
    .map(([path]) => path);
