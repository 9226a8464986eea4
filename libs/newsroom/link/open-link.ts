import type { Outlet } from '@koujing/media';
import type { NewsroomParts } from '../newsroom-parts.js';
import { linkState, signedLink, type OutletLink } from './outlet-link.js';

/** Who came by which link; or why the link opens nothing. */
export type Opened =
  | { readonly state: 'inForce'; readonly link: OutletLink; readonly outlet: Outlet }
  | { readonly state: 'forged' | 'expired' | 'revoked' };

/** How often the hour of the last visit is written. */
const TOUCH_MS = 60_000;

/** Reads a link: first whether we signed it, then whether it still stands. */
export class OpenLink {
  constructor(
    private readonly parts: Pick<NewsroomParts, 'database' | 'links' | 'outlets' | 'clock' | 'key'>,
  ) {}

  async perform(token: string): Promise<Opened> {
    const { database, links, outlets, clock, key } = this.parts;
    const { queries } = database;
    const id = signedLink(token, key);
    const link = id === null ? null : await links.find(queries, id);
    if (link === null) return { state: 'forged' };
    const now = clock.now();
    const state = linkState(link, now);
    if (state !== 'inForce') return { state };
    const outlet = await outlets.find(queries, link.outletId);
    if (outlet === null) return { state: 'forged' };
    if (now.getTime() - (link.openedAt?.getTime() ?? 0) > TOUCH_MS) await links.touch(queries, link.id, now);
    return { state, link, outlet };
  }
}
