import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { exportFormatSchema, type ExportFormat } from '../../libs/report/report.api.js';
import { BadInput } from './bad-input.js';

/** @throws BadInput naming the formats that there are. */
export const formatOf = (file: string | undefined): ExportFormat => {
  if (file === undefined) return 'csv';
  const { success, data } = exportFormatSchema.safeParse(extname(file).slice(1).toLowerCase());
  if (success) return data;
  throw new BadInput(
    `--to：读到 (found) ${file}；扩展名允许 (endings allowed) ${exportFormatSchema.options.map((each) => `.${each}`).join('、')}`,
  );
};

/** @throws BadInput where nothing can be written. */
export const write = (file: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new BadInput(
      `无法写入 (cannot write) ${file}：${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    );
  }
};
