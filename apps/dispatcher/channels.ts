import {
  AxiosHttp,
  DiskFiles,
  NodemailerMail,
  type Channel,
  type ChannelPorts,
  type LogPort,
} from '@koujing/channel';
import { EmailChannel } from '@koujing/channels/email';
import { PortalChannel } from '@koujing/channels/portal';
import { WebhookChannel } from '@koujing/channels/webhook';
import { WechatChannel } from '@koujing/channels/wechat';
import { WeiboChannel } from '@koujing/channels/weibo';
import { StoredPublishedIndex } from '@koujing/dispatch';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';

/** The one portal account; the first platform of Art.17. */
export const portalAccountId = 'portal';

/** A new channel is one folder and one line here. */
export const openChannels = (database: Database): readonly Channel[] => [
  new PortalChannel(new StoredPublishedIndex(database, portalAccountId)) as Channel,
  new WeiboChannel() as Channel,
  new WechatChannel() as Channel,
  new EmailChannel() as Channel,
  new WebhookChannel() as Channel,
];

/** The world as channels may touch it. */
export const openPorts = (clock: Clock, log: LogPort): ChannelPorts => ({
  http: new AxiosHttp(),
  mail: new NodemailerMail(),
  files: new DiskFiles(),
  clock,
  log,
});
