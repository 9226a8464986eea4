import type { DeliveryList } from '../../../libs/dispatch/dispatch.api.js';
import type { ReleasePage } from '../../../libs/signoff/signoff.api.js';
import type { Outside } from '../crash/outside.js';
import { drafterOf } from './acting.js';
import type { KnownWork, Model } from './model.js';
import { seeOther } from './see-other.js';
import type { Staff } from './staff.js';
import {
  settled,
  type Seen,
  type SeenRelease,
  type SeenRow,
  type Standing,
  type TakenOfRelease,
} from './verdict.js';

type SeenByHttp = Pick<Seen, 'releases' | 'others' | 'ruled'>;

/** Everything that the model knows of, asked of a house that nobody kills meanwhile. */
export const seeHouse = async (model: Model, staff: Staff): Promise<SeenByHttp> => {
  const releases = new Map<string, SeenRelease>();
  const others = new Map<string, string>();
  const ruled = new Set<string>();
  for (const work of model.works.values()) {
    if (work.id === '') continue;
    if (work.isRelease) {
      const seen = await seeRelease(work, staff);
      if (seen !== null) releases.set(work.id, seen);
    } else {
      const state = await seeOther(work, staff);
      if (state !== null) others.set(work.id, state);
    }
  }
  for (const finding of model.rulings) {
    const answer = await staff.get<{ readonly ruling: unknown }>('coordinator', `/findings/${finding}`);
    if (answer?.status === 200 && answer.body.ruling !== null) ruled.add(finding);
  }
  return { releases, others, ruled };
};

const seeRelease = async (work: KnownWork, staff: Staff): Promise<SeenRelease | null> => {
  const name = drafterOf(work);
  const page = await staff.get<ReleasePage>(name, `/releases/${work.id}`);
  if (page?.status !== 200) return null;
  const acts: Record<string, number> = {};
  for (const { action } of page.body.timeline) acts[action] = (acts[action] ?? 0) + 1;
  return { state: page.body.release.state, acts, rows: await rowsOf(work, staff) };
};

const rowsOf = async (work: KnownWork, staff: Staff): Promise<readonly SeenRow[]> => {
  const path = `/releases/${work.id}/deliveries?pageSize=200`;
  const answer = await staff.get<DeliveryList>(drafterOf(work), path);
  if (answer?.status !== 200) return [];
  return answer.body.items.map(({ id, channel, recipient, operation, version, state, receipt }) => ({
    ...{ id, channel, recipient, operation, version, state },
    remoteId: receipt?.remoteId ?? null,
  }));
};

/** Releases with rows that are still on their way. */
export const unsettled = async (model: Model, staff: Staff): Promise<number> => {
  let open = 0;
  for (const work of model.works.values()) {
    if (!work.isRelease || work.id === '') continue;
    const rows = await rowsOf(work, staff);
    if (rows.some(({ state }) => !settled.includes(state))) open += 1;
  }
  return open;
};

/** Counted by the platforms themselves, and read on the public site. */
export const seePlatforms = async (model: Model, { sandbox, portalUrl }: Outside): Promise<Seen['taken']> => {
  const weibo = sandbox.posted.weibo();
  const articles = sandbox.posted.wechatArticles();
  const mails = sandbox.posted.mails();
  const taken = new Map<string, TakenOfRelease>();
  for (const { id, n, isRelease } of model.works.values()) {
    if (!isRelease || id === '') continue;
    const mark = `/r/${id}.html`;
    const posts = weibo.filter(({ text }) => text.includes(mark));
    const shown = articles.filter(({ items }) =>
      items.some((item) => item.content_source_url.includes(mark)),
    );
    const got: Record<string, string[]> = {};
    for (const { recipients, subject } of mails)
      for (const recipient of recipients.filter((each) => each.endsWith(`.r${n}@news.example`)))
        (got[recipient] ??= []).push(/^【(更正|撤稿)】/u.exec(subject)?.[1] ?? '');
    taken.set(id, {
      page: await pageOf(`${portalUrl}${mark}`),
      weibo: parted(
        posts,
        ({ destroyedAt }) => destroyedAt === undefined,
        ({ text }) => text,
      ),
      wechat: parted(
        shown,
        ({ deletedItems }) => deletedItems.length === 0,
        ({ items }) => items.map(({ title, content }) => title + content).join(''),
      ),
      mails: got,
    });
  }
  return taken;
};

const parted = <T>(
  all: readonly T[],
  stands: (each: T) => boolean,
  textOf: (each: T) => string,
): Standing => ({
  standing: all.filter(stands).map(textOf),
  gone: all.filter((each) => !stands(each)).map(textOf),
});

const pageOf = async (url: string): Promise<TakenOfRelease['page']> => {
  const answer = await fetch(url);
  const text = await answer.text();
  if (answer.status === 410) return 'tombstone';
  if (answer.status !== 200) return 'none';
  return text.includes('更正说明') ? 'corrected' : 'shown';
};
