import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { exportFormatSchema, type ExportFormat } from '../../libs/report/report.api.js';
import type { ApiOptions } from './api-client.js';
import { BadInput } from './bad-input.js';
import { print, told } from './print.js';

export interface FileOptions extends ApiOptions {
  readonly to?: string;
  readonly english?: true;
}

export const toFile =
  '写到文件，格式按扩展名；不写则输出 CSV (file, its ending says the format; CSV without)';

/** @throws BadInput naming the formats that there are. */
export const formatOf = (file: string | undefined): ExportFormat =>
  file === undefined ? 'csv' : endingOf(file, exportFormatSchema.options);

/** @throws BadInput naming the endings that there are. */
export const endingOf = <Ending extends string>(
  file: string | undefined,
  allowed: readonly Ending[],
): Ending => {
  const given = extname(file ?? '')
    .slice(1)
    .toLowerCase();
  const found = allowed.find((ending) => ending === given);
  if (found !== undefined) return found;
  throw new BadInput(
    `--to：读到 (found) ${file ?? '没有文件 (no file)'}；扩展名允许 (endings allowed) ${allowed.map((each) => `.${each}`).join('、')}`,
  );
};

/** A report as it was kept, to a file or as CSV. */
export const kept = async (answer: unknown, { to, ...options }: FileOptions): Promise<void> => {
  const file = Buffer.from(answer as ArrayBuffer);
  if (to === undefined) return print(file.toString('utf8').replace(/^\u{feff}/u, ''));
  write(to, file);
  await told({ file: to, bytes: file.length }, `已写入 (written) ${to}，${file.length} 字节`, options);
};

/** @throws BadInput where nothing can be written. */
const write = (file: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new BadInput(
      `无法写入 (cannot write) ${file}：${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    );
  }
};
