import type { World } from '../world.js';
import type { WechatItem } from '../posted.js';
import { isObject, textOf } from './wechat-call.js';
import { acceptedContent, plainText } from './wechat-content.js';
import { WechatRefusal } from './wechat-refusal.js';

/** Limits of one item (CHANNELS A3), in characters unless said otherwise; beyond: the code beside it. */
const limits = {
  title: 32,
  author: 16,
  digest: 128,
  content: 20_000,
  contentBytes: 1_048_576,
  urlBytes: 1_024,
};
const digestTaken = 54;

/** Takes one article of draft/add or draft/update as the platform would. @throws WechatRefusal */
export const acceptedItem = (given: unknown, world: World): WechatItem => {
  if (!isObject(given)) throw new WechatRefusal(47001);
  const text = (name: string): string => textOf(given[name], name);
  const type = text('article_type') === '' ? 'news' : text('article_type');
  if (type !== 'news' && type !== 'newspic')
    throw new WechatRefusal(40035, 'invalid parameter hint: [article_type]');
  checkSizes(text);
  if (type === 'news') checkCover(text('thumb_media_id'), world);
  const content = type === 'news' ? acceptedContent(text('content'), world) : text('content');
  return {
    article_type: type,
    title: text('title'),
    author: text('author'),
    digest: text('digest') || [...plainText(content)].slice(0, digestTaken).join(''),
    content,
    content_source_url: text('content_source_url'),
    thumb_media_id: text('thumb_media_id'),
    need_open_comment: flag(given['need_open_comment'], 'need_open_comment'),
    only_fans_can_comment: flag(given['only_fans_can_comment'], 'only_fans_can_comment'),
  };
};

const checkSizes = (text: (name: string) => string): void => {
  const longer = (name: string, most: number): boolean => [...text(name)].length > most;
  if (text('title') === '') throw new WechatRefusal(45003, 'title size out of limit hint: [title is empty]');
  if (longer('title', limits.title)) throw new WechatRefusal(45003);
  if (longer('author', limits.author)) throw new WechatRefusal(45110);
  if (longer('digest', limits.digest)) throw new WechatRefusal(45004);
  if (text('content') === '') throw new WechatRefusal(44004);
  if ([...text('content')].length >= limits.content) throw new WechatRefusal(45002);
  if (Buffer.byteLength(text('content')) >= limits.contentBytes) throw new WechatRefusal(45002);
  if (Buffer.byteLength(text('content_source_url')) > limits.urlBytes) throw new WechatRefusal(45005);
};

const checkCover = (mediaId: string, world: World): void => {
  const material = world.memory.materials.get(mediaId);
  const isCover = material?.kind === 'image' || material?.kind === 'thumb';
  if (!isCover) throw new WechatRefusal(40007);
};

const flag = (value: unknown, name: string): 0 | 1 => {
  if (value === undefined || value === 0) return 0;
  if (value === 1) return 1;
  throw new WechatRefusal(40035, `invalid parameter hint: [${name} must be 0 or 1]`);
};
