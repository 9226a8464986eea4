import { expect, test } from '@jest/globals';
import { showSlots, showSlotsInText } from './show-slots.js';

const nameOf = (name: string): string => ({ pubDate: '发布时间' })[name] ?? name;
const sha = 'b'.repeat(64);

test('a picture is shown from this house until the platform has taken it', () => {
  expect(showSlots(`<img src="{{slot:image:${sha}}}">`, nameOf)).toBe(`<img src="/api/images/${sha}">`);
});

test('what exists only at sending is named in the text and harmless in an attribute', () => {
  expect(showSlots('<p>{{slot:pubDate}}</p><a href="{{slot:unsubscribe}}">退订</a>', nameOf)).toBe(
    '<p>〔发布时间〕</p><a href="#">退订</a>',
  );
  expect(showSlotsInText('时间：{{slot:pubDate}}', nameOf)).toBe('时间：〔发布时间〕');
});
