import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The making of an embedded database takes a second in which the process may be killed; what it leaves cannot be
 * opened. A mark stands beside it from before the first file until after the last, and only what bears the mark is
 * made anew: nobody was ever told that anything in it is kept. A directory without the mark is never touched.
 */
export class Birth {
  readonly cluster: string;
  readonly #mark: string;

  constructor(directory: string) {
    this.cluster = join(directory, 'postgres');
    this.#mark = join(directory, 'postgres.unfinished');
    if (existsSync(this.#mark)) rmSync(this.cluster, { recursive: true, force: true });
    else if (!existsSync(this.cluster)) writeFileSync(this.#mark, '');
  }

  done(): void {
    rmSync(this.#mark, { force: true });
  }
}
