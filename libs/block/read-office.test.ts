import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readOffice } from './read-office.js';

const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const shape = (text: string, said = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="t"${said}/></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
const slides = (parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  packed({
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/slides/slide1.xml': `<p:sld xmlns:p="p" xmlns:a="a">${shape('全市供水保障')}</p:sld>`,
    ...parts,
  });

test('slides say who wrote them, what was remarked and what the speaker is to say (Art.39(6))', () => {
  const reading = readOffice(
    slides({
      'docProps/core.xml': '<c xmlns:dc="d"><dc:creator>赵某</dc:creator></c>',
      'docProps/custom.xml':
        '<Properties><property name="密级"><vt:lpwstr>机密</vt:lpwstr></property></Properties>',
      'ppt/commentAuthors.xml': '<p:l><p:cmAuthor id="0" name="李某" initials="L"/></p:l>',
      'ppt/comments/comment1.xml': '<p:cmLst><p:cm authorId="0"><p:text>此数未核实</p:text></p:cm></p:cmLst>',
      'ppt/notesSlides/notesSlide1.xml': `<p:notes xmlns:a="a">${shape('不要提及欠费企业')}${shape('1')}</p:notes>`,
      'ppt/slides/_rels/slide1.xml.rels':
        '<Relationships><Relationship Id="r1" Type="t/image" Target="file:///D:/2026/图.png" TargetMode="External"/></Relationships>',
    }),
  );
  expect(reading?.traces).toEqual([
    { kind: 'author', text: '赵某' },
    { kind: 'author', text: '李某' },
    { kind: 'property', text: '密级：机密' },
    { kind: 'comment', text: '此数未核实' },
    { kind: 'speakerNotes', text: '不要提及欠费企业' },
    { kind: 'machinePath', text: 'file:///D:/2026/图.png' },
  ]);
  expect([reading?.text, reading?.isWhole]).toEqual(['全市供水保障', true]);
});

test('a slide that is skipped and a shape that is switched off are hidden text, and are read', () => {
  const reading = readOffice(
    slides({
      'ppt/slides/slide2.xml': `<p:sld xmlns:a="a" show="0">${shape('备用数据')}</p:sld>`,
      'ppt/slides/slide3.xml': `<p:sld xmlns:a="a">${shape('可见')}${shape('秘密★一年', ' hidden="1"')}</p:sld>`,
    }),
  );
  expect(reading?.traces).toEqual([
    { kind: 'hiddenText', text: '备用数据' },
    { kind: 'hiddenText', text: '秘密★一年' },
  ]);
  expect(reading?.text.split('\n')).toEqual(['全市供水保障', '备用数据', '可见', '秘密★一年']);
});

test('a document is read with its text; one with another file inside is not read whole', () => {
  const body =
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>各位记者</w:t></w:r></w:p></w:body></w:document>';
  expect(readOffice(packed({ 'word/document.xml': body }))).toMatchObject({
    text: '各位记者',
    isWhole: true,
  });
  const embedded =
    '<Relationships><Relationship Id="r1" Type="t/package" Target="embeddings/a.xlsx"/></Relationships>';
  expect(
    readOffice(packed({ 'word/document.xml': body, 'word/_rels/document.xml.rels': embedded }))?.isWhole,
  ).toBe(false);
});

test('nothing else is read: a table, an archive, a PDF, a broken file', () => {
  for (const bytes of [
    packed({ 'xl/workbook.xml': '<workbook/>' }),
    packed({ 'a.txt': '文' }),
    strToU8('%PDF-1.7'),
    slides().subarray(0, 200),
  ])
    expect(readOffice(bytes)).toBeNull();
});
