import { randomBytes } from 'node:crypto';
import axios from 'axios';
import type { MassSend, PublishJob, WechatArticle } from '../posted.js';
import type { World } from '../world.js';
import { seconds } from './wechat-draft.js';
import { encrypted, signatureOf } from './wechat-cipher.js';

/** The platform waits 5 s for an answer and tries three times (reported by users). */
const patience = 5_000;
const tries = 3;

export const announcePublish = (job: PublishJob, article: WechatArticle | undefined, world: World): void => {
  if (world.faults.take('wechat', 'callback', ['eventAsMassSend'])) {
    push(
      massXml({ msgId: job.publishId, ok: job.status === 0, urls: article?.urls ?? [] }),
      'MASSSENDJOBFINISH',
      world,
    );
    return;
  }
  const items = (article?.urls ?? []).map(
    (url, index) => `<item><idx>${index + 1}</idx><article_url>${cdata(url)}</article_url></item>`,
  );
  const detail = article
    ? `<article_id>${cdata(article.articleId)}</article_id><article_detail><count>${items.length}</count>${items.join('')}</article_detail>`
    : '<fail_idx>1</fail_idx>';
  const info = `<publish_id>${job.publishId}</publish_id><publish_status>${job.status}</publish_status>${detail}`;
  push(`<PublishEventInfo>${info}</PublishEventInfo>`, 'PUBLISHJOBFINISH', world);
};

export const announceMass = (mass: MassSend, article: WechatArticle | undefined, world: World): void =>
  push(
    massXml({ msgId: mass.msgId, ok: mass.status === 'SEND_SUCCESS', urls: article?.urls ?? [] }),
    'MASSSENDJOBFINISH',
    world,
  );

const massXml = ({ msgId, ok, urls }: { msgId: string; ok: boolean; urls: readonly string[] }): string => {
  const items = urls.map(
    (url, index) =>
      `<item><ArticleIdx>${index + 1}</ArticleIdx><ArticleUrl>${cdata(url)}</ArticleUrl></item>`,
  );
  const reach = '<TotalCount>100</TotalCount><FilterCount>100</FilterCount>';
  return `<MsgID>${msgId}</MsgID><Status>${cdata(ok ? 'send success' : 'send fail')}</Status>${reach}<SentCount>${ok ? 100 : 0}</SentCount><ErrorCount>${ok ? 0 : 100}</ErrorCount><CopyrightCheckResult><Count>0</Count><ResultList></ResultList><CheckState>2</CheckState></CopyrightCheckResult><ArticleUrlResult><Count>${items.length}</Count><ResultList>${items.join('')}</ResultList></ArticleUrlResult>`;
};

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const push = (inner: string, event: string, world: World): void => {
  const { callback, appId } = world.accounts.wechat;
  if (!callback) return;
  if (world.faults.take('wechat', 'callback', ['eventLost'])) {
    world.journal.add('wechat', 'callback', `${event} eventLost`);
    return;
  }
  const created = seconds(world.clock.now().toISOString());
  const xml = `<xml><ToUserName>${cdata('gh_demo0000001')}</ToUserName><FromUserName>${cdata('oDemoSystemUser')}</FromUserName><CreateTime>${created}</CreateTime><MsgType>${cdata('event')}</MsgType><Event>${cdata(event)}</Event>${inner}</xml>`;
  const nonce = randomBytes(5).toString('hex');
  const timestamp = String(created);
  const address = new URL(callback.url);
  address.searchParams.set('signature', signatureOf(callback.token, timestamp, nonce));
  address.searchParams.set('timestamp', timestamp);
  address.searchParams.set('nonce', nonce);
  const body = callback.encodingAesKey === undefined ? xml : sealed(xml, { appId, ...callback }, address);
  const times = world.faults.take('wechat', 'callback', ['eventDoubled']) ? 2 : 1;
  for (let copy = 0; copy < times; copy++) void deliver(address.href, body, { event, attempt: 1 }, world);
};

const sealed = (
  xml: string,
  keys: { appId: string; token: string; encodingAesKey?: string },
  address: URL,
): string => {
  const secret = encrypted(xml, keys.appId, keys.encodingAesKey ?? '');
  const { timestamp = '', nonce = '' } = Object.fromEntries(address.searchParams);
  address.searchParams.set('encrypt_type', 'aes');
  address.searchParams.set('msg_signature', signatureOf(keys.token, timestamp, nonce, secret));
  return `<xml><ToUserName>${cdata('gh_demo0000001')}</ToUserName><Encrypt>${cdata(secret)}</Encrypt></xml>`;
};

/** Tells the journal how it went; a receiver that stays unreachable has simply missed the event. */
const deliver = async (
  url: string,
  body: string,
  { event, attempt }: { event: string; attempt: number },
  world: World,
): Promise<void> => {
  try {
    const { status } = await axios.post(url, body, {
      headers: { 'content-type': 'text/xml' },
      timeout: patience,
    });
    world.journal.add('wechat', 'callback', `${event} ${status}`);
  } catch (error) {
    world.journal.add('wechat', 'callback', `${event} ${error instanceof Error ? error.message : 'failed'}`);
    if (attempt < tries)
      world.timers.later(patience, () => void deliver(url, body, { event, attempt: attempt + 1 }, world));
  }
};
