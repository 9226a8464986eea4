import { isPast, isoAfter, type World } from '../world.js';
import type { PublishJob, PublishStatus, WechatArticle } from '../posted.js';
import { countOf, textOf, type WechatCall, type WechatRequest } from './wechat-call.js';
import { draftOf, pageOf, seconds, shownItem } from './wechat-draft.js';
import { makeArticle, markOf, withoutItem } from './wechat-article.js';
import { announcePublish } from './wechat-event.js';
import { WechatRefusal } from './wechat-refusal.js';

/** freepublish (CHANNELS A4): published, but not pushed to followers. */
export const publishCalls: readonly WechatCall[] = [
  { name: 'freepublish/submit', method: 'POST', answer: (request, world) => submit(request, world) },
  { name: 'freepublish/get', method: 'POST', answer: (request, world) => poll(request, world) },
  {
    name: 'freepublish/getarticle',
    method: 'POST',
    answer: (request, world) => ({ news_item: shownItems(articleOf(request, world), false) }),
  },
  {
    name: 'freepublish/delete',
    method: 'POST',
    answer: (request, world) => {
      const article = articleOf(request, world);
      const index = countOf(request.body['index'] ?? 0, 'index', { least: 0, most: article.items.length });
      if (article.deletedItems.length === article.items.length) throw new WechatRefusal(53600);
      world.memory.articles.put(article.articleId, withoutItem(article, index));
      return { errcode: 0, errmsg: 'ok' };
    },
  },
  {
    name: 'freepublish/batchget',
    method: 'POST',
    answer: ({ body }, world) => {
      const { offset, count } = pageOf(body);
      const articles = listed(world);
      const item = articles.slice(offset, offset + count).map((article) => ({
        article_id: article.articleId,
        content: { news_item: shownItems(article, body['no_content'] === 1) },
        update_time: seconds(article.publishedAt),
      }));
      return { total_count: articles.length, item_count: item.length, item };
    },
  },
];

const submit = (request: WechatRequest, world: World): object => {
  const { memory, faults, clock, accounts } = world;
  if (!accounts.wechat.verified) throw new WechatRefusal(48001);
  const draft = draftOf(request, world);
  const mark = markOf(draft.items);
  const turn = faults.take('wechat', 'freepublish/submit', ['publishStatus'], mark);
  const asString = faults.take('wechat', 'freepublish/submit', ['publishIdAsString'], mark) !== undefined;
  const publishId = String(2_247_500_000 + memory.count('wechat-publish-id'));
  const job: PublishJob = {
    publishId,
    draftId: draft.mediaId,
    status: 1,
    endsWith: (turn?.status ?? 0) as PublishStatus,
    pollsLeft: turn?.polls ?? 0,
    idAsString: asString,
    submittedAt: clock.now().toISOString(),
    dueAt: isoAfter(clock, accounts.wechat.publishMilliseconds),
    ...(turn?.laterStatus === undefined ? {} : { laterStatus: turn.laterStatus as PublishStatus }),
  };
  memory.jobs.put(publishId, job);
  world.timers.later(accounts.wechat.publishMilliseconds, () => finishUnpolled(publishId, world));
  return { errcode: 0, errmsg: 'ok', publish_id: shownId(job), msg_data_id: Number(publishId) };
};

/** A job that no fault holds back ends by itself, asked or not. */
export const finishUnpolled = (publishId: string, world: World): void => {
  const job = world.memory.jobs.get(publishId);
  if (job?.status === 1 && job.pollsLeft === 0) finish(job, world);
};

const poll = ({ body }: WechatRequest, world: World): object => {
  const found = world.memory.jobs.get(textOf(body['publish_id'], 'publish_id'));
  if (!found) throw new WechatRefusal(53502);
  const job = advanced(found, world);
  if (job.status === 0 && job.laterStatus !== undefined) changeLater(job, world);
  const base = { publish_id: shownId(job), publish_status: job.status };
  const article = job.articleId === undefined ? undefined : world.memory.articles.get(job.articleId);
  if (job.status !== 0 || !article) return { ...base, fail_idx: [2, 3, 4].includes(job.status) ? [1] : [] };
  const item = article.urls.map((article_url, index) => ({ idx: index + 1, article_url }));
  return {
    ...base,
    article_id: article.articleId,
    article_detail: { count: item.length, item },
    fail_idx: [],
  };
};

const advanced = (job: PublishJob, world: World): PublishJob => {
  if (job.status !== 1) return withDeletion(job, world);
  if (job.pollsLeft > 0) {
    world.memory.jobs.put(job.publishId, { ...job, pollsLeft: job.pollsLeft - 1 });
    return job;
  }
  return isPast(world.clock, job.dueAt) ? finish(job, world) : job;
};

/** All items deleted afterwards turn 0 into 5. */
const withDeletion = (job: PublishJob, world: World): PublishJob => {
  const article = job.articleId === undefined ? undefined : world.memory.articles.get(job.articleId);
  const allGone = article !== undefined && article.deletedItems.length === article.items.length;
  return job.status === 0 && allGone ? world.memory.jobs.put(job.publishId, { ...job, status: 5 }) : job;
};

/** The draft leaves the box only when publishing succeeds; without its draft a job fails. */
const finish = (job: PublishJob, world: World): PublishJob => {
  const draft = world.memory.drafts.get(job.draftId);
  const status: PublishStatus = draft ? job.endsWith : 3;
  const article =
    draft && [0, 5, 6].includes(status) ? makeArticle(draft, { massSent: false }, world) : undefined;
  const done: PublishJob = { ...job, status, ...(article ? { articleId: article.articleId } : {}) };
  world.memory.jobs.put(job.publishId, done);
  announcePublish(done, article, world);
  return done;
};

const changeLater = (job: PublishJob, world: World): void => {
  const { laterStatus, ...rest } = job;
  if (laterStatus === undefined) return;
  world.memory.jobs.put(job.publishId, { ...rest, status: laterStatus });
  const article = job.articleId === undefined ? undefined : world.memory.articles.get(job.articleId);
  if (article && laterStatus === 6)
    world.memory.articles.put(article.articleId, { ...article, banned: true });
};

/** Documented as a number on one page and as a string on another. */
const shownId = (job: PublishJob): number | string =>
  job.idAsString ? job.publishId : Number(job.publishId);

const articleOf = ({ body }: WechatRequest, world: World): WechatArticle => {
  const article = world.memory.articles.get(textOf(body['article_id'], 'article_id'));
  if (!article) throw new WechatRefusal(53600);
  return article;
};

/** Newest first unless a fault puts the older half before the newer; mass-sent articles are never in it. */
const listed = (world: World): WechatArticle[] => {
  const articles = world.memory.articles
    .values()
    .filter(({ massSent }) => !massSent)
    .reverse();
  if (!world.faults.take('wechat', 'freepublish/batchget', ['unordered'])) return articles;
  const half = Math.floor(articles.length / 2);
  return [...articles.slice(half), ...articles.slice(0, half)];
};

const shownItems = (article: WechatArticle, noContent: boolean): object[] =>
  article.items.map((item, index) => ({
    ...shownItem(item, noContent),
    url: article.urls[index],
    is_deleted: article.deletedItems.includes(index + 1) || article.banned,
  }));
