import { cityDate, type World } from '../world.js';
import type { WechatArticle } from '../posted.js';
import { textOf, type WechatCall } from './wechat-call.js';
import { WechatRefusal } from './wechat-refusal.js';

const longestDays = 30;
const dayMs = 86_400_000;

/** Of each article that was published on these days (api_getarticletotaldetail): the only place where mass-sent ones are listed. */
export const statisticsCalls: readonly WechatCall[] = [
  {
    name: 'datacube/getarticletotaldetail',
    method: 'POST',
    answer: ({ body }, world) => {
      const [begin, end] = [textOf(body['begin_date'], 'begin_date'), textOf(body['end_date'], 'end_date')];
      const days = (Date.parse(end) - Date.parse(begin)) / dayMs;
      const isKnown = end < cityDate(world.clock.now());
      if (!(days >= 0 && days < longestDays) || !isKnown) throw new WechatRefusal(61501);
      const list = world.memory.articles
        .values()
        .filter(({ publishedAt }) => within(cityDate(new Date(publishedAt)), begin, end))
        .flatMap((article) => lines(article, world));
      return { list, is_delay: false };
    },
  },
];

const within = (day: string, begin: string, end: string): boolean => day >= begin && day <= end;

const lines = (article: WechatArticle, world: World): readonly object[] =>
  article.items.map(({ title }, index) => ({
    ref_date: cityDate(new Date(article.publishedAt)),
    msgid: `${dataIdOf(article, world)}_${index + 1}`,
    publish_type: article.massSent ? 0 : 1,
    title,
    content_url: article.urls[index] ?? '',
    detail_list: [],
  }));

/** What the call that published it answered as msg_data_id. */
const dataIdOf = ({ articleId, massSent }: WechatArticle, { memory }: World): string =>
  (massSent
    ? memory.massSends.values().find((mass) => mass.articleId === articleId)?.msgDataId
    : memory.jobs.values().find((job) => job.articleId === articleId)?.publishId) ?? '0';
