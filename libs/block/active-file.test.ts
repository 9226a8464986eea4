import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { deflateSync } from 'node:zlib';
import { activeFile } from './active-file.js';

const codes = (bytes: Uint8Array) => activeFile(bytes, 'file').map(({ code }) => code);
const told = (bytes: Uint8Array) =>
  activeFile(bytes, 'file')
    .map(({ message }) => message)
    .join();
const pdf = (...objects: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(
    ['%PDF-1.7\n', ...objects, '\ntrailer\n<</Root 1 0 R>>\n%%EOF'].map((part) => Buffer.from(part)),
  );
const page = '1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction[3 0 R/Fit]>>\nendobj\n';
const pressed = (text: string, more = '', bytes: Uint8Array = deflateSync(text)): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      `5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode${more}/Length ${bytes.length}>>stream\n`,
    ),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);

test('a plain PDF, with links, a page to open at and a page that speaks of such names, is taken', () => {
  const content = deflateSync('BT (/JavaScript /Launch) Tj ET');
  const stream = Buffer.concat([
    Buffer.from(`4 0 obj\n<</Filter/FlateDecode/Length ${content.length}>>stream\r\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const link = '6 0 obj\n<</S/URI/URI(https://www.gov.example/JavaScriptless)>>\nendobj\n';
  expect(codes(pdf(page, stream, link, pressed('7 0 <</Type/Font/BaseFont/JavaScripting>>')))).toEqual([]);
});

describe('a PDF is refused', () => {
  test.each([
    ['脚本', '<</S/JavaScript/JS(app.alert(1))>>'],
    ['脚本', '<</Names<</#4aava#53cript 9 0 R>>>>'],
    ['启动程序', '<</S /Launch/F(cmd.exe)>>'],
    ['嵌入的文件', '<</Type/EmbeddedFile>>'],
    ['嵌入的文件', '<</Names<</EmbeddedFiles 9 0 R>>>>'],
    ['多媒体', '<</Subtype/RichMedia>>'],
    ['表单', '<</AcroForm<</XFA[1 0 R]>>>>'],
    ['表单', '<</S/SubmitForm/F(https://x.example)>>'],
  ])('for its %s: %s', (what, object) => {
    expect(told(pdf(page, `8 0 obj\n${object}\nendobj\n`))).toContain(what);
    expect(told(pdf(page, pressed(`8 0 ${object}`)))).toContain(what);
  });

  test('when it is encrypted, or presses its objects as nobody does', () => {
    expect(codes(pdf(page, 'trailer <</Encrypt 9 0 R>>'))).toEqual(['sealedFile']);
    expect(codes(pdf(page, pressed('8 0 <<>>', '/DecodeParms<</Predictor 12/Columns 4>>')))).toEqual([
      'sealedFile',
    ]);
    const other = Buffer.from(pressed('8 0 <<>>')).toString('latin1').replace('FlateDecode', 'LZWDecode');
    expect(codes(pdf(page, Buffer.from(other, 'latin1')))).toEqual(['sealedFile']);
    expect(codes(pdf(page, pressed('', '', Buffer.from('not deflated'))))).toEqual(['sealedFile']);
  });

  test('when its objects unpack to more than a document has', () => {
    expect(codes(pdf(page, pressed('', '', deflateSync(Buffer.alloc(60 * 1_048_576)))))).toEqual([
      'sealedFile',
    ]);
  });

  test('where its objects were cut short, as readers mend and we do not', () => {
    const cut = deflateSync(`8 0 <</S/JavaScript>>${' '.repeat(4_000)}`).subarray(0, -6);
    expect(codes(pdf(page, pressed('', '', cut)))).toEqual(['sealedFile']);
  });
});

test('office files are refused for macros, controls, embedded programs and passwords, and taken without', () => {
  const office = (...names: readonly string[]): Uint8Array =>
    zipSync(Object.fromEntries(['word/document.xml', ...names].map((name) => [name, strToU8('x')])));
  expect(codes(office())).toEqual([]);
  expect(codes(office('word/embeddings/Microsoft_Excel_Worksheet.xlsx'))).toEqual([]);
  expect(told(office('word/vbaProject.bin'))).toContain('宏');
  expect(told(office('word/activeX/activeX1.xml'))).toContain('宏');
  expect(told(office('word/embeddings/oleObject1.bin'))).toContain('嵌入的文件');
  expect(codes(office().subarray(0, 40))).toEqual(['sealedFile']);
  const old = (name: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(`..${name}..`, 'utf16le')]);
  expect(codes(old('WordDocument'))).toEqual([]);
  expect(told(old('_VBA_PROJECT'))).toContain('宏');
  expect(told(old('\u0001Ole10Native'))).toContain('嵌入的文件');
  expect(codes(old('EncryptedPackage'))).toEqual(['sealedFile']);
  expect(codes(strToU8('一段文字 /JavaScript'))).toEqual([]);
});
