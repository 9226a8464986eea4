import { expect, test } from '@jest/globals';
import { fail, ok } from '@koujing/kernel';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { plainText } from './block.js';
import { blocksFromDocx } from './blocks-from-docx.js';
import { publicDocx } from './public-docx.js';
import type { CleanPicture } from './public-parts.js';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationships = (items: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
const relation = (id: string, kind: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" ${more}/>`;
const external = 'TargetMode="External"';
const override = (name: string): string => `<Override PartName="/${name}" ContentType="application/xml"/>`;
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (inner: string): string => `<w:p w:rsidR="00A1B2C3">${inner}</w:p>`;
const story = (inner: string): string => `<w:x ${w}>${paragraph(inner)}</w:x>`;

const aDocument = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array => {
  const parts = {
    '_rels/.rels': relationships(
      relation('r1', 'officeDocument', 'word/document.xml') + relation('r2', 'core', 'docProps/core.xml'),
    ),
    'word/document.xml': `<?xml version="1.0"?><w:document ${w}><w:body>${paragraph(run('停水范围'))}${body}</w:body></w:document>`,
    ...more,
  };
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.keys(parts).map(override).join('')}</Types>`;
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...parts, '[Content_Types].xml': types }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );
};

const washed: CleanPicture = (bytes) => Promise.resolve(ok(strToU8(strFromU8(bytes).replace('GPS', ''))));

const made = async (bytes: Uint8Array, clean = washed): Promise<Readonly<Record<string, string>>> => {
  const result = await publicDocx(bytes, 'file', clean);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
  return Object.fromEntries(
    Object.entries(unzipSync(result.value.bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
};
const refused = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const result = await publicDocx(bytes, 'file', washed);
  return result.ok ? [] : result.error.map(({ code, message }) => `${code} ${message}`);
};

test('only the parts that one reads go out, and nothing leads to the others', async () => {
  const secret = '<x>赵某</x>';
  const out = await made(
    aDocument('', {
      'docProps/core.xml': secret,
      'customXml/item1.xml': secret,
      'docMetadata/LabelInfo.xml': secret,
      'word/people.xml': '<w15:people><w15:person w15:author="赵某"/></w15:people>',
      'word/commentsExtended.xml': secret,
      'word/glossary/document.xml': story(run('赵某')),
      'word/webSettings.xml': secret,
      'word/styles.xml': `<w:styles ${w}/>`,
      'word/_rels/document.xml.rels': relationships(
        relation('r1', 'styles', 'styles.xml') +
          relation('r2', 'people', 'people.xml') +
          relation('r3', 'glossaryDocument', 'glossary/document.xml'),
      ),
      'word/_rels/people.xml.rels': relationships(
        relation('r1', 'x', 'file:///C:/Users/赵某/a.xml', external),
      ),
    }),
  );
  expect(Object.keys(out).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/styles.xml',
  ]);
  const all = Object.values(out).join('\n');
  for (const left of ['赵某', 'docProps', 'people', 'glossary', 'rsid']) expect(all).not.toContain(left);
  expect(out['word/_rels/document.xml.rels']).toContain('Target="styles.xml"');
});

test('settings keep the look of the page, without the template’s path, variables and editing sessions', async () => {
  const settings = `<?xml version="1.0"?><w:settings ${w}><w:attachedTemplate r:id="r1"/><w:defaultTabStop w:val="420"/><w:compat><w:useFELayout/></w:compat><w:rsids><w:rsid w:val="00A1B2C3"/></w:rsids><w:docVars><w:docVar w:name="拟稿" w:val="赵某"/></w:docVars></w:settings>`;
  const out = await made(
    aDocument('', {
      'word/settings.xml': settings,
      'word/_rels/settings.xml.rels': relationships(
        relation('r1', 'attachedTemplate', 'file:///C:\\Users\\zhaomou\\公文.dotx', external),
      ),
    }),
  );
  expect(out['word/settings.xml']).toBe(
    `<?xml version="1.0"?><w:settings ${w}><w:defaultTabStop w:val="420"/><w:compat><w:useFELayout/></w:compat></w:settings>`,
  );
  expect(Object.values(out).join('')).not.toContain('zhaomou');
});

const withPicture = (name: string): Uint8Array =>
  aDocument(
    `<w:p><w:r><w:drawing><wp:docPr id="1" name="图" descr="C:\\Users\\zhaomou\\现场.png"/><a:blip r:embed="p1"/></w:drawing></w:r></w:p>`,
    {
      'word/_rels/document.xml.rels': relationships(relation('p1', 'image', `media/${name}`)),
      [`word/media/${name}`]: '像素GPS',
      'word/media/image9.png': '删去的图',
    },
  );

test('pictures go out cleaned, without the path that Word noted beside them, and those that nothing shows do not', async () => {
  const out = await made(withPicture('image1.png'));
  expect(out['word/media/image1.png']).toBe('像素');
  expect(out['word/media/image9.png']).toBeUndefined();
  expect(out['word/document.xml']).toContain('descr=""');
});

test('a picture that cannot be cleaned refuses the document by its name', async () => {
  const reason = { code: 'notAPicture', message: '文件不是 JPG 或 PNG 图片。', messageEn: 'No picture.' };
  const result = await publicDocx(withPicture('image1.emf'), 'file', () => Promise.resolve(fail([reason])));
  expect(result).toMatchObject({
    ok: false,
    error: [{ code: 'notAPicture', message: expect.stringContaining('image1.emf') }],
  });
});

test('hidden text and changes in notes, headers and footers are refused with what and where', async () => {
  const hidden = '<w:vanish/>';
  expect(
    await refused(
      aDocument('', {
        'word/footnotes.xml': story(run('内部口径', hidden)),
        'word/header1.xml': story(`<w:ins w:id="1" w:author="李某">${run('新增')}</w:ins>`),
        'word/footer1.xml': story(
          `<w:del w:id="1" w:author="李某"><w:r><w:delText>旧数</w:delText></w:r></w:del>`,
        ),
        'word/styles.xml': `<w:styles ${w}><w:docDefaults/></w:styles>`,
      }),
    ),
  ).toEqual([
    'internalText 文件的脚注里还有隐藏文字：“内部口径”。附件将公开供下载，请先在 Word 或 WPS 中清除。',
    'internalText 文件的页眉里还有修订痕迹：“李某插入：新增”。附件将公开供下载，请先在 Word 或 WPS 中清除。',
    'internalText 文件的页脚里还有修订痕迹：“李某删除：旧数”。附件将公开供下载，请先在 Word 或 WPS 中清除。',
  ]);
});

test('a change of format is refused with its author', async () => {
  const change = '<w:rPrChange w:id="1" w:author="李某" w:date="2026-11-01T00:00:00Z"><w:rPr/></w:rPrChange>';
  const [reason] = await refused(aDocument(paragraph(run('字', change))));
  expect(reason).toContain('修订痕迹：“李某（格式或空行');
});

test('remarks are refused however many properties stand before them', async () => {
  const property = (n: number): string => `<property name="p${n}"><vt:lpwstr>${n}</vt:lpwstr></property>`;
  const many = Array.from({ length: 80 }, (_, n) => property(n)).join('');
  const comments = `<w:comments ${w}><w:comment w:id="0" w:author="李某"><w:p>${run('此数未核')}</w:p></w:comment></w:comments>`;
  const reasons = await refused(
    aDocument('', {
      'docProps/custom.xml': `<Properties>${many}</Properties>`,
      'word/comments.xml': comments,
    }),
  );
  expect(reasons).toEqual([expect.stringContaining('批注：“李某：此数未核”')]);
});

test('links to files of the house are refused with target and place, and links to the web stay', async () => {
  const links =
    relation('h1', 'hyperlink', 'file:///\\\\oa-server\\share\\名单.xlsx', external) +
    relation('h2', 'image', 'http://192.0.2.1/x.png', external) +
    relation('h3', 'hyperlink', 'https://www.gov.cn/', external);
  const field = '<w:r><w:instrText>LINK Excel.Sheet.12 "D:\\\\值班\\\\a.xlsx"</w:instrText></w:r>';
  const reasons = await refused(
    aDocument(paragraph(field), {
      'word/header1.xml': story(run('页')),
      'word/_rels/header1.xml.rels': relationships(links),
    }),
  );
  expect(reasons).toEqual([
    expect.stringMatching(/^outsideLink 文件的正文里.*D:\\\\值班/u),
    expect.stringMatching(/^outsideLink 文件的页眉里.*oa-server/u),
    expect.stringMatching(/^outsideLink 文件的页眉里.*192\.0\.2\.1/u),
  ]);
  const web = {
    'word/_rels/document.xml.rels': relationships(
      relation('h3', 'hyperlink', 'https://www.gov.cn/', external),
    ),
  };
  expect((await made(aDocument('', web)))['word/_rels/document.xml.rels']).toContain('https://www.gov.cn/');
});

test('a part that nobody thought of, and a comment in the markup, are refused by the part’s name', async () => {
  expect(await refused(aDocument('', { 'word/charts/chart1.xml': '<c/>' }))).toEqual([
    expect.stringMatching(/^foreignPart .*word\/charts\/chart1\.xml/u),
  ]);
  expect(await refused(aDocument('<!-- 赵某 -->'))).toEqual([
    expect.stringMatching(/^strangeMarkup .*word\/document\.xml/u),
  ]);
});

test('what an attachment says includes the heads and feet of its pages and its watermark', async () => {
  const result = await publicDocx(
    aDocument('', {
      'word/header1.xml': story(
        `${run('秘密★一年')}<w:r><w:pict><v:textpath string="内部资料"/></w:pict></w:r>`,
      ),
    }),
    'file',
    washed,
  );
  expect(result.ok && result.value.text).toBe('停水范围\n秘密★一年\n内部资料');
});

test('a hidden text box, a drawing or shape that was switched off, and what was cut off a picture are refused with what and where', async () => {
  const box = (text: string): string => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`;
  const drawing = (docPr: string, inner: string): string =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" ${docPr}/>${inner}</wp:inline></w:drawing></w:r>`;
  const body = paragraph(
    `<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape>${box('框内口径')}</v:shape></w:pict></w:r>` +
      drawing('name="框 2" hidden="1"', box('关掉的框')) +
      `<w:r><w:t>露</w:t><w:pict><v:rect style="width:9pt; visibility: hidden">${box('看不见')}</v:rect></w:pict></w:r>` +
      drawing('name="图 3"', '<a:srcRect l="1000" t="0"/>') +
      drawing('name="图 4"', '<a:srcRect l="0" b="-500"/>'),
  );
  const header = story('<w:r><w:pict><v:imagedata o:title="章" cropbottom="6554f"/></w:pict></w:r>');
  const found = await refused(aDocument(body, { 'word/header1.xml': header }));
  expect(found).toEqual([
    expect.stringMatching(/正文里还有隐藏文字：“框内口径.*关掉的框.*看不见/u),
    expect.stringMatching(/正文里还有裁剪过的图片：“图 3.*删除图片的剪裁区域/u),
    expect.stringMatching(/页眉里还有裁剪过的图片：“章/u),
  ]);
  const read = await blocksFromDocx(aDocument(body));
  expect(read.ok && plainText(read.value.blocks)).toBe('停水范围\n露');
  expect(read.ok && read.value.traces?.map(({ kind }) => kind)).toEqual(['hiddenText', 'crop']);
});
