import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { ok } from '@koujing/kernel';
import { publicDocx } from './public-docx.js';
import { blocksFromDocx } from './blocks-from-docx.js';
import { docxTraces } from './docx-traces.js';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const aDocument = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relations),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

test('author, last writer, company, remarks, custom properties and headers are found, each in words (Art.39(6))', () => {
  const traces = docxTraces(
    aDocument(`<w:p>${run('正文')}</w:p>`, {
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>赵&amp;钱</dc:creator><cp:lastModifiedBy>孙某</cp:lastModifiedBy><dc:subject/><dc:description>内部讨论稿</dc:description></cp:coreProperties>',
      'docProps/app.xml': '<Properties><Company>滨海某公司</Company><Manager></Manager></Properties>',
      'docProps/custom.xml':
        '<Properties xmlns:vt="v"><property fmtid="{1}" pid="2" name="密级"><vt:lpwstr>机密</vt:lpwstr></property></Properties>',
      'word/comments.xml': `<w:comments ${w}><w:comment w:id="0" w:author="李某"><w:p><w:r><w:t>此数未经核实</w:t></w:r></w:p></w:comment></w:comments>`,
      'word/header1.xml': `<w:hdr ${w}><w:p><w:r><w:t>秘密★一年</w:t></w:r></w:p></w:hdr>`,
    }),
  );
  expect(traces).toEqual([
    { kind: 'author', text: '赵&钱' },
    { kind: 'lastModifiedBy', text: '孙某' },
    { kind: 'organisation', text: '滨海某公司' },
    { kind: 'property', text: '内部讨论稿' },
    { kind: 'property', text: '密级：机密' },
    { kind: 'comment', text: '李某：此数未经核实' },
    { kind: 'headerFooter', text: '秘密★一年' },
  ]);
});

test('tracked changes are told with who struck what out', () => {
  const body = `<w:p><w:ins w:id="1" w:author="李某">${run('3人')}</w:ins><w:del w:id="2" w:author="李某"><w:r><w:delText>2人</w:delText></w:r></w:del></w:p>`;
  expect(docxTraces(aDocument(body))).toEqual([
    { kind: 'trackedChange', text: '李某插入：3人' },
    { kind: 'trackedChange', text: '李某删除：2人' },
  ]);
});

test('hidden text is told and does not come into the release, by run, by style and by paragraph alike', async () => {
  const styles = `<w:styles ${w}><w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
  const document = aDocument(
    `<w:p w:rsidR="1"/><w:p>${run('东门闭园。')}${run('预算八万元，', '<w:vanish/>')}${run('勿外传。', '<w:rStyle w:val="H"/>')}</w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>${run('整段藏起')}${run('这句露出。', '<w:vanish w:val="0"/>')}</w:p>`,
    { 'word/styles.xml': styles },
  );
  const result = await blocksFromDocx(document);
  expect(result).toMatchObject({
    ok: true,
    value: {
      blocks: [
        { type: 'paragraph', runs: [{ text: '东门闭园。' }] },
        { type: 'paragraph', runs: [{ text: '这句露出。' }] },
      ],
      dropped: [{ what: '隐藏文字 (hidden text)', count: 2 }],
      traces: [
        { kind: 'hiddenText', text: '预算八万元，勿外传。' },
        { kind: 'hiddenText', text: '整段藏起' },
      ],
    },
  });
});

test('a text box inside a run is kept, and only what is hidden in it goes', async () => {
  const box = `<w:p><w:r><w:pict><w:txbxContent><w:p>${run('框内')}${run('藏', '<w:vanish/>')}</w:p></w:txbxContent></w:pict></w:r>${run('框外')}</w:p>`;
  const result = await blocksFromDocx(aDocument(box));
  expect(result).toMatchObject({ ok: true, value: { traces: [{ kind: 'hiddenText', text: '藏' }] } });
});

test('a file that only opens its elements takes no time', () => {
  const opening = '<w:r w:a="1"><w:ins w:id="1"><w:p>'.repeat(100_000);
  const from = performance.now();
  expect(docxTraces(aDocument(opening))).toEqual([]);
  expect(performance.now() - from).toBeLessThan(3_000);
});

test('what is no .docx says nothing', () => {
  expect(docxTraces(strToU8('%PDF-1.7'))).toEqual([]);
});

const styleSheet = (styles: string): string => `<w:styles ${w}>${styles}</w:styles>`;
const hide = '<w:rPr><w:vanish/></w:rPr>';

test('text is hidden by a style that is based on a hiding one, by the default style, by a table’s style and by the defaults', () => {
  const hiddenUnder = (styles: string, body: string): readonly string[] =>
    docxTraces(aDocument(body, { 'word/styles.xml': styleSheet(styles) }))
      .filter(({ kind }) => kind === 'hiddenText')
      .map(({ text }) => text);
  const styled = `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${run('藏')}${run('露', '<w:vanish w:val="0"/>')}</w:p><w:p>${run('平常')}</w:p>`;
  const chain = `<w:style w:type="paragraph" w:styleId="A">${hide}</w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`;
  expect(hiddenUnder(chain, styled)).toEqual(['藏']);
  const shownAgain = chain.replace(/<w:basedOn[^>]*>/u, '$&<w:rPr><w:vanish w:val="false"/></w:rPr>');
  expect(hiddenUnder(shownAgain, styled)).toEqual([]);
  const ring = '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="B"/></w:style>';
  expect(hiddenUnder(ring, styled)).toEqual([]);
  const standard = `<w:style w:type="paragraph" w:default="1" w:styleId="N">${hide}</w:style>`;
  expect(hiddenUnder(standard, styled)).toEqual(['平常']);
  expect(hiddenUnder(`<w:docDefaults><w:rPrDefault>${hide}</w:rPrDefault></w:docDefaults>`, styled)).toEqual([
    '藏',
    '平常',
  ]);
  const table = `<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc><w:p>${run('表内')}</w:p></w:tc></w:tr></w:tbl><w:p>${run('表外')}</w:p>`;
  expect(hiddenUnder(`<w:style w:type="table" w:styleId="T">${hide}</w:style>`, table)).toEqual(['表内']);
});

test('hidden text and changes are told from notes, headers and footers with their place, and a hidden picture as one', () => {
  const story = (text: string): string => `<w:x ${w}><w:p>${run(text, '<w:vanish/>')}</w:p></w:x>`;
  const changed = `<w:x ${w}><w:p><w:ins w:author="李某">${run('加')}</w:ins><w:moveFrom w:author="李某">${run('移')}</w:moveFrom></w:p></w:x>`;
  const traces = docxTraces(
    aDocument(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:drawing><x/></w:drawing></w:r></w:p>`, {
      'word/footnotes.xml': story('注中'),
      'word/endnotes.xml': story('尾注中'),
      'word/header2.xml': changed,
      'word/footer1.xml': story('脚中').replace('<w:p>', `<w:p>${run('第1页')}`),
    }),
  );
  expect(traces).toEqual([
    { kind: 'hiddenText', text: '〔图片 picture〕' },
    { kind: 'hiddenText', text: '注中', where: 'footnote' },
    { kind: 'hiddenText', text: '尾注中', where: 'endnote' },
    { kind: 'trackedChange', text: '李某插入：加', where: 'header' },
    { kind: 'trackedChange', text: '李某移走：移', where: 'header' },
    { kind: 'hiddenText', text: '脚中', where: 'footer' },
    { kind: 'headerFooter', text: '加移' },
    { kind: 'headerFooter', text: '第1页' },
  ]);
});

test('hidden text of a footnote does not come into the release', async () => {
  const relation = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`;
  const result = await blocksFromDocx(
    aDocument(`<w:p>${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
      'word/_rels/document.xml.rels': relation,
      'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="2"><w:p>${run('据统计局')}${run('内部口径', '<w:vanish/>')}</w:p></w:footnote></w:footnotes>`,
    }),
  );
  const text = JSON.stringify(result.ok && result.value.blocks);
  expect(text).toContain('据统计局');
  expect(text).not.toContain('内部口径');
});

test('who once wrote remarks, paths of machines in links and fields, and watermarks are told', () => {
  const traces = docxTraces(
    aDocument(
      `<w:p><w:r><w:instrText>INCLUDEPICTURE "</w:instrText></w:r><w:r><w:instrText>D:\\\\值班\\\\图.png"</w:instrText></w:r></w:p>`,
      {
        'word/people.xml': '<w15:people><w15:person w15:author="周某"/></w15:people>',
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="r1" Type="t/attachedTemplate" Target="file:///C:\\Users\\zhoumou\\a.dotx" TargetMode="External"/><Relationship Id="r2" Type="t/hyperlink" Target="https://www.gov.cn/" TargetMode="External"/></Relationships>',
        'word/header1.xml': `<w:hdr ${w}><w:p><w:r><w:pict><v:textpath string="内部资料"/></w:pict></w:r></w:p></w:hdr>`,
      },
    ),
  );
  expect(traces).toEqual([
    { kind: 'author', text: '周某' },
    { kind: 'machinePath', text: 'file:///C:\\Users\\zhoumou\\a.dotx' },
    { kind: 'machinePath', text: 'INCLUDEPICTURE "D:\\\\值班\\\\图.png"' },
    { kind: 'headerFooter', text: '内部资料' },
  ]);
});

test('a part in another encoding than UTF-8 is refused, because it would pass unread', async () => {
  const header = new Uint8Array(Buffer.from('\ufeff<?xml version="1.0"?><w:hdr/>', 'utf16le'));
  const gbk = '<?xml version="1.0" encoding="GBK"?><w:hdr/>';
  for (const part of [header, strToU8(gbk)]) {
    const bytes = zipSync({ 'word/document.xml': strToU8('<w:document/>'), 'word/header1.xml': part });
    expect(await blocksFromDocx(bytes)).toMatchObject({ ok: false, error: [{ code: 'unreadableDocument' }] });
  }
});

test('a long chain of styles is walked over once, whichever of them the text names, and a tag of many authors is read once', async () => {
  const many = 60_000;
  const each = (made: (n: number) => string): string =>
    Array.from({ length: many }, (_, n) => made(n)).join('');
  const chain = each((n) => `<w:style w:styleId="s${n}"><w:basedOn w:val="s${n + 1}"/></w:style>`);
  const body = `<w:p>${each((n) => `<w:r><w:rPr><w:rStyle w:val="s${n}"/></w:rPr><w:t>字</w:t></w:r>`)}</w:p>`;
  expect(docxTraces(aDocument(body, { 'word/styles.xml': styleSheet(chain) }))).toEqual([]);
  const unclosed = `<x ${'author= '.repeat(400_000)}<`;
  const bytes = aDocument('<w:p/>', { 'word/header1.xml': unclosed });
  expect((await publicDocx(bytes, 'file', (picture) => Promise.resolve(ok(picture)))).ok).toBe(true);
});
