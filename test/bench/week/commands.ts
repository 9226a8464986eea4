import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from '../portal/whole-site.js';

/** However busy the machine: an operator's command that takes longer hangs, which is a fault. */
const patienceMs = 5 * 60_000;

/** The operator's commands, as the operator calls them. */
export class Commands {
  constructor(
    private readonly environment: Readonly<Record<string, string>>,
    private readonly folder: string,
  ) {}

  /** The end of the chain as `verify-audit` tells it, or what is wrong with it. `known`: an end noted earlier. */
  async verifyAudit(
    known: string | null,
  ): Promise<{ readonly place: string | null; readonly fault: string | null }> {
    const { code, out } = await this.#koujing(
      'verify-audit',
      '--json',
      ...(known === null ? [] : ['--checkpoint', known]),
    );
    if (code !== 0) return { place: known, fault: out.slice(0, 400) };
    const { entries, head } = JSON.parse(out) as { readonly entries: number; readonly head: string };
    return { place: entries === 0 ? null : `${entries}:${head}`, fault: null };
  }

  /** Files in which the portal differs from the one that `portal rebuild` writes into an empty folder. */
  async unlikeRebuilt(): Promise<readonly string[]> {
    const anew = join(this.folder, 'anew');
    rmSync(anew, { recursive: true, force: true });
    try {
      const { code, out } = await this.#koujing('portal', 'rebuild', '--into', anew);
      return code === 0 ? differences(join(this.folder, 'data', 'portal'), anew) : [out.slice(0, 400)];
    } finally {
      rmSync(anew, { recursive: true, force: true });
    }
  }

  #koujing(...given: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
    const program = join(process.cwd(), 'dist/apps/cli/main.js');
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, NODE_ENV: 'production', ...this.environment };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [program, ...given],
        { cwd: this.folder, env, maxBuffer: 2 ** 26, timeout: patienceMs },
        (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : 1, out: error === null ? stdout : stdout + stderr }),
      );
    });
  }
}
