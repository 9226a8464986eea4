import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Of 11: the last step takes more than twice as long for a fiftieth less. */
const quality = 10;
/** What is smaller fits into the packets that carry its header. */
const worthIt = 1024;

const inBrotli = async (text: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });

const inGzip = async (text: Buffer): Promise<Buffer> =>
  promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION });

/**
 * Lays every script and style sheet beside itself compressed, once, as well as it goes: the server sends them as they lie. Browsers
 * take Brotli over https and from their own machine, and gzip within a house that has no certificate.
 */
export const compressed = (): Plugin => ({
  name: 'koujing:compressed',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((name) => /\.(?:js|css)$/u.test(name));
    await Promise.all(
      files.map(async (name) => {
        const path = join(dir, name);
        const text = await readFile(path);
        if (text.length < worthIt) return;
        await Promise.all([
          inBrotli(text).then((packed) => writeFile(`${path}.br`, packed)),
          inGzip(text).then((packed) => writeFile(`${path}.gz`, packed)),
        ]);
      }),
    );
  },
});
