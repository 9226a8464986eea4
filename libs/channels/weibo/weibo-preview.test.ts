import { expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import { WeiboChannel } from './weibo-channel.js';
import { weiboSettings } from './weibo-settings.js';

const publication = {
  releaseId: '018f0000-0000-7000-8000-00000000a002',
  version: 2,
  title: '关于滨江大道临时交通管制的通告',
  blocks: blocksFromText('因管网抢修，滨江大道（江一路至江三路段）临时封闭。\n请绕行江北路。'),
  summary:
    '因供水管网抢修，12月1日8时至18时，滨江大道江一路至江三路段双向封闭。公交3路、27路临时绕行江北路，途经站点不变。给您出行带来不便，敬请谅解。咨询电话：0000-12345。',
  organ: '滨江市公安局交通警察支队',
  jointOrgans: ['滨江市水务局'],
  column: '通知公告',
  documentNumber: '滨公交通〔2026〕18号',
  keywords: ['交通管制'],
  portalUrl: 'https://www.binjiang.gov.example/r/018f0000-0000-7000-8000-00000000a002.html',
  images: [],
};

test('a notice becomes this post, byte for byte', () => {
  const settings = weiboSettings.parse({ clientId: '1', rip: '211.156.0.1' });
  expect(new WeiboChannel().preview(publication, settings)).toMatchSnapshot();
});
