import { expect, test } from '@jest/globals';
import { isGuessable } from './guessable.js';

test.each([
  'aaaaaaaaaaaa',
  '1234567890',
  'Passw0rd!2026',
  'admin@123456',
  'qwertyuiop',
  'QWERTY-123456',
  'koujing2026',
  '20261127111',
  'abcabcabcabc',
  'ＰＡＳＳＷＯＲＤ１２３',
  '1qaz2wsx3edc',
  '政府密码123456',
])('%s is guessed first', (password) => {
  expect(isGuessable(password)).toBe(true);
});

const own = ['滨海市', '滨海市水务局', '市水务局', 'Binhai'];

test.each(['滨海市水务局2026', '水务局水务局123', '滨海2026口径666', 'binhai-2026-123'])(
  '%s is guessed first where it names the city and its organs',
  (password) => {
    expect(isGuessable(password, own)).toBe(true);
  },
);

test.each(['滨海供水2026年冲洗', '水务局门前三棵老榕树'])('%s says more than their names', (password) => {
  expect(isGuessable(password, own)).toBe(false);
});

test.each([
  'correct horse battery',
  'woodpigeonteapot',
  '滨海供水2026年冲洗',
  'koujing-demo-2',
  'kf7p-q2mx-8dnt',
  '三条鱼在船上看报',
  'zebra.42.lamp.moss',
])('%s is not', (password) => {
  expect(isGuessable(password)).toBe(false);
});
