import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `nest-cli.json`: the same from the sources and from `dist`. */
export const projectRoot = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nest-cli.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
})();
