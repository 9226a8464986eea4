import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { blocksFromDocx } from './blocks-from-docx.js';

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const documentRelations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
const styles = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`;

const aDocument = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relations),
    'word/_rels/document.xml.rels': strToU8(documentRelations),
    'word/styles.xml': strToU8(styles),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  });

const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const heading = (text: string): string => paragraph(text, '<w:pPr><w:pStyle w:val="1"/></w:pPr>');

test('Heading 1 becomes the title, the rest becomes blocks', async () => {
  const result = await blocksFromDocx(
    aDocument(
      heading('关于人民公园闭园检修的公告') +
        paragraph('人民公园将于11月28日闭园检修。') +
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>东门</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>关闭</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
  );
  expect(result).toEqual({
    ok: true,
    value: {
      title: '关于人民公园闭园检修的公告',
      blocks: [
        { type: 'paragraph', runs: [{ text: '人民公园将于11月28日闭园检修。' }] },
        { type: 'table', header: false, rows: [[[{ text: '东门' }], [{ text: '关闭' }]]] },
      ],
      dropped: [],
      traces: [],
    },
  });
});

test('tracked changes are refused, inserted and deleted ones alike', async () => {
  for (const change of [
    '<w:p><w:ins w:id="1"><w:r><w:t>3人</w:t></w:r></w:ins></w:p>',
    '<w:p><w:del w:id="1"><w:r><w:delText>2人</w:delText></w:r></w:del></w:p>',
  ]) {
    const result = await blocksFromDocx(aDocument(paragraph('死亡') + change));
    expect(result).toMatchObject({ ok: false, error: [{ code: 'trackedChanges', field: 'file' }] });
  }
});

test('remarks of colleagues are left out and listed', async () => {
  const result = await blocksFromDocx(
    aDocument(paragraph('正文'), {
      'word/comments.xml': strToU8(
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p/></w:comment></w:comments>',
      ),
    }),
  );
  expect(result).toMatchObject({ ok: true, value: { dropped: [{ what: 'comment', count: 1 }] } });
});

test('a file that unpacks to more than it should is refused before it is unpacked', async () => {
  const bomb = aDocument(paragraph('正文'), { 'word/big.xml': new Uint8Array(60 * 1_048_576) });
  expect(bomb.length).toBeLessThan(1_048_576);
  expect(await blocksFromDocx(bomb)).toMatchObject({ ok: false, error: [{ code: 'unpacksTooLarge' }] });
});

test('an old .doc, a picture, a broken zip and a document with entities are refused in words', async () => {
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]);
  expect(await blocksFromDocx(old)).toMatchObject({ ok: false, error: [{ code: 'oldOrEncryptedDocument' }] });
  const whole = aDocument(paragraph('正文'));
  const entities = aDocument('', { 'word/x.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') });
  for (const bytes of [strToU8('PNG'), whole.slice(0, 300), zipSync({ 'a.xml': strToU8('<a/>') }), entities])
    expect(await blocksFromDocx(bytes)).toMatchObject({ ok: false, error: [{ code: 'unreadableDocument' }] });
  expect(await blocksFromDocx(new Uint8Array(21 * 1_048_576))).toMatchObject({
    ok: false,
    error: [{ code: 'tooLarge', allowed: '≤ 20 MB' }],
  });
});

const asset = 'a'.repeat(64);
const drawing = (relation: string): string =>
  `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="图" descr="渗漏点${relation}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const withPictures = (body: string): Uint8Array =>
  aDocument(body, {
    '[Content_Types].xml': strToU8(
      types.replace('<Override', '<Default Extension="png" ContentType="image/png"/><Override'),
    ),
    'word/_rels/document.xml.rels': strToU8(
      documentRelations.replace(
        '</Relationships>',
        '<Relationship Id="p1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/><Relationship Id="p2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://192.0.2.1/x.png" TargetMode="External"/></Relationships>',
      ),
    ),
    'word/media/image1.png': strToU8('the bytes of a picture'),
  });

test('a picture becomes a block where it stands, and one inside a table follows the table', async () => {
  const seen: string[] = [];
  const result = await blocksFromDocx(
    withPictures(
      `<w:p><w:r><w:t>现场如图。</w:t></w:r>${drawing('p1')}</w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>东门</w:t></w:r>${drawing('p1')}</w:p></w:tc></w:tr></w:tbl>${paragraph('此告。')}`,
    ),
    'file',
    (bytes, alt) => {
      seen.push(`${Buffer.from(bytes).toString()} ${alt}`);
      return { kind: 'taken', sha256: asset };
    },
  );
  expect(seen).toEqual(Array(2).fill('the bytes of a picture 渗漏点p1'));
  const picture = { type: 'image', assetSha256: asset, alt: '渗漏点p1' };
  expect(result).toMatchObject({
    ok: true,
    value: {
      blocks: [
        { type: 'paragraph', runs: [{ text: '现场如图。' }] },
        picture,
        { type: 'table' },
        picture,
        { type: 'paragraph', runs: [{ text: '此告。' }] },
      ],
      dropped: [],
    },
  });
});

test('a picture that is only linked is never fetched: it is left out and listed', async () => {
  const lengths: number[] = [];
  const linked = drawing('p2').replace('r:embed', 'r:link');
  const result = await blocksFromDocx(withPictures(`<w:p>${linked}</w:p>`), 'file', (bytes) => {
    lengths.push(bytes.length);
    return { kind: 'leftOut', what: 'img' };
  });
  expect(lengths).toEqual([0]);
  expect(result).toMatchObject({ ok: true, value: { blocks: [], dropped: [{ what: 'img', count: 1 }] } });
});
