import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { BadInput } from './bad-input.js';
import { workdayCommand } from './workday.command.js';

let printed = '';
beforeEach(() => {
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const run = async (...words: readonly string[]): Promise<readonly string[]> => {
  await workdayCommand().parseAsync([...words], { from: 'user' });
  return printed.trimEnd().split('\n');
};

test('the date is printed first, then every day that was skipped or made up, why, and the notice (Art.19)', async () => {
  const lines = await run('2018-02-09', '+10');
  expect(lines[0]).toBe('2018-02-28');
  expect(lines.filter((line) => line.includes('不计 (skipped)')).map((line) => line.slice(0, 13))).toEqual([
    ...['2018-02-10 周六', '2018-02-15 周四', '2018-02-16 周五', '2018-02-17 周六', '2018-02-18 周日'],
    ...['2018-02-19 周一', '2018-02-20 周二', '2018-02-21 周三', '2018-02-25 周日'],
  ]);
  expect(lines).toContain('2018-02-10 周六 周末 weekend 不计 (skipped)');
  expect(lines).toContain('2018-02-11 周日 春节 调休上班 make-up workday 计入 (counted)');
  expect(lines).toContain('2018-02-15 周四 春节 放假 holiday 不计 (skipped)');
  expect(lines).toContain('确定 (final)');
  expect(lines.at(-1)).toMatch(/^依据 \(basis\)：\S/u);
});

test('before a day it is counted backwards', async () => {
  expect((await run('2018-02-26', '-7'))[0]).toBe('2018-02-11');
});

test('what rests on a year without its notice is told as provisional, and why', async () => {
  const lines = await run('2026-12-21', '+10');
  expect(lines[0]).toBe('2027-01-05');
  expect(lines).toContain('2027-01-01 周五 元旦 法定节假日 statutory holiday 不计 (skipped)');
  expect(lines.join('\n')).toMatch(/暂定：2027 年的放假安排尚未导入.*provisional/u);
  expect(lines).not.toContain('确定 (final)');
});

test('a day that does not exist and a count that is none are refused in words', async () => {
  await expect(run('2018-02-30', '+10')).rejects.toThrow(BadInput);
  await expect(run('2018-02-09', 'ten')).rejects.toThrow(/工作日数/u);
});
