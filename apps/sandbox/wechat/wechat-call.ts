import type { World } from '../world.js';
import { WechatRefusal } from './wechat-refusal.js';

export interface WechatRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
}

export interface WechatCall {
  /** The path under /cgi-bin; what begins with `datacube/` stands beside it. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** `json` (default) or what the body is instead. */
  readonly takes?: 'multipart' | 'nothing';
  readonly withoutToken?: boolean;
  /** The JSON to answer with, or bytes. */
  answer(request: WechatRequest, world: World): object;
}

/** A text member of the body, empty when missing. @throws WechatRefusal 47001 when it is something else. */
export const textOf = (value: unknown, name: string): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && (name.endsWith('_id') || name === 'tag_id')) return String(value);
  throw new WechatRefusal(47001, `data format error hint: [${name} must be a string]`);
};

/** A whole number of the body within bounds. @throws WechatRefusal 40035 */
export const countOf = (value: unknown, name: string, bounds: { least: number; most: number }): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= bounds.least && value <= bounds.most)
    return value;
  throw new WechatRefusal(40035, `invalid parameter hint: [${name} must be ${bounds.least}..${bounds.most}]`);
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
