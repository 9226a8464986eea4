import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Command } from 'commander';
import { answered, openApi, type ApiOptions } from './api-client.js';
import { BadInput } from './bad-input.js';
import { told } from './print.js';
import { kept, toFile, type FileOptions } from './report-file.js';

/** Files into a draft and out of it. */
export const files = (): readonly Command[] => [upload(), readDocument(), download(), table()];

const pictures = new Set(['.jpg', '.jpeg', '.png']);
const isPicture = (file: string): boolean => pictures.has(extname(file).toLowerCase());

const upload = (): Command =>
  new Command('upload')
    .description(
      '上传图片（.jpg、.png）或附件（.docx、.txt），答复里的摘要写进稿件 (a picture or an attachment; its digest goes into the draft)',
    )
    .argument('<file>', '文件 (file)')
    .action(async (file: string, options: ApiOptions) => {
      const body = formOf(file);
      const api = openApi(options);
      const stored = isPicture(file)
        ? await answered(api.POST('/api/images', { body }))
        : await answered(api.POST('/api/attachments', { body }));
      await told(stored, `${stored.sha256}  ${stored.mimeType}  ${stored.bytes} 字节 (bytes)`, options);
    });

const readDocument = (): Command =>
  new Command('read')
    .description(
      '读入 .docx、.html 或 .txt 文稿，输出可以交给 draft、revise 的 JSON (a document as JSON, for draft and revise)',
    )
    .argument('<file>', '文件 (file)')
    .action(async (file: string, options: ApiOptions) => {
      const found = await answered(openApi(options).POST('/api/import', { body: formOf(file) }));
      const { title, blocks, document, warnings } = found;
      for (const { message, messageEn } of warnings) process.stderr.write(`${message}\n  ${messageEn}\n`);
      const members = { title, blocks, documents: [document.sha256] };
      await told(found, JSON.stringify(members, null, 2), options);
    });

const download = (): Command =>
  new Command('download')
    .description('取回上传的图片或附件，种类按扩展名 (an uploaded picture or attachment, by its ending)')
    .argument('<sha256>', '摘要 (digest)')
    .requiredOption('--to <file>', '写到文件 (file)')
    .action(async (sha256: string, options: FileOptions & { readonly to: string }) => {
      const asked = { params: { path: { sha256 } }, parseAs: 'arrayBuffer' as const };
      const api = openApi(options);
      const bytes = isPicture(options.to)
        ? await answered(api.GET('/api/images/{sha256}', asked))
        : await answered(api.GET('/api/attachments/{sha256}', asked));
      await kept(bytes, options);
    });

const table = (): Command =>
  new Command('table')
    .description('几篇发布稿的表，CSV (a table of these releases, CSV)')
    .argument('<ids...>', '发布稿 (ids)')
    .option('--to <file>', toFile)
    .action(async (ids: readonly string[], options: FileOptions) => {
      const params = { query: { ids: ids.join(',') } };
      const asked = { params, parseAs: 'arrayBuffer' as const };
      await kept(await answered(openApi(options).GET('/api/release-bulk/table', asked)), options);
    });

const formOf = (file: string): FormData => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytesOf(file))]), basename(file));
  return form;
};

/** @throws BadInput where nothing can be read. */
const bytesOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BadInput(
      `无法读取 (cannot read) ${file}：${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    );
  }
};
