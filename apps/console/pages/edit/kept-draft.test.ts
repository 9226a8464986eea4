import { expect, test } from '@jest/globals';
import type { Block } from '@koujing/block';
import { emptyForm } from './draft-form.js';
import { forgetDraftsOf, keepDraft, keptDraft, keptKey } from './kept-draft.js';

const initial = emptyForm('water', ['portal']);
const blocks: Block[] = [{ type: 'paragraph', runs: [{ text: '12月5日停水。' }] }];
const form = { ...initial, title: '关于停水的通告', blocks };
const at = '2026-11-26T08:00:00.000Z';
const now = new Date('2026-11-26T09:00:00Z');

const aShelf = (entries: readonly (readonly [string, string])[] = []) => {
  const held = new Map(entries);
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    key: (index: number) => [...held.keys()][index] ?? null,
    get length() {
      return held.size;
    },
  };
};
const key = keptKey('lin', 'r1');

test('what was typed comes back to who typed it, on the release it was typed over', () => {
  const shelf = aShelf();
  expect(keepDraft(shelf, key, { form, revision: 3, at })).toBe(true);
  expect(keptDraft(shelf, key, { initial, now })).toEqual({ form, revision: 3, at });
  expect(keptDraft(shelf, keptKey('zhou', 'r1'), { initial, now })).toBeNull();
  expect(keptDraft(shelf, keptKey('lin', null), { initial, now })).toBeNull();
});

test('what is the same as what is stored is nothing to bring back', () => {
  const shelf = aShelf();
  keepDraft(shelf, key, { form, revision: 3, at });
  expect(keptDraft(shelf, key, { initial: form, now })).toBeNull();
});

test('after a week it is thrown away', () => {
  const shelf = aShelf();
  keepDraft(shelf, key, { form, revision: 3, at });
  expect(keptDraft(shelf, key, { initial, now: new Date('2026-12-03T08:00:00Z') })).toBeNull();
  expect(shelf.held.size).toBe(0);
});

test('fields of another console, and what is no draft at all, break nothing', () => {
  const odd = { ...form, title: 7, keywords: 'water', gone: true };
  const shelf = aShelf([
    [key, JSON.stringify({ form: odd, revision: 'x', at })],
    [keptKey('lin', 'r2'), '{broken'],
    [keptKey('lin', 'r3'), '"text"'],
  ]);
  const kept = keptDraft(shelf, key, { initial, now });
  expect(kept).toEqual({ form: { ...initial, blocks }, revision: null, at });
  expect(keptDraft(shelf, keptKey('lin', 'r2'), { initial, now })).toBeNull();
  expect(keptDraft(shelf, keptKey('lin', 'r3'), { initial, now })).toBeNull();
});

test('what a console of last week kept as typed text comes back as blocks', () => {
  const older = { ...initial, title: form.title, blocks: undefined };
  const shelf = aShelf([
    [key, JSON.stringify({ form: { ...older, body: '## 停水\n\n12月5日停水。' }, revision: 3, at })],
  ]);
  expect(keptDraft(shelf, key, { initial, now })?.form.blocks).toEqual([
    { type: 'heading', level: 2, runs: [{ text: '停水' }] },
    ...blocks,
  ]);
});

test('a browser that keeps nothing says so, and reads as empty', () => {
  const closed = (): never => {
    throw new Error('SecurityError');
  };
  const shelf = { ...aShelf(), setItem: closed, getItem: closed, removeItem: closed, length: 0 };
  expect(keepDraft(shelf, key, { form, revision: null, at })).toBe(false);
  expect(keptDraft(shelf, key, { initial, now })).toBeNull();
});

test('who signs out takes all of their own drafts along, and nothing else', () => {
  const shelf = aShelf([['koujing.language', 'en']]);
  for (const person of ['lin', 'zhou'])
    for (const id of ['r1', null]) keepDraft(shelf, keptKey(person, id), { form, revision: null, at });
  forgetDraftsOf(shelf, 'lin');
  expect([...shelf.held.keys()]).toEqual(['koujing.language', keptKey('zhou', 'r1'), keptKey('zhou', null)]);
});
