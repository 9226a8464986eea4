import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { pagesIn } from './pages-in.js';

const routerFile = join(import.meta.dirname, 'app/router.tsx');
const deskFile = join(import.meta.dirname, 'app/desk.tsx');

type Chunk = Rolldown.OutputChunk;

/** The chunk and what it imports, the heaviest first: it is on its way while the others come and go. */
const withImports = (chunks: ReadonlyMap<string, Chunk>, from: Chunk): readonly Chunk[] => {
  const found = new Set<Chunk>();
  const take = (chunk: Chunk): void => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (imported !== undefined) take(imported);
    }
  };
  take(from);
  return [...found].toSorted((a, b) => b.code.length - a.code.length);
};

/**
 * Writes down which files each page needs, beside what every page needs that somebody signed in looks at (`ahead.json`). The server
 * names them in the page that it answers with (`apps/dispatcher/ahead.ts`): else a browser learns of the second file when it has
 * run the first, of the page's when it knows the session, and waits for the line five times.
 */
export const ahead = (): Plugin => ({
  name: 'koujing:ahead',
  async generateBundle(_, bundle) {
    const chunks = new Map(
      Object.values(bundle)
        .filter((file) => file.type === 'chunk')
        .map((chunk) => [chunk.fileName, chunk]),
    );
    const chunkOf = (module: string): Chunk => {
      const chunk = [...chunks.values()].find(({ moduleIds }) => moduleIds.includes(module));
      if (chunk === undefined) throw new Error(`${module} is in no file of the console`);
      return chunk;
    };
    const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
    if (entry === undefined) throw new Error('the console begins nowhere');
    const start = new Set(withImports(chunks, entry));
    const desk = withImports(chunks, chunkOf(deskFile)).filter((chunk) => !start.has(chunk));
    const known = new Set([...start, ...desk]);
    const names = (list: readonly Chunk[]): string[] => list.map(({ fileName }) => fileName);
    const pages = pagesIn(this.parse(await readFile(routerFile, 'utf8'), { lang: 'tsx' })).map(
      ({ path, module }) => {
        const files = withImports(chunks, chunkOf(join(import.meta.dirname, 'app', module)));
        return [path, names(files.filter((chunk) => !known.has(chunk)))] as const;
      },
    );
    if (pages.length === 0) throw new Error(`${routerFile} has no pages`);
    const source = JSON.stringify({ desk: names(desk), pages: Object.fromEntries(pages) });
    this.emitFile({ type: 'asset', fileName: 'ahead.json', source });
  },
});
