import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutText } from './cut-text.js';
import { jsonOf, textMember } from './json-reply.js';
import { lengthIn, overLimits } from './limit.js';
import { fillHtmlSlots, fillSlots, slot, slotsIn } from './slot.js';

describe('slots', () => {
  test('are found once each and filled', () => {
    const text = `${slot('unsubscribe')} ${slot('image:ab12')} ${slot('unsubscribe')}`;
    expect(slotsIn([text])).toEqual(['unsubscribe', 'image:ab12']);
    expect(fillSlots(text, { unsubscribe: 'U', 'image:ab12': 'I' })).toBe('U I U');
  });

  test('without a value never leave the house', () => {
    expect(() => fillSlots(slot('coverMediaId'), {})).toThrow('coverMediaId');
  });

  test('in HTML cannot break out of an attribute', () => {
    expect(fillHtmlSlots(`<a href="${slot('u')}">`, { u: 'x?a=1&b="><script>' })).toBe(
      '<a href="x?a=1&amp;b=&quot;&gt;&lt;script&gt;">',
    );
  });

  test('filled with a slot’s own text are not filled again', () => {
    expect(fillSlots(slot('a'), { a: slot('b') })).toBe('{{slot:b}}');
  });
});

describe('cutting a text', () => {
  const within = (most: number) => (text: string) => [...text].length <= most;

  test('ends after a sentence, else after a clause, else after a character', () => {
    expect(cutText('第一句。第二句。', within(5))).toBe('第一句。');
    expect(cutText('第一段，第二段很长很长', within(6))).toBe('第一段…');
    expect(cutText('没有任何停顿的一句话', within(5))).toBe('没有任何…');
  });

  test('always fits, and what fits is never touched', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 60 }),
        (text, most) => {
          const cut = cutText(text, within(most));
          expect([...cut].length).toBeLessThanOrEqual(most);
          if ([...text.trim()].length <= most) expect(cut).toBe(text.trim());
        },
      ),
    );
  });
});

test('a limit counts characters as people do, and bytes as machines do', () => {
  expect([lengthIn('桥𠮷', 'characters'), lengthIn('桥𠮷', 'bytes')]).toEqual([2, 7]);
  const limits = [{ field: 'title', max: 32, unit: 'characters' as const, source: 'x' }];
  expect(overLimits(limits, { title: 32 })).toEqual([]);
  expect(overLimits(limits, { title: 33 })).toMatchObject([
    { severity: 'block', field: 'title', allowed: '≤ 32 characters' },
  ]);
});

test('a gateway’s page is no answer of the platform', () => {
  const reply = (body: string) => ({ status: 502, headers: {}, body: Buffer.from(body) });
  expect([jsonOf(reply('<html>')), jsonOf(reply('[1]')), jsonOf(reply(''))]).toEqual([null, null, null]);
  expect(textMember(jsonOf(reply('{"id":7}')) ?? {}, 'id')).toBe('7');
});
