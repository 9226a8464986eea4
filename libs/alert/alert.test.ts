import { describe, expect, test } from '@jest/globals';
import { alertFacts } from './alert-facts.js';
import { alertOfRelease, type AlertRelease, type Issue } from './alert-of-release.js';
import { alertsSection, alertSettingsOf } from './alert-settings.js';
import { capFaults } from './cap-faults.js';
import { capXml } from './cap-xml.js';

const around = { city: '滨海市', portalUrl: 'https://www.binhai.gov.example', demo: false };
const settings = alertSettingsOf(
  alertsSection.schema.parse({ geocodes: { 滨海市: '990100', 东山区: '990102' } }),
  around,
);
const warning: AlertRelease = {
  ...{
    releaseId: '018f0000-0000-7000-8000-00000000a001',
    version: 1,
    kind: 'warning',
    organ: '滨海市气象台',
  },
  ...{ area: '东山区', title: '滨海市气象台发布暴雨橙色预警信号' },
  body: '预计未来3小时东山区降雨量将达50毫米以上 & 雷电 <强>。请市民减少外出，切勿涉水。低洼路段已安排值守。',
  portalUrl: 'https://www.binhai.gov.example/r/a.html',
  ...{ matterId: null, incident: null },
};
const first: Issue = { act: 'issue', before: 0, sentAt: new Date('2026-11-23T07:00:00.123Z'), earlier: [] };
const reference = { sender: settings.sender, identifier: 'koujing-x-1', sent: '2026-11-23T14:00:00+08:00' };
const emergency: AlertRelease = {
  ...warning,
  ...{ kind: 'emergency', title: '东山区某化工厂火灾情况通报', matterId: 'matter-1' },
  incident: { level: 'major', place: '东山区新港路' },
};
const messages = {
  warning: alertOfRelease(warning, first, settings),
  update: alertOfRelease(emergency, { ...first, before: 1, earlier: [reference] }, settings),
  cancel: alertOfRelease(warning, { ...first, act: 'cancel', before: 1, earlier: [reference] }, settings),
};

describe('a release as a CAP message', () => {
  test('an orange warning is severe and immediate, in Chinese, with the city’s offset and the area’s code', () => {
    const xml = capXml(messages.warning);
    for (const part of [
      ...[
        '<sent>2026-11-23T15:00:00+08:00</sent>',
        '<language>zh-CN</language>',
        '<event>暴雨橙色预警</event>',
      ],
      ...['<category>Met</category>', '<severity>Severe</severity>', '<urgency>Immediate</urgency>'],
      ...['<certainty>Likely</certainty>', '<expires>2026-11-23T18:00:00+08:00</expires>'],
      ...[
        '<instruction>请市民减少外出，切勿涉水</instruction>',
        '<areaDesc>东山区</areaDesc>',
        '<value>990102</value>',
      ],
      ...['<msgType>Alert</msgType>', '&amp; 雷电 &lt;强&gt;'],
    ])
      expect(xml).toContain(part);
  });

  test('is an exercise unless the city says that it is an alert authority, and never anything else in the demo', () => {
    const authority = alertsSection.schema.parse({ authority: true });
    expect(messages.warning.status).toBe('Exercise');
    expect(alertSettingsOf(authority, around).status).toBe('Actual');
    expect(alertSettingsOf(authority, { ...around, demo: true }).status).toBe('Exercise');
  });

  test('what follows refers to every message that still stands; a withdrawal cancels and gives the all-clear', () => {
    expect(messages.update).toMatchObject({
      msgType: 'Update',
      references: [reference],
      incident: 'matter-1',
    });
    expect(messages.update.info).toMatchObject({
      severity: 'Severe',
      certainty: 'Observed',
      category: 'Fire',
    });
    expect(messages.update.info.area.areaDesc).toBe('东山区新港路');
    expect(capXml(messages.cancel)).toContain(
      `<references>${settings.sender},koujing-x-1,2026-11-23T14:00:00+08:00</references>`,
    );
    expect(messages.cancel).toMatchObject({
      msgType: 'Cancel',
      info: { responseType: 'AllClear', urgency: 'Past' },
    });
  });

  test('stands until the end that the warning names, a week at the most; an emergency, or one that names none, for the fixed span', () => {
    const expires = (release: AlertRelease, act: Issue['act'] = 'issue') =>
      alertOfRelease(release, { ...first, act }, settings).info.expires;
    const saying = (body: string, kind: AlertRelease['kind'] = 'warning') => ({ ...warning, kind, body });
    const usual = '2026-11-24T15:00:00+08:00';
    expect([
      expires(saying('预计23日20时至25日8时有8级大风。')),
      expires(saying('预计12月1日至次年3月持续干旱，有效期至12月31日。')),
      expires(saying('请市民减少外出。')),
      expires(saying('预计25日恢复供水。', 'emergency')),
      expires(warning, 'cancel'),
    ]).toEqual(['2026-11-25T08:00:00+08:00', '2026-11-30T15:00:00+08:00', usual, usual, usual]);
  });

  test('a lifted warning is an update that gives the all-clear', () => {
    const title = '滨海市气象台解除暴雨橙色预警信号';
    const over = alertOfRelease(
      { ...warning, title },
      { ...first, before: 1, earlier: [reference] },
      settings,
    );
    expect(over).toMatchObject({ msgType: 'Update', info: { responseType: 'AllClear', urgency: 'Past' } });
    for (const said of [
      '关于解除暴雨橙色预警信号的通告',
      '暴雨橙色预警解除',
      '我市终止并解除防汛Ⅲ级应急响应',
    ])
      expect([said, alertFacts(said, '').isLifted]).toEqual([said, true]);
    // The danger stands.
    for (const said of [
      ...[
        '暴雨红色预警尚未解除',
        '解除暴雨红色预警，改发橙色预警',
        '请勿擅自解除警戒',
        '撤销两条公交线路的通告',
      ],
      ...['暴雨橙色预警升级为红色', '解除橙色预警并发布红色预警'],
    ])
      expect([said, alertFacts(said, '').isLifted]).toEqual([said, false]);
  });

  test('has no fault by our own checks, which find each forbidden form', () => {
    for (const message of Object.values(messages)) expect(capFaults(message)).toEqual([]);
    const { info } = messages.warning;
    const faulty = [
      { ...messages.warning, identifier: 'a,b' },
      { ...messages.warning, sender: 'a b' },
      { ...messages.warning, sent: '2026-11-23T07:00:00Z' },
      { ...messages.warning, msgType: 'Update' as const },
      { ...messages.warning, info: { ...info, expires: messages.warning.sent } },
      { ...messages.update, references: [{ ...reference, identifier: 'a,b' }] },
    ];
    expect(faulty.map((message) => capFaults(message).length)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
