import { expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import { WechatChannel } from './wechat-channel.js';
import { wechatSettings } from './wechat-settings.js';

const publication = {
  releaseId: '018f0000-0000-7000-8000-00000000a002',
  version: 2,
  title: '关于滨江大道临时交通管制的通告',
  blocks: [
    ...blocksFromText('因管网抢修，滨江大道（江一路至江三路段）临时封闭。\n请绕行江北路。'),
    { type: 'image' as const, assetSha256: 'ab12', alt: '绕行示意图', caption: '图：绕行路线' },
  ],
  summary:
    '因供水管网抢修，12月1日8时至18时，滨江大道江一路至江三路段双向封闭。公交3路、27路临时绕行江北路，途经站点不变。给您出行带来不便，敬请谅解。咨询电话：0000-12345。',
  organ: '滨江市公安局交通警察支队',
  jointOrgans: ['滨江市水务局'],
  column: '通知公告',
  documentNumber: '滨公交通〔2026〕18号',
  keywords: ['交通管制'],
  portalUrl: 'https://www.binjiang.gov.example/r/018f0000-0000-7000-8000-00000000a002.html',
  images: [{ sha256: 'ab12', mimeType: 'image/png' as const, alt: '绕行示意图', bytes: new Uint8Array([1]) }],
};

test('a notice becomes this article', () => {
  const settings = wechatSettings.parse({ appId: 'wx1' });
  const { parts, ...rest } = new WechatChannel().preview(publication, settings);
  // The body has its golden file beside its template.
  expect({
    ...rest,
    parts: { ...parts, html: parts['html']?.includes('{{slot:image:ab12}}') },
  }).toMatchSnapshot();
});

test('a title of more than 32 characters is refused with the limit', () => {
  const settings = wechatSettings.parse({ appId: 'wx1' });
  const findings = new WechatChannel().validate({ ...publication, title: '通'.repeat(33) }, settings);
  expect(findings).toContainEqual(
    expect.objectContaining({ severity: 'block', field: 'title', allowed: '≤ 32 characters' }),
  );
});

test('a picture that the text names and the release does not have is refused', () => {
  const settings = wechatSettings.parse({ appId: 'wx1' });
  const findings = new WechatChannel().validate({ ...publication, images: [] }, settings);
  expect(findings).toContainEqual(expect.objectContaining({ code: 'pictureMissing', severity: 'block' }));
});

test('a text that looks like a slot is refused', () => {
  const settings = wechatSettings.parse({ appId: 'wx1' });
  const findings = new WechatChannel().validate({ ...publication, title: '{{slot:coverMediaId}}' }, settings);
  expect(findings).toContainEqual(expect.objectContaining({ code: 'straySlot', severity: 'block' }));
});
