import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxiosHttp } from '@koujing/channel';
import { Command } from 'commander';
import openapiTS, { astToString } from 'openapi-typescript';
import { digestOf } from '@koujing/kernel';
import { addressOf, EXIT_REFUSED, NotDone, notReached } from './api-client.js';
import { BadInput } from './bad-input.js';
import { told } from './print.js';

interface ClientOptions {
  readonly out: string;
  readonly server?: string;
  readonly json?: true;
}

/** The version that its methods are taken from; what the package asks for. */
const library = '^0.17.0';
/** The document is made when it is asked for first. */
const timeoutMs = 60_000;

/** `koujing client --out FOLDER`: a package for other programs, made of what this server says of its API. */
export const clientCommand = (): Command =>
  new Command('client')
    .description(
      '写出带类型的 TypeScript 客户端包，供别的系统使用 (a typed client package for other systems)',
    )
    .requiredOption('--out <folder>', '写到这个目录，已有的同名文件会换掉 (folder to write to)')
    .option(
      '--server <address>',
      '服务的地址；默认 KOUJING_SERVER 或 http://127.0.0.1:3000 (address of the server)',
    )
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(async (options: ClientOptions) => {
      const document = await documentOf(addressOf(options.server));
      const files = await packageOf(document);
      write(options.out, files);
      await told(
        { folder: options.out, files: Object.keys(files) },
        `已写入 (written) ${options.out}：${Object.keys(files).join('、')}\n用法见其中的 README.md (see its README.md)`,
        options,
      );
    });

const documentOf = async (server: string): Promise<string> => {
  const http = new AxiosHttp();
  const url = `${server}/api/openapi.json`;
  const answer = await http
    .request({ method: 'GET', url, timeoutMs })
    .catch(notReached)
    .finally(() => http.close());
  if (answer.status === 200) return Buffer.from(answer.body).toString('utf8');
  throw new NotDone(
    `服务没有给出接口文档：${answer.status}。\nThe server tells no document of its API: ${answer.status}.`,
    EXIT_REFUSED,
  );
};

const packageOf = async (document: string): Promise<Readonly<Record<string, string>>> => ({
  'package.json': `${JSON.stringify(
    {
      ...{ name: 'koujing-client', version: `1.0.0-${digestOf(document).slice(0, 8)}`, private: true },
      ...{ description: 'Typed client of the Koujing API', license: 'MIT', type: 'module' },
      exports: { '.': { types: './index.d.ts', default: './index.js' } },
      dependencies: { 'openapi-fetch': library },
    },
    null,
    2,
  )}\n`,
  'api.d.ts': astToString(await openapiTS(document)),
  'index.d.ts': types,
  'index.js': script,
  'README.md': readme,
});

const script = `import createClient from 'openapi-fetch';

/** A client that speaks with this key. */
export const koujing = ({ server, key }) =>
  createClient({ baseUrl: server, headers: { authorization: \`Bearer \${key}\` } });
`;

const types = `import type { Client } from 'openapi-fetch';
import type { paths } from './api.js';

export type { components, paths } from './api.js';
export declare const koujing: (options: {
  /** Such as https://koujing.example.gov.cn; the paths begin with /api. */
  readonly server: string;
  /** koujing_…, issued by the administrators. */
  readonly key: string;
}) => Client<paths>;
`;

const readme = `# koujing-client

由 \`koujing client\` 按服务的接口文档写成；服务升级后重新写一次。_Written by \`koujing client\` from the server's own document; write it anew after an upgrade._

\`\`\`ts
import { koujing } from 'koujing-client';

const api = koujing({ server: 'https://koujing.example.gov.cn', key: process.env.KOUJING_API_KEY ?? '' });
const { data, error } = await api.GET('/api/releases', { params: { query: { page: 1, state: 'approved' } } });
if (error) throw new Error(error.reasons.map(({ message }) => message).join(' '));
console.log(data.items.map(({ title }) => title));
\`\`\`

写入请带 \`idempotency-key\`（\`params.header\`），同一个键只做一次。_A write takes an \`idempotency-key\` and is done once for each._
`;

/** @throws BadInput where nothing can be written. */
const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  } catch (error) {
    throw new BadInput(
      `无法写入 (cannot write) ${folder}：${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    );
  }
};
