import {
  AxiosHttp,
  BucketFiles,
  DiskFiles,
  FilesByRoot,
  NodemailerMail,
  type Bucket,
  type Channel,
  type ChannelPorts,
  type FilePort,
  type InternalCa,
  type LogPort,
} from '@koujing/channel';
import { EmailChannel } from '@koujing/channels/email';
import { cacheControl, contentType, PortalChannel } from '@koujing/channels/portal';
import { WebhookChannel } from '@koujing/channels/webhook';
import { WechatChannel } from '@koujing/channels/wechat';
import { WeiboChannel } from '@koujing/channels/weibo';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { openPortalIndex } from './portal-index.js';

/** A new channel is one folder and one line here. */
export const openChannels = (database: Database): readonly Channel[] => [
  new PortalChannel(openPortalIndex(database)) as Channel,
  new WeiboChannel() as Channel,
  new WechatChannel() as Channel,
  new EmailChannel() as Channel,
  new WebhookChannel() as Channel,
];

/** Folders, and the bucket where the city has one. */
export const openFiles = (bucket: Bucket | null): FilePort =>
  new FilesByRoot(
    new DiskFiles(),
    bucket === null
      ? null
      : new BucketFiles(bucket, (path) => ({
          contentType: contentType(path),
          cacheControl: cacheControl(path),
        })),
  );

/** The world as channels may touch it. */
export const openPorts = (
  clock: Clock,
  log: LogPort,
  {
    bucket = null,
    internalCa = null,
  }: { readonly bucket?: Bucket | null; readonly internalCa?: InternalCa | null } = {},
): ChannelPorts => ({
  http: new AxiosHttp(undefined, internalCa),
  mail: new NodemailerMail(undefined, internalCa),
  files: openFiles(bucket),
  clock,
  log,
});
