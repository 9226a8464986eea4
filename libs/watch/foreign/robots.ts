import { setTimeout } from 'node:timers/promises';
import parser from 'robots-parser';
import type { HttpPort } from '@koujing/channel';
import { isInner, type InnerHosts } from './source-address.js';

/** Its types describe a module with a default member; what Node gives for the default import is the function itself. */
const robotsParser = parser as unknown as (typeof parser)['default'];

export type Allowed =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The site wants a longer pause between two questions. */
  | { readonly kind: 'later'; readonly waitMs: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

const timeoutMs = 10_000;
const mostBytes = 500_000;
/** RFC 9309, 2.4: at most a day old. */
const keptMs = 12 * 3_600_000;

/** Redirects lead to ever new sites: the oldest is forgotten. */
const mostSites = 500;
/** Within a look's own two minutes. */
const longestRestMs = 30_000;

interface Kept {
  readonly until: number;
  /** Null: it could not be read, which means hands off (RFC 9309, 2.3.1.4). */
  readonly text: string | null;
}

/** What sites ask of programs that read them, read once in a while. */
export class Robots {
  readonly #kept = new Map<string, Kept>();
  /** When a site may be asked again. */
  readonly #free = new Map<string, number>();

  constructor(
    private readonly reach: {
      readonly http: HttpPort;
      readonly innerHosts: InnerHosts;
      readonly userAgent: string;
    },
    private readonly now: () => number,
    private readonly rest: (ms: number) => Promise<unknown> = setTimeout,
  ) {}

  /** @throws HttpFailure where the address itself cannot be reached */
  async allow(url: string): Promise<Allowed> {
    const { origin } = new URL(url);
    const text = await this.#text(origin);
    if (text === null) return { kind: 'failed', reason: `${origin}/robots.txt 无法读取 (unreadable)` };
    const rules = robotsParser(`${origin}/robots.txt`, text);
    if (rules.isAllowed(url, this.reach.userAgent) === false)
      return { kind: 'refused', reason: `${origin}/robots.txt 不允许读取 (disallowed)` };
    return this.#inTurn(origin, (rules.getCrawlDelay(this.reach.userAgent) ?? 0) * 1_000);
  }

  /** As many seconds after the last question as the site asks for (Crawl-delay); a site that asks for minutes gets one at a look. */
  async #inTurn(origin: string, delayMs: number): Promise<Allowed> {
    if (delayMs <= 0) return { kind: 'allowed' };
    const waitMs = (this.#free.get(origin) ?? 0) - this.now();
    if (waitMs > longestRestMs)
      return { kind: 'later', waitMs, reason: `${origin}/robots.txt Crawl-delay ${delayMs / 1_000}` };
    keepIn(this.#free, origin, this.now() + Math.max(0, waitMs) + delayMs);
    if (waitMs > 0) await this.rest(waitMs);
    return { kind: 'allowed' };
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
    if (text !== null) keepIn(this.#kept, origin, { until: this.now() + keptMs, text });
    return text;
  }
}

const keepIn = <T>(kept: Map<string, T>, origin: string, value: T): void => {
  kept.delete(origin);
  kept.set(origin, value);
  const [oldest] = kept.keys();
  if (kept.size > mostSites && oldest !== undefined) kept.delete(oldest);
};
