import { expect, test } from '@jest/globals';
import { scanForSecrets, scanTrace } from './sensitive-scan.js';

const kinds = (text: string) => scanForSecrets(text).map(({ kind }) => kind);

test('an identity card number with a right check digit is pointed out by its place', () => {
  const text = '当事人身份证号11010519491231002X，已核实。';
  expect(scanForSecrets(text)).toMatchObject([
    { kind: 'identityCard', start: 7, end: 25, text: '11010519491231002X' },
  ]);
});

test('a serial number of 18 digits is no identity card', () => {
  expect(kinds('批号110105194912310021。')).not.toContain('identityCard');
});

test('personal mobile numbers are pointed out and service lines are not', () => {
  expect(kinds('联系人电话13800138000')).toEqual(['phone']);
  expect(kinds('咨询电话：0000-8123456、12345')).toEqual([]);
});

test('a card number that passes the Luhn check is pointed out, with or without blanks', () => {
  expect(kinds('账号 4539 1488 0343 6468')).not.toContain('bankCard');
  expect(kinds('卡号 4539 1488 0343 6467')).toEqual(['bankCard']);
});

test('classification marks and internal marks are pointed out', () => {
  expect(kinds('机密★3年')).toEqual(['classificationMark']);
  expect(kinds('内部资料，注意保存')).toEqual(['internalMark', 'internalMark']);
  expect(kinds('做好保密工作，不泄露个人秘密')).toEqual([]);
});

test('a grade that stands by itself in a property or a title is a mark, and not in a sentence', () => {
  const place = { zh: '文档属性', en: 'Property' };
  for (const mark of ['机密', '绝密 关于某事的报告', 'SecurityLevel：秘密', '【机密】方案', '秘密★1年'])
    expect(scanTrace(mark, place)).toMatchObject([{ kind: 'classificationMark', place }]);
  for (const sentence of ['不泄露个人秘密', '机密文件管理办法', '赵秘密'])
    expect(scanTrace(sentence, place)).toEqual([]);
  expect(kinds('机密')).toEqual([]);
});

test('a scan stops at its limit, and a mark behind a list of persons is pointed out all the same', () => {
  const list = Array.from({ length: 60 }, (_, index) => `138001380${String(index).padStart(2, '0')}`);
  const hints = scanForSecrets(`${list.join('\n')}\n机密★3年`, null, 50);
  expect(hints).toHaveLength(50);
  expect(hints.at(-1)).toMatchObject({ kind: 'classificationMark', text: '机密★3年' });
  expect(hints.slice(0, 49).map(({ text }) => text)).toEqual(list.slice(0, 49));
});

test('a grade of its own is pointed out behind such a list as well', () => {
  const list = Array.from({ length: 60 }, () => '13800138000').join(' ');
  expect(scanTrace(`${list} 机密`, null, 50).at(-1)).toMatchObject({ text: '机密' });
});
