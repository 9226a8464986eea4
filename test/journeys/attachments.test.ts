import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { FindingView } from '../../libs/conflict/conflict.api.js';
import type { ReleaseStanding } from '../../libs/release/release.api.js';
import type { AttachmentView } from '../../libs/release/upload.api.js';
import { startCity, type City } from '../support/city.js';
import type { Answer, Person, Refusal } from '../support/person.js';
import { aDraft, approved, drafted, page, paragraph, untilAll, type Desk } from '../support/release-way.js';

let city: City;
let desk: Desk;

beforeAll(async () => {
  city = await startCity();
  desk = await city.desk('water');
}, 300_000);
afterAll(() => city.close());

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** A small document as an office program writes it, with its author and whatever else is asked for. */
const docx = (text: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
        '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${office}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>起草人某某</dc:creator></cp:coreProperties>',
        'word/document.xml': `<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
        ...more,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );

const attach = <Body = AttachmentView>(by: Person, name: string, bytes: Uint8Array): Promise<Answer<Body>> =>
  by.upload<Body>('/attachments', name, bytes, 'application/octet-stream');

const text = '12月5日23时至12月6日5时冲洗城区供水管网，涉及居民1.2万户，请提前储水。';
const notice = (attachments: readonly { sha256: string; name: string }[]) =>
  aDraft({
    organId: 'water',
    blocks: [paragraph(text)],
    attachments: attachments.map(({ sha256, name }) => ({ sha256, name })),
  });

test('what an attachment says against the text is found before anything is published, with both sentences', async () => {
  const { body: annex } = await attach(
    desk.drafter,
    '停水范围.docx',
    docx('12月5日23时至12月6日7时冲洗城区供水管网。'),
  );
  const { id } = await drafted(desk, notice([annex]));
  const { findings } = await page(desk.drafter, id);
  const finding = findings.find(({ kind }) => kind === 'inconsistent');
  expect(finding?.explanation).toContain('附件《停水范围.docx》为07:00');
  const view = (await desk.drafter.get<FindingView>(`/findings/${finding?.id}`)).body;
  expect(view.facts).toMatchObject([
    { attribute: 'time', a: { value: '05:00' }, b: { value: '07:00', source: '附件《停水范围.docx》' } },
  ]);
});

test('an attachment that agrees goes out with the release, without its author, and goes when it is withdrawn', async () => {
  const said = '12月5日23时至12月6日5时冲洗城区供水管网，涉及居民一万二千户。';
  const { body: annex } = await attach(desk.drafter, '停水范围.docx', docx(said));
  const { body: list } = await attach(
    desk.drafter,
    '小区名单.txt',
    new TextEncoder().encode('东港区滨河小区、海滨小区'),
  );
  const standing = await approved(desk, notice([annex, list]));
  expect((await page(desk.drafter, standing.id)).findings).toEqual([]);
  const { id, digest } = standing;
  expect(
    (await desk.publisher.post<ReleaseStanding>(`/releases/${id}/publish`, { digest })).status,
  ).toBeLessThan(300);
  await untilAll(desk.drafter, id, ['delivered', 'verified']);

  expect((await desk.reviewer.downloadNamed(`/attachments/${annex.sha256}`)).name).toBe('停水范围.docx');
  const html = await (await fetch(`${city.portalUrl}/r/${id}.html`)).text();
  const links = [...html.matchAll(/href="\.\.\/(f\/[^"]+)" download="([^"]+)"/gu)];
  expect(links.map(([, , name]) => name)).toEqual(['停水范围.docx', '小区名单.txt']);
  const files = await Promise.all(links.map(([, path]) => fetch(`${city.portalUrl}/${path}`)));
  expect(files.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
    [200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [200, 'text/plain; charset=utf-8'],
  ]);
  const inside = Object.values(unzipSync(new Uint8Array(await files[0]!.arrayBuffer()))).map((part) =>
    strFromU8(part),
  );
  expect(inside.join('\n')).not.toContain('起草人某某');
  expect(inside.join('\n')).toContain(said);
  expect(await files[1]?.text()).toBe('东港区滨河小区、海滨小区');

  const reason = { reason: '冲洗取消，通告作废。' };
  expect((await desk.approver.post(`/releases/${id}/withdrawal`, reason)).status).toBe(200);
  await untilAll(desk.drafter, id, ['delivered', 'withdrawn'], 60_000);
  const after = await Promise.all(links.map(([, path]) => fetch(`${city.portalUrl}/${path}`)));
  expect(after.map(({ status }) => status)).toEqual([404, 404]);
});

test('marks and numbers in an attachment come up in the confidentiality scan with their place (Art.14(b))', async () => {
  const header = `<w:hdr xmlns:w="${word}"><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>`;
  const { body: annex } = await attach(
    desk.drafter,
    '联系表.docx',
    docx('联系人13800138000', { 'word/header1.xml': header }),
  );
  const { id } = await drafted(desk, notice([annex]));
  const { hints } = await page(desk.drafter, id);
  expect(hints.map(({ kind, text, place }) => [kind, text, place?.zh])).toEqual([
    ['phone', '13800138000', '附件《联系表.docx》'],
    ['internalMark', '内部资料', '附件《联系表.docx》'],
  ]);
});

test('what cannot be public, or is not what it is called, is refused with what is allowed', async () => {
  const refusals = async (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
    const { status, body } = await attach<Refusal>(desk.drafter, name, bytes);
    return [String(status), ...body.reasons.map(({ code }) => code)];
  };
  const remark = `<w:comments xmlns:w="${word}"><w:comment w:id="1" w:author="某"><w:p><w:r><w:t>此数待核</w:t></w:r></w:p></w:comment></w:comments>`;
  expect(await refusals('名单.docx', docx('名单', { 'word/comments.xml': remark }))).toEqual([
    '422',
    'internalText',
  ]);
  expect(await refusals('名单.docx', docx('名单', { 'word/vbaProject.bin': 'x' }))).toEqual([
    '422',
    'foreignPart',
  ]);
  expect(await refusals('名单.docx', new TextEncoder().encode('不是文档'))).toEqual([
    '422',
    'unreadableDocument',
  ]);
  expect(await refusals('名单.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).toEqual([
    '422',
    'notText',
  ]);
  expect(await refusals('名单.exe', new Uint8Array([1]))).toEqual(['422', 'unsupportedAttachment']);
  expect(await refusals('名单.txt', new Uint8Array())).toEqual(['422', 'emptyAttachment']);
  const unknown = notice([{ sha256: 'a'.repeat(64), name: '没有上传.docx' }]);
  const refused = await desk.drafter.post<Refusal>('/releases', unknown);
  expect(refused.body.reasons).toMatchObject([{ code: 'unknownAttachment', field: 'attachments' }]);
});

test('a name that would mislead the public, or that its computers cannot keep, is refused with name and what is allowed', async () => {
  const { body } = await attach(desk.drafter, '名单.txt', new TextEncoder().encode('滨河小区'));
  const named = async (name: string) =>
    desk.drafter.post<Refusal>('/releases', notice([{ sha256: body.sha256, name }]));
  const { status, body: refusal } = await named('名单\u202Etxt.docx');
  expect([status, refusal.reasons]).toMatchObject([
    400,
    [{ field: 'attachments.0.name', message: expect.stringContaining('“名单〔U+202E〕txt.docx”含有') }],
  ]);
  for (const name of [
    '../名单.txt',
    'NUL.txt',
    '名单.txt ',
    '名单.exe',
    `${'长'.repeat(121)}.txt`,
    '名\0单.txt',
  ])
    expect([name, (await named(name)).status]).toEqual([name, 400]);
  expect((await named('名单.docx')).body.reasons).toMatchObject([{ code: 'attachmentOfAnotherKind' }]);
  const uploaded = await attach<Refusal>(desk.drafter, '名单\u2067.txt', new TextEncoder().encode('滨河'));
  expect([uploaded.status, uploaded.body.reasons]).toMatchObject([
    422,
    [{ code: 'attachmentName', field: 'file' }],
  ]);
});

test('a file that a register keeps is no attachment: it was never made fit for the public', async () => {
  const bytes = docx('内部流程');
  const kept = await desk.approver.upload<{ sha256: string }>(
    '/register-files',
    '流程.docx',
    bytes,
    'application/octet-stream',
  );
  expect(kept.status).toBe(201);
  const draft = notice([{ sha256: kept.body.sha256, name: '流程.docx' }]);
  const { status, body } = await desk.drafter.post<Refusal>('/releases', draft);
  expect([status, body.reasons.map(({ code }) => code)]).toEqual([422, ['unknownAttachment']]);
});
