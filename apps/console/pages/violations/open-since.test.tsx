import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ViolationSummary } from '../../api/contract.js';
import { hearServerTime } from '../../api/server-clock.js';
import { OpenSince } from './open-since.js';

const establishedAt = '2026-11-27T09:00:00+08:00';
const shown = (of: Pick<ViolationSummary, 'state' | 'endedAt'>): string =>
  renderToStaticMarkup(<OpenSince of={{ establishedAt, ...of }} />);

test('an open case tells since when, for how long by the server’s clock, and that no limit runs', () => {
  hearServerTime('2026-11-30T11:00:00+08:00');
  expect(shown({ state: 'established', endedAt: null })).toMatch(
    /立案已 3天2小时.*立案 11月27日 09:00.*没有时限/u,
  );
});

test('one that has ended tells when, and that it is open no more', () => {
  const ended = shown({ state: 'dismissed', endedAt: '2026-11-28T10:30:00+08:00' });
  expect(ended).toMatch(/立案 11月27日 09:00.*已排除 11月28日 10:30/u);
  expect(ended).not.toContain('立案已');
});
