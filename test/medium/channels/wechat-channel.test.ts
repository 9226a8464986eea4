import { expect, test } from '@jest/globals';
import { Stage } from '../../../libs/channel/channel-stage.contract.js';
import { Probe } from '../../../apps/sandbox/probe.js';
import type { Sandbox } from '../../../apps/sandbox/sandbox.js';
import { channelContract } from '../../../libs/channel/channel.contract.js';
import { wechatHarness } from './wechat-world.js';

channelContract('WeChat (publish)', wechatHarness('publish'));

// A lost answer to sendall is asked for again with the same clientmsgid; the API lists no mass-sent article.
channelContract('WeChat (mass send)', { ...wechatHarness('mass'), lacks: ['loss', 'recent', 'inspect'] });

const dayMs = 86_400_000;

test('what was mass-sent is listed from the next day on, ours under the name that its receipt keeps', () =>
  Stage.play(wechatHarness('mass'), async (stage) => {
    const { clock } = stage.world;
    const attempt = stage.attempt();
    const receipt = await stage.delivered(attempt);
    const since = new Date(clock.now().getTime() - dayMs);
    expect(await stage.channel.recent(since, attempt)).toEqual([]);
    clock.travel(dayMs);
    const { sandbox } = stage.world as typeof stage.world & { sandbox: Sandbox };
    const byHand = new Probe(sandbox);
    const send = async (title: string) => {
      const { media_id } = await byHand.draft({ title, content_source_url: '' });
      const order = { filter: { is_to_all: true }, mpnews: { media_id }, msgtype: 'mpnews' };
      const { msg_id } = await byHand.wechat('message/mass/sendall', order);
      await byHand.wechat('message/mass/get', { msg_id });
    };
    await send('今晚全市停课');
    clock.travel(dayMs);
    const posts = await stage.channel.recent(since, stage.attempt());
    expect(posts.map(({ remoteId }) => remoteId)[0]).toBe(receipt.data?.['listedAs']);
    expect(posts.slice(1)).toMatchObject([
      { text: '今晚全市停课', url: expect.stringContaining('/wechat/s/') },
    ]);
    // What is only drafted nobody reads.
    await byHand.draft({ title: '草稿', content_source_url: '' });
    expect(await stage.channel.recent(since, stage.attempt())).toHaveLength(2);
  }));
