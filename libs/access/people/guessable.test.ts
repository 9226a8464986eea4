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
