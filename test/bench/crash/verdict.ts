import type { DeliveryView } from '../../../libs/dispatch/dispatch.api.js';
import type { Outside } from './outside.js';
import type { KnownRelease } from './releases.js';

export interface ChannelTally {
  deliveries: number;
  lost: number;
  doubled: number;
  flagged: number;
}

export interface Verdict {
  readonly deliveries: number;
  readonly lost: number;
  readonly doubled: number;
  readonly flagged: number;
  readonly byChannel: Readonly<Record<string, ChannelTally>>;
}

/** A row that contradicts what the platforms took, for the journal. */
export interface Grievance {
  readonly release: number;
  readonly channel: string;
  readonly recipient: string;
  readonly state: string;
  readonly taken: number;
  readonly is: 'lost' | 'doubled';
  readonly message: string | null;
}

/**
 * Every delivery of every acknowledged release against what the platforms counted. Lost: never taken, and nobody is
 * asked to look. Doubled: taken twice. Flagged: a person is asked. A row that says delivered of what was never taken
 * is lost; a row that is not settled is lost too, whatever the platform has.
 */
export const judge = (
  releases: readonly KnownRelease[],
  rows: ReadonlyMap<string, readonly DeliveryView[]>,
  taken: Taken,
): { readonly verdict: Verdict; readonly grievances: readonly Grievance[] } => {
  const byChannel: Record<string, ChannelTally> = {};
  const grievances: Grievance[] = [];
  for (const release of releases.filter(({ acknowledged }) => acknowledged)) {
    const ofRelease = rows.get(release.id) ?? [];
    for (const expected of expectedOf(release)) {
      const tally = (byChannel[expected.channel] ??= { deliveries: 0, lost: 0, doubled: 0, flagged: 0 });
      const row = ofRelease.find(
        ({ channel, recipient }) => channel === expected.channel && (recipient ?? '') === expected.recipient,
      );
      const times = taken(release, expected.channel, expected.recipient);
      const state = row?.state ?? 'missing';
      const isSettled = state === 'delivered' || state === 'verified' || state === 'needsPerson';
      const isLost = !isSettled || (times === 0 && state !== 'needsPerson');
      tally.deliveries += 1;
      if (state === 'needsPerson') tally.flagged += 1;
      if (isLost) tally.lost += 1;
      if (times > 1) tally.doubled += 1;
      const facts = {
        ...expected,
        release: release.n,
        state,
        taken: times,
        message: row?.lastMessage ?? null,
      };
      if (isLost) grievances.push({ ...facts, is: 'lost' });
      if (times > 1) grievances.push({ ...facts, is: 'doubled' });
    }
  }
  const sum = (of: keyof ChannelTally): number =>
    Object.values(byChannel).reduce((total, tally) => total + tally[of], 0);
  return {
    verdict: {
      deliveries: sum('deliveries'),
      lost: sum('lost'),
      doubled: sum('doubled'),
      flagged: sum('flagged'),
      byChannel,
    },
    grievances,
  };
};

const expectedOf = ({ recipients }: KnownRelease) => [
  ...['portal', 'weibo', 'wechat'].map((channel) => ({ channel, recipient: '' })),
  ...recipients.map((recipient) => ({ channel: 'email', recipient })),
];

/** How often the outside has taken a delivery. */
export type Taken = (release: KnownRelease, channel: string, recipient: string) => number;

/** Counted by the platforms themselves; the portal by its public page and its place in the newest list. */
export const takenBy = async ({ sandbox, portalUrl }: Outside, ids: readonly string[]): Promise<Taken> => {
  const pages = new Set<string>();
  for (const id of ids) if ((await fetch(`${portalUrl}/r/${id}.html`)).status === 200) pages.add(id);
  const weibo = sandbox.posted.weibo();
  const articles = sandbox.posted.wechatArticles();
  const mails = new Map<string, number>();
  for (const { recipients } of sandbox.posted.mails())
    for (const recipient of recipients) mails.set(recipient, (mails.get(recipient) ?? 0) + 1);
  return (release, channel, recipient) => {
    const mark = `/r/${release.id}.html`;
    switch (channel) {
      case 'portal':
        return pages.has(release.id) ? 1 : 0;
      case 'weibo':
        return weibo.filter(({ text }) => text.includes(mark)).length;
      case 'wechat':
        return articles.filter(({ items }) => items.some((item) => item.content_source_url.includes(mark)))
          .length;
      default:
        return mails.get(recipient) ?? 0;
    }
  };
};
