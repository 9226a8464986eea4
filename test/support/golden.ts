import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The agreed text of a rendition. After a deliberate change, run the test once with UPDATE_GOLDEN=1
 * and read the difference before it is committed.
 */
export const golden = (name: string, now: string): string => {
  const folder = join('libs', 'template', 'golden');
  // A name that no formatter knows: these bytes are what goes out.
  const path = join(folder, `${name}.golden`);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, now);
  }
  return readFileSync(path, 'utf8');
};
