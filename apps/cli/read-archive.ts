import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseReleaseLine, recordsOfRows, type ArchiveCell, type ArchiveRows } from '@koujing/conflict';
import { civilTime, digestOf, SystemClock } from '@koujing/kernel';
import { feedItems, readDate } from '@koujing/watch';
import { BadInput } from './bad-input.js';
import { readWorkbook } from './workbook.js';

/** Files that hold many releases, besides JSONL. */
export const archiveEndings = ['.csv', '.xlsx', '.xml', '.rss', '.atom', '.json'] as const;

export const isArchive = (path: string): boolean =>
  (archiveEndings as readonly string[]).includes(extname(path).toLowerCase());

/** A table of releases, or a feed. @throws BadInput if the file cannot be read as what its name says. */
export const readArchive = async (path: string, organ: string | undefined): Promise<ArchiveRows> => {
  const bytes = readFileSync(path);
  const ending = extname(path).toLowerCase();
  try {
    if (ending === '.csv') return ofTable(parse(bytes, { bom: true, relaxColumnCount: true }), path, organ);
    if (ending === '.xlsx') {
      const rows = await readWorkbook(bytes);
      return ofTable(
        rows.map((row) => row.map(cellOf)),
        path,
        organ,
      );
    }
    return ofFeed(bytes.toString('utf8'), path, organ);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(
      `${basename(path)} 不能作为 ${ending} 读取 (cannot be read)：${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

const clock = new SystemClock();

/** The library's own types allow more than its cells hold. */
const cellOf = (cell: unknown): ArchiveCell =>
  cell instanceof Date || typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? cell
    : null;

const readTime = (said: string): Date | null => {
  const { at, fault } = readDate(said, clock.now());
  return fault === null ? at : null;
};

const ofTable = (
  rows: Parameters<typeof recordsOfRows>[0],
  path: string,
  organ: string | undefined,
): ArchiveRows =>
  recordsOfRows(rows, { name: basename(path), readTime, ...(organ === undefined ? {} : { organ }) });

/** Ids are short; a feed's may be any address. */
const idOf = (path: string, said: string): string => {
  const id = `${basename(path)}#${said}`;
  return id.length <= 200 ? id : `${basename(path).slice(0, 100)}#${digestOf(said)}`;
};

/** A feed says of itself which site it is of, and not which organ: that is asked for. */
const ofFeed = (text: string, path: string, organ: string | undefined): ArchiveRows => {
  if (organ === undefined)
    throw new BadInput(
      `${basename(path)} 是订阅源，请用 --organ 指定它属于哪个机关 (a feed: name its organ with --organ)`,
    );
  const read = feedItems(text).map(({ guid, link, title, body, date }, index) => {
    const line = index + 1;
    const publishedAt = readTime(date);
    const parsed = parseReleaseLine(
      JSON.stringify({
        ...{ id: idOf(path, guid || link || String(line)), organ, title, body },
        publishedAt: publishedAt === null ? date : civilTime(publishedAt),
      }),
      line,
    );
    return parsed.ok ? { line, text: parsed.value } : parsed.errors;
  });
  return {
    records: read.flatMap((each) => ('text' in each ? [each] : [])),
    rejects: read.flatMap((each) => ('text' in each ? [] : each)),
  };
};

/** A feed that was read from its address. @throws BadInput if it cannot be read as one. */
export const feedRows = (text: string, url: string, organ: string | undefined): ArchiveRows => {
  try {
    return ofFeed(text, url, organ);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(
      `${url} 不能作为订阅源读取 (cannot be read as a feed)：${error instanceof Error ? error.message : String(error)}`,
    );
  }
};
