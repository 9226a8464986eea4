import { expect, test } from '@jest/globals';
import { check, ofKind, release } from './city.js';

const yellow = release('w1', '20 08:30', {
  organ: '云川市气象局',
  title: '发布暴雨黄色预警',
  body: '市气象台11月20日8时30分发布暴雨黄色预警信号：预计未来12小时我市有大雨。',
});
const orange = release('w2', '20 15:00', {
  organ: '云川市气象局',
  title: '暴雨预警升级为橙色',
  body: '市气象台11月20日15时将暴雨黄色预警信号升级为暴雨橙色预警信号。',
});
const says = (id: string, at: string, colour: string) =>
  release(id, at, {
    organ: '云川市教育局',
    title: '暴雨天气上学提醒',
    body: `目前全市暴雨${colour}预警信号生效中，请家长接送孩子时注意安全。`,
  });

test('what an organ has since said anew is not held against anybody, the later text is', () => {
  const findings = check([yellow, orange, says('s', '20 16:00', '红色')]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: s w2']);
});

test('a level that was raised after the other release spoke is an update', () => {
  expect(ofKind(check([says('s', '20 10:00', '黄色'), orange]), 'inconsistent')).toEqual([]);
});

test('a level that was raised before the other release names the old one is no update', () => {
  expect(ofKind(check([orange, says('s', '20 16:00', '红色')]), 'inconsistent')).toEqual([
    'inconsistent: s w2',
  ]);
});

const SECOND = { number: '二', day: '8', sum: 600 };
const THIRD = { number: '三', day: '23', sum: 800 };

const round = (id: string, at: string, { number, day, sum }: typeof SECOND) =>
  release(id, at, {
    organ: id === 'a' ? '云川市教育局' : '云川市应急管理局',
    title: `第${number}轮助学金发放`,
    body: `第${number}轮助学金11月${day}日发放，共${sum}万元。`,
  });

test('two rounds that number themselves are two', () => {
  const findings = check([round('a', '05 09:00', SECOND), round('b', '20 09:00', THIRD)]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});

test('a district counts its part of what the city counts whole', () => {
  const findings = check([
    release('c', '20 17:00', {
      organ: '云川市教育局',
      title: '全市中小学研学活动周总结',
      body: '研学活动周期间，各校组织学生出行，共派出带队教师1300名、大巴460辆。',
    }),
    release('d', '20 18:00', {
      organ: '东山区人民政府',
      title: '东山区中小学研学活动周总结',
      body: '研学活动周期间，我区各校组织学生出行，共派出带队教师320名、大巴96辆。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual([]);
});
