import { expect, test } from '@jest/globals';
import { withoutAddresses } from './notice-text.js';

test('a line that is only an address is left out, an address within a sentence stays', () => {
  const text = '采访申请逾期未答复。\n\nhttp://127.0.0.1:3000/interviews/1\n';
  expect(withoutAddresses(text)).toBe('采访申请逾期未答复。');
  expect(withoutAddresses('见 https://example.cn/a 。\n第二行')).toBe('见 https://example.cn/a 。\n第二行');
});
