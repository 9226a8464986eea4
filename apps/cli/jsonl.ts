import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { LineError, LineResult } from '@koujing/conflict';
import { badLines, BadInput } from './bad-input.js';

/** Reads a JSONL file line by line; blank lines are skipped, every bad line is collected, then thrown as one message. */
export async function readJsonl<T>(
  file: string,
  parse: (source: string, line: number) => LineResult<T>,
): Promise<T[]> {
  const values: T[] = [];
  const errors: LineError[] = [];
  const input = createReadStream(file, { encoding: 'utf8' });
  let line = 0;
  try {
    for await (const source of createInterface({ input, crlfDelay: Infinity })) {
      line++;
      const text = line === 1 ? source.replace(/^\ufeff/, '') : source;
      if (text.trim() === '') continue;
      const parsed = parse(text, line);
      if (parsed.ok) values.push(parsed.value);
      else errors.push(...parsed.errors);
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  if (errors.length > 0) throw badLines(file, errors);
  return values;
}

export async function readWhole(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error as Error;
  return new BadInput(`${file}：无法读取文件 (cannot read the file)：${message}`);
}
