import { builtAt } from '@koujing/channels/portal';
import { escaped } from '@koujing/kernel';
import type { Audience } from '@koujing/media';
import RSS from 'rss';
import type { NewsroomParts } from './newsroom-parts.js';
import type { Visitor } from './show-newsroom.js';

const feedLength = 50;

/** RSS 2.0 of a list that an outlet is on: what is public, and nothing before its hour. */
export class ShowFeed {
  constructor(
    private readonly parts: Pick<NewsroomParts, 'database' | 'shown' | 'newsroomUrl' | 'portalUrl'> & {
      readonly audience: Audience;
    },
  ) {}

  /** Null: no list of theirs. */
  async perform({ token, outlet }: Visitor, listId: string): Promise<string | null> {
    const { database, audience, shown, newsroomUrl, portalUrl } = this.parts;
    const { queries } = database;
    const list = (await audience.ofOutlet(queries, outlet.id)).find(({ id }) => id === listId);
    if (list === undefined) return null;
    const items = await database.late('outletFeed', (asked) => shown.ofList(asked, listId, feedLength));
    const feed = new RSS({
      title: clean(list.name),
      description: clean(`发给“${list.name}”的稿件，只含已经公布的`),
      feed_url: `${newsroomUrl}/${token}/feeds/${listId}`,
      site_url: `${newsroomUrl}/${token}`,
      ...{ language: 'zh-cn', generator: 'Koujing', ttl: 15 },
    });
    for (const item of items)
      feed.item({
        title: clean(item.version > 1 ? `${item.title}（已更正）` : item.title),
        description: escaped(clean(item.summary)),
        url: portalUrl(item.releaseId),
        guid: `urn:uuid:${item.releaseId}`,
        date: item.publishedAt,
        author: clean(item.organ),
        categories: [clean(item.column)],
      });
    const changes = items.map(({ changedAt }) => changedAt.getTime());
    return builtAt(feed.xml({ indent: true }), changes.length === 0 ? null : new Date(Math.max(...changes)));
  }
}

/** No XML document may hold them. */
const clean = (text: string): string => text.replace(/[^\P{C}\t\n]/gu, ' ').toWellFormed();
