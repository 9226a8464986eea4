import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const sources = ['..', '.', '../../text', '../../text/data'].map((folder) =>
  join(import.meta.dirname, folder),
);
/** Of the folder above only what bounds the reading. */
const isRead = (folder: string, name: string): boolean =>
  /\.(?:ts|js|json)$/.test(name) &&
  !/\.test\./.test(name) &&
  (folder !== sources[0] || /^(?:bounded-facts|release-text)\./.test(name));

/**
 * Names the grammar that reads facts, by the letters of its own source: facts that another one read are read anew. A number
 * raised by hand would be forgotten once, and then every release would be held against what it never said.
 */
export const extractorVersion = (): string => (version ??= hashOfSources());

let version: string | undefined;

const hashOfSources = (): string => {
  const hash = createHash('sha256');
  hash.update(readFileSync(createRequire(import.meta.url).resolve('opencc-js/t2cn')));
  for (const folder of sources)
    for (const name of readdirSync(folder).sort())
      if (isRead(folder, name)) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
};
