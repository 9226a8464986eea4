import { expect, test } from '@jest/globals';
import { ok } from '@koujing/kernel';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { publicDocx } from './public-docx.js';
import type { CleanPicture } from './public-parts.js';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationships = (items: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
const link = (target: string, kind = 'hyperlink'): string =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/>`;
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const part = (inner: string): string => `<w:x ${w}>${inner}</w:x>`;
const instruction = (...pieces: readonly string[]): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('果')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const aDocument = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/people.xml" ContentType="x/zhaomou"></Override><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        '_rels/.rels': relationships(
          '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
        ),
        'word/document.xml': `<w:document ${w}><w:body><w:p>${run('停水范围')}</w:p>${body}</w:body></w:document>`,
        ...more,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );

const asTheyAre: CleanPicture = (bytes) => Promise.resolve(ok(bytes));

const refused = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const result = await publicDocx(bytes, 'file', asTheyAre);
  return result.ok ? [] : result.error.map(({ code, message }) => `${code} ${message}`);
};
const accepted = async (
  bytes: Uint8Array,
): Promise<{ readonly parts: Readonly<Record<string, string>>; readonly text: string }> => {
  const result = await publicDocx(bytes, 'file', asTheyAre);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
  const parts = Object.entries(unzipSync(result.value.bytes)).map(([name, xml]) => [name, strFromU8(xml)]);
  return { parts: Object.fromEntries(parts), text: result.value.text };
};

test('changes of styles and of numbering are refused with their author', async () => {
  const change = (name: string): string => `<w:${name} w:id="1" w:author="李某"><w:pPr/></w:${name}>`;
  expect(
    await refused(
      aDocument('', {
        'word/styles.xml': part(`<w:style>${change('rPrChange')}</w:style>`),
        'word/numbering.xml': part(`<w:lvl>${change('pPrChange')}</w:lvl>`),
      }),
    ),
  ).toEqual([
    expect.stringMatching(/^internalText 文件的样式里还有修订痕迹：“李某（格式/u),
    expect.stringMatching(/^internalText 文件的编号里还有修订痕迹：“李某（格式/u),
  ]);
});

test('links of numbering and theme into the house, and a path in any tag, are refused', async () => {
  expect(
    await refused(
      aDocument('<w:p><w:x w:y="\\\\oa-server\\share\\a"/></w:p>', {
        'word/numbering.xml': part(''),
        'word/_rels/numbering.xml.rels': relationships(link('http://192.0.2.1/x.png', 'image')),
        'word/theme/theme1.xml': part(''),
        'word/theme/_rels/theme1.xml.rels': relationships(link('file:///C:/Users/zhaomou/b.png', 'image')),
      }),
    ),
  ).toEqual([
    expect.stringMatching(/^outsideLink 文件的正文里.*oa-server/u),
    expect.stringMatching(/^outsideLink 文件的编号里.*192\.0\.2\.1/u),
    expect.stringMatching(/^outsideLink 文件的主题里.*zhaomou/u),
  ]);
});

test('a link to a host that only an inner network knows is refused, in every spelling', async () => {
  const inner = [
    'http://localhost:8080/',
    'http://10.2.3.4/a',
    'http://172.16.0.9/',
    'http://192.168.1.5/',
    'http://0xa.1/',
    'http://169.254.1.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://oa.local/',
    'http://oa-server/share',
    'http://zhaomou:pass@www.gov.cn/',
    'http:///etc/passwd',
    'file:///a.docx',
  ];
  const withLink = (target: string): Uint8Array =>
    aDocument('', { 'word/_rels/document.xml.rels': relationships(link(target)) });
  for (const target of inner)
    expect(await refused(withLink(target))).toEqual([expect.stringMatching(/^outsideLink/u)]);
  for (const target of ['https://www.gov.cn/a?b=1&amp;c=2', 'mailto:a@binhai.example', 'tel:12345'])
    expect((await accepted(withLink(target))).parts['word/_rels/document.xml.rels']).toContain(target);
});

test('a link goes out as it was read, without what else its tag held', async () => {
  const tag = link('https://www.gov.cn/').replace(' Target=', ' x:Note="zhaomou" Target=');
  const { parts } = await accepted(aDocument('', { 'word/_rels/document.xml.rels': relationships(tag) }));
  expect(parts['word/_rels/document.xml.rels']).not.toContain('zhaomou');
});

test('the list of types names the parts that go out, each by what it is, and no other', async () => {
  const { parts } = await accepted(
    aDocument('', { 'word/people.xml': '<x/>', 'word/header1.xml': part('<w:p/>') }),
  );
  const types = parts['[Content_Types].xml'] ?? '';
  expect([...types.matchAll(/PartName="([^"]*)"/gu)].map(([, name]) => name)).toEqual([
    '/word/document.xml',
    '/word/header1.xml',
  ]);
  expect(types).toContain('wordprocessingml.document.main+xml');
  for (const left of ['zhaomou', 'people', 'macroEnabled']) expect(types).not.toContain(left);
});

test('a path in a description is taken out however it is quoted or written, and names of content controls go', async () => {
  const drawing = (attributes: string): string =>
    `<w:r><w:drawing><wp:docPr id="1" ${attributes}/></w:drawing></w:r>`;
  const { parts } = await accepted(
    aDocument(
      `<w:p>${drawing("descr='C:\\Users\\zhaomou\\a.png'")}${drawing('title="C:&#92;Users&#x5c;zhaomou"')}</w:p><w:sdt><w:sdtPr><w:alias w:val="zhaomou"/><w:tag w:val="zhaomou"/></w:sdtPr></w:sdt>`,
    ),
  );
  expect(parts['word/document.xml']).not.toContain('zhaomou');
});

test('a sign that ends a tag inside a value is refused: what follows it would pass unread', async () => {
  expect(await refused(aDocument('<w:p><w:x w:a="1>" w:author="李某"/></w:p>'))).toEqual([
    expect.stringMatching(/^strangeMarkup .*word\/document\.xml/u),
  ]);
});

test('each field is told by itself, and only those that lead into the house', async () => {
  const body = `<w:p>${instruction('TOC \\o "1-3"')}${instruction('INCLUDEPICTURE "', 'D:\\\\值班\\\\图.png"')}${instruction('HYPERLINK "http://oa/"')}${instruction('HYPERLINK "https://www.gov.cn/"')}</w:p>`;
  expect((await refused(aDocument(body))).map((reason) => /链接：“(.*?)”。/u.exec(reason)?.[1])).toEqual([
    'INCLUDEPICTURE "D:\\\\值班\\\\图.png"',
    'HYPERLINK "http://oa/"',
  ]);
  // Glued together, the end of one and the beginning of the next would read as a path.
  expect(await refused(aDocument(`<w:p>${instruction('SEQ c:')}${instruction('\\h')}</w:p>`))).toEqual([]);
});

test('data of add-ins and of old fields are refused, with what a clerk can do', async () => {
  const data =
    '<w:r><w:fldChar w:fldCharType="begin"><w:fldData>Q05ESjZu</w:fldData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const found = await refused(
    aDocument(`<w:p>${instruction('ADDIN ', 'EN.CITE &lt;EndNote&gt;赵某')}</w:p><w:p>${data}</w:p>`),
  );
  expect(found).toEqual([
    expect.stringMatching(/^unreadData 文件的正文里.*ADDIN EN\.CITE.*Ctrl\+Shift\+F9/u),
    expect.stringMatching(/^unreadData 文件的正文里.*fldData/u),
  ]);
});

test('the text of an attachment holds every story and what its drawings say, so that marks and numbers are found', async () => {
  const { text } = await accepted(
    aDocument(
      `<w:p>${run('见图')}<w:r><w:drawing><wp:docPr id="1" name="图" descr="机密 电话13800001111"/><wp:posOffset>114300</wp:posOffset></w:drawing></w:r></w:p><w:p><w:hyperlink w:tooltip='绝密'>${run('链')}</w:hyperlink></w:p>`,
      {
        'word/header1.xml': part(`<w:p>${run('秘密')}${run('★一年')}</w:p>`),
        'word/footer1.xml': part(`<w:p>${run('内部')}</w:p>`),
        'word/footnotes.xml': part(`<w:p>${run('脚注650')}</w:p>`),
        'word/endnotes.xml': part(`<w:p>${run('尾注651')}</w:p>`),
        'word/numbering.xml': part('<w:lvlText w:val="%1."/><w:lvlText w:val="秘密件%1"/>'),
      },
    ),
  );
  const beside = ['机密 电话13800001111', '绝密', '脚注650', '尾注651', '秘密★一年', '内部', '秘密件%1'];
  expect(text).toBe(['停水范围', '见图', '链', ...beside].join('\n'));
});

test('a text box is read by itself, not glued to the text around it', async () => {
  const box = `<w:r><w:pict><v:shape><w:txbxContent><w:p>${run('350102')}</w:p></w:txbxContent></v:shape></w:pict></w:r>`;
  const { text } = await accepted(aDocument(`<w:p>${run('号12')}${box}${run('7尾')}</w:p>`));
  expect(text.split('\n')).toEqual(expect.arrayContaining(['号12', '350102', '7尾']));
});
