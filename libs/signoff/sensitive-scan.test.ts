import { expect, test } from '@jest/globals';
import { scanForSecrets } from './sensitive-scan.js';

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
