import parser from 'robots-parser';
import type { HttpPort } from '@koujing/channel';
import { isInner, type InnerHosts } from './source-address.js';

/** Its types describe a module with a default member; what Node gives for the default import is the function itself. */
const robotsParser = parser as unknown as (typeof parser)['default'];

export type Allowed =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

const timeoutMs = 10_000;
const mostBytes = 500_000;
/** RFC 9309, 2.4: at most a day old. */
const keptMs = 12 * 3_600_000;

interface Kept {
  readonly until: number;
  /** Null: it could not be read, which means hands off (RFC 9309, 2.3.1.4). */
  readonly text: string | null;
}

/** What sites ask of programs that read them, read once in a while. */
export class Robots {
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly reach: {
      readonly http: HttpPort;
      readonly innerHosts: InnerHosts;
      readonly userAgent: string;
    },
    private readonly now: () => number,
  ) {}

  /** @throws HttpFailure where the address itself cannot be reached */
  async allow(url: string): Promise<Allowed> {
    const { origin } = new URL(url);
    const text = await this.#text(origin);
    if (text === null) return { kind: 'failed', reason: `${origin}/robots.txt 无法读取 (unreadable)` };
    const isAllowed = robotsParser(`${origin}/robots.txt`, text).isAllowed(url, this.reach.userAgent);
    return isAllowed === false
      ? { kind: 'refused', reason: `${origin}/robots.txt 不允许读取 (disallowed)` }
      : { kind: 'allowed' };
  }

  async #text(origin: string): Promise<string | null> {
    const kept = this.#kept.get(origin);
    if (kept !== undefined && kept.until > this.now()) return kept.text;
    const url = `${origin}/robots.txt`;
    const { http, innerHosts, userAgent } = this.reach;
    const reply = await http.request({
      ...{ method: 'GET', url, timeoutMs, mostBytes, headers: { 'user-agent': userAgent } },
      ...(isInner(url, innerHosts) ? {} : { reach: 'public' as const }),
    });
    const text =
      reply.status === 200 ? Buffer.from(reply.body).toString('utf8') : reply.status >= 500 ? null : '';
    // What could not be read is asked again with the next look.
    if (text !== null) this.#kept.set(origin, { until: this.now() + keptMs, text });
    return text;
  }
}
