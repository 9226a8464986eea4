import { expect, test } from '@jest/globals';
import { mentionedIn } from './mentioned.js';

const people = ['王明', '王明华', '李四', '审批领导·沈岳'].map((name) => ({ name }));
const named = (text: string) => mentionedIn(text, people).map(({ name }) => name);

test('whoever is named behind the sign is meant, and of two names the longer one', () => {
  expect(named('@王明华 请核对，＠李四一并看')).toEqual(['王明华', '李四']);
  expect(named('@王明 已看')).toEqual(['王明']);
  expect(named('@沈岳 请定')).toEqual(['审批领导·沈岳']);
  expect(named('请王明看；邮箱 li@example.cn')).toEqual([]);
});
