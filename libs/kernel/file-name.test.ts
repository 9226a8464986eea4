import { expect, test } from '@jest/globals';
import { downloadAs } from './content-disposition.js';
import { fileNameFault, keptName } from './file-name.api.js';

test('names of offices are taken as they are', () => {
  for (const name of [
    '停水范围.docx',
    '附件1：名单（2026年）.txt',
    'con-air.docx',
    '第2版.v1.docx',
    '𠮷.txt',
  ])
    expect(fileNameFault(name)).toBeNull();
});

test('what hides, leads elsewhere, is too long or is no name on Windows is told with the name and what is allowed', () => {
  const told = (name: string): string => fileNameFault(name)?.message ?? '';
  expect(told('通知\u202Excod.exe')).toBe(
    '文件名“通知〔U+202E〕xcod.exe”含有看不见或改变文字方向的字符 U+202E。',
  );
  expect(told('a\u2066.docx')).toContain('U+2066');
  expect(told('a\0.docx')).toContain('U+0000');
  expect(told('a\uD842.docx')).toContain('U+D842');
  expect(told('a\r\nSet-Cookie: x.docx')).toContain('U+000D');
  expect(told('../../etc/passwd.txt')).toContain('含有 /');
  expect(told('C:\\a.docx')).toContain('含有 :');
  expect(told(`${'长'.repeat(120)}.docx`)).toContain('有 125 字，超过 120 字');
  for (const name of ['名单.docx.', '名单.docx ', '.docx', '']) expect(told(name)).toContain('空格或句点');
  for (const name of ['CON.docx', 'nul', 'com1.txt', 'LPT³.docx']) expect(told(name)).toContain('保留名');
  expect(fileNameFault('a/b')?.allowed).toContain('不含');
});

test('a long name is kept by its end, between characters', () => {
  expect(keptName(`${'𠮷'.repeat(200)}\0.docx`)).toBe(`${'𠮷'.repeat(115)}.docx`);
});

test('any name at all fits into a header', () => {
  expect(downloadAs(`名*'单"\r\n\uD842.docx`)).toBe(
    "attachment; filename*=UTF-8''%E5%90%8D%2A%27%E5%8D%95%22%0D%0A%EF%BF%BD.docx",
  );
});
