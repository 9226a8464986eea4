import { readFileSync } from 'node:fs';
import { newId } from '@koujing/kernel';
import type { Command } from 'commander';
import createClient, { type Client } from 'openapi-fetch';
import type { ErrorBody } from '../../libs/kernel/answer.api.js';
import type { ApiPaths } from './api-paths.js';
import { BadInput } from './bad-input.js';

/** The server refused, or something waits for a person or failed. */
export const EXIT_REFUSED = 1;
/** Nobody answers, or too much was asked: asking again may help. */
const EXIT_UNREACHED = 3;

export interface ApiOptions {
  readonly server?: string;
  readonly keyFile?: string;
  readonly json?: true;
}

export const withApi = (command: Command): Command =>
  command
    .option(
      '--server <address>',
      '服务的地址；默认 KOUJING_SERVER 或 http://127.0.0.1:3000 (address of the server)',
    )
    .option('--key-file <file>', '接口密钥所在的文件；默认读 KOUJING_API_KEY (file that holds the API key)')
    .option('--json', '输出 JSON (JSON)')
    .exitOverride();

/** A program that speaks for the person whose key it was given. @throws BadInput without a key. */
export const openApi = ({ server, keyFile }: ApiOptions): Client<ApiPaths> =>
  createClient<ApiPaths>({
    baseUrl: addressOf(server),
    headers: {
      authorization: `Bearer ${keyFrom(keyFile)}`,
      // Written once, however often the connection is tried.
      'idempotency-key': newId(),
    },
  });

/** What was given, as it was given: the server reads it by its own schema and names what is wrong. */
export const queryOf = <Query>(given: Readonly<Record<string, string | undefined>>): Partial<Query> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Query>;

export const addressOf = (given: string | undefined): string => {
  const address = given ?? (process.env['KOUJING_SERVER'] || 'http://127.0.0.1:3000');
  if (!URL.canParse(address) || !/^https?:/u.test(address))
    throw new BadInput(
      `--server：读到 (found) ${address}；允许 (allowed) http 或 https 地址，如 http://127.0.0.1:3000`,
    );
  return address.replace(/\/+$/u, '');
};

const keyFrom = (file: string | undefined): string => {
  const key = (file === undefined ? process.env['KOUJING_API_KEY'] : contentOf(file))?.trim() ?? '';
  if (/^[\x21-\x7e]+$/u.test(key)) return key;
  throw new BadInput(
    key === ''
      ? '没有接口密钥：请设置 KOUJING_API_KEY，或用 --key-file 指定文件；密钥由管理员在“设置 · 接口密钥”发放。\nNo API key: set KOUJING_API_KEY or name a file with --key-file.'
      : '接口密钥里有空格或其他不允许的字符。\nThe API key holds characters that no key has.',
  );
};

export const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadInput(
      `无法读取 (cannot read) ${file}：${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    );
  }
};

/** Told on stderr, with the exit code that a script decides by. */
export class NotDone extends Error {
  override readonly name = 'NotDone';

  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

interface Reply<Body> {
  readonly data?: Body | undefined;
  readonly error?: ErrorBody | undefined;
  readonly response: Response;
}

/** Nobody answered at the address. */
export const notReached = (failure: unknown): never => {
  const cause = failure instanceof Error && failure.cause instanceof Error ? failure.cause : failure;
  throw new NotDone(
    `服务没有应答（${cause instanceof Error ? cause.message : String(cause)}），请核对 --server 和服务是否在运行。\nThe server does not answer.`,
    EXIT_UNREACHED,
  );
};

/** What the server answered. @throws NotDone with every reason, or when nobody answers. */
export const answered = async <Body>(asking: Promise<Reply<Body>>): Promise<Body> => {
  const { data, error, response } = await asking.catch(notReached);
  if (response.ok && data !== undefined) return data;
  const told = (Array.isArray(error?.reasons) ? error.reasons : []).map(
    ({ message, messageEn, field, allowed }) =>
      `${field === undefined ? '' : `${field}：`}${message}${allowed === undefined ? '' : `（允许 allowed：${allowed}）`}\n  ${messageEn}`,
  );
  throw new NotDone(
    told.length > 0
      ? told.join('\n')
      : `服务答复 ${response.status}。The server answered ${response.status}.`,
    exitFor(response.status),
  );
};

/** What was asked is wrong (2), refused as things stand (1), or the server is at fault or was asked too often (3). */
const exitFor = (status: number): number =>
  status >= 500 || status === 429
    ? EXIT_UNREACHED
    : [400, 401, 404, 413, 415].includes(status)
      ? 2
      : EXIT_REFUSED;
