import { HttpFailure, type HttpPort, type HttpReply } from '@koujing/channel';
import { addressReasons, isInner, type InnerHosts } from './source-address.js';
import type { Robots } from './robots.js';

export interface Wanted {
  readonly url: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly accept: string;
}

export type Fetched =
  | {
      readonly kind: 'read';
      readonly text: string;
      /** Where it was found in the end. */
      readonly url: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly kind: 'unchanged' }
  /** Not to be read: by the site's robots.txt, or because it leads where nobody here may go. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The site asks to come later. */
  | { readonly kind: 'later'; readonly waitMs: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Reach {
  readonly http: HttpPort;
  readonly innerHosts: InnerHosts;
  /** Says who reads, and where to complain. */
  readonly userAgent: string;
}

const timeoutMs = 15_000;
/** A list of a site is far smaller; a larger one is a mistake or an attack. */
const mostBytes = 4 * 1_048_576;
const mostRedirects = 3;
const longestWaitMs = 24 * 3_600_000;

/**
 * One polite look: with what was said last time, at most three redirects, each of them checked like the first address, nothing
 * that robots.txt asks to leave alone, and never an address of a private network (checked on the address that is connected to).
 */
export const fetchPolitely = async (wanted: Wanted, reach: Reach, robots: Robots): Promise<Fetched> => {
  let { url } = wanted;
  try {
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const [barred] = addressReasons(url, reach.innerHosts);
      if (barred !== undefined) return { kind: 'refused', reason: `${hostOf(url)}：${barred.message}` };
      const allowed = await robots.allow(url);
      if (allowed.kind !== 'allowed') return allowed;
      const reply = await reach.http.request(requestOf(wanted, url, reach));
      const next = redirectOf(reply, url);
      if (next === null) return fetchedOf(reply, url);
      url = next;
    }
    return { kind: 'failed', reason: '转向次数过多 (too many redirects)' };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    if (error.privateAddress)
      return { kind: 'refused', reason: `${hostOf(url)} 指向内网地址 (leads to a private address)` };
    return { kind: 'failed', reason: error.message };
  }
};

const requestOf = (
  { etag, lastModified, accept }: Wanted,
  url: string,
  { userAgent, innerHosts }: Reach,
) => ({
  ...{ method: 'GET' as const, url, timeoutMs, mostBytes },
  ...(isInner(url, innerHosts) ? {} : { reach: 'public' as const }),
  headers: {
    ...{ 'user-agent': userAgent, accept },
    ...(etag == null ? {} : { 'if-none-match': etag }),
    ...(lastModified == null ? {} : { 'if-modified-since': lastModified }),
  },
});

const redirectOf = ({ status, headers }: HttpReply, url: string): string | null => {
  const location = headers['location'];
  return [301, 302, 303, 307, 308].includes(status) && location !== undefined && URL.canParse(location, url)
    ? new URL(location, url).href
    : null;
};

const fetchedOf = ({ status, headers, body }: HttpReply, url: string): Fetched => {
  if (status === 304) return { kind: 'unchanged' };
  if (status === 429 || status === 503) {
    const waitMs = retryAfterMs(headers['retry-after'], headers['date']);
    if (waitMs !== null) return { kind: 'later', waitMs, reason: `HTTP ${status}` };
  }
  if (status !== 200) return { kind: 'failed', reason: `HTTP ${status}` };
  return {
    ...{ kind: 'read', url, text: decoded(body, headers['content-type'] ?? '') },
    ...{ etag: headers['etag'] ?? null, lastModified: headers['last-modified'] ?? null },
  };
};

/** Seconds, or a date told by the site's own clock. */
const retryAfterMs = (value: string | undefined, date: string | undefined): number | null => {
  if (value === undefined) return null;
  const ms = /^\d+$/u.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.parse(date ?? '');
  return Number.isNaN(ms) ? null : Math.min(longestWaitMs, Math.max(1_000, ms));
};

/** Many sites here still write GBK; the header says so, or the head of the text. */
const decoded = (body: Uint8Array, contentType: string): string => {
  const head = Buffer.from(body.subarray(0, 1_024)).toString('latin1');
  const named =
    /charset=["']?([\w-]+)/iu.exec(contentType)?.[1] ??
    /(?:charset|encoding)=["']?([\w-]+)/iu.exec(head)?.[1];
  const label = /^gb/iu.test(named ?? '') ? 'gb18030' : (named ?? 'utf-8');
  try {
    return new TextDecoder(label).decode(body);
  } catch (error) {
    // A name that nobody knows: read as what nearly all are.
    if (error instanceof RangeError) return new TextDecoder().decode(body);
    throw error;
  }
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
