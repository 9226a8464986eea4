import { expect, test } from '@jest/globals';
import { hearServerTime } from '../api/server-clock.js';
import { renderToStaticMarkup } from 'react-dom/server';
import { DueClock } from './due-clock.js';

const shown = (changes: { readonly paused?: boolean; readonly ended?: boolean }): string =>
  renderToStaticMarkup(<DueClock dueAt="2026-11-30T23:59:59+08:00" ended={false} {...changes} />);

test('a clock that stands still tells no hour as if it were due then', () => {
  hearServerTime('2026-11-30T22:59:59+08:00');
  expect(shown({})).toMatch(/还有 1小时.*时限 11月30日 23:59/u);
  expect(shown({ paused: true })).toMatch(/计时暂停.*恢复后另算（暂停前为 11月30日 23:59）/u);
  expect(shown({ paused: true })).not.toContain('时限 11月30日');
});

test('of what has ended only the hour is told', () => {
  expect(shown({ ended: true, paused: true })).toMatch(
    /^<small[^>]*><span class="clock">时限 11月30日 23:59<\/span><\/small>$/u,
  );
});
