import { expect, test } from '@jest/globals';
import { escaped } from './escaped.js';

test('nothing that a person wrote is markup, and every other sign stays', () => {
  expect(escaped('<b a="1">水 & 电</b>')).toBe('&lt;b a=&quot;1&quot;&gt;水 &amp; 电&lt;/b&gt;');
  expect(escaped("3 > 2，O'Neill")).toBe('3 &gt; 2，O&#39;Neill');
});
