import { createHash } from 'node:crypto';
import { pictureTraces } from '@koujing/release';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { aPhotograph } from '../../test/support/a-picture.js';
import { aCity, type City } from '../../test/support/a-city.js';
import {
  aConference,
  conferencesIn,
  furnish,
  signMaterials,
  type ConferenceCases,
} from '../../test/support/a-conference.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { refused } from '../../test/support/refused.js';
import { authorisationInputSchema } from '../authorisation/authorisation.api.js';
import type { MaterialKind } from './conference.api.js';

const filing = { headcount: 30, reason: '' };

onEachEngine('a material of a press conference', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: ConferenceCases;
  let drafter: Actor;
  let leader: Actor;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    cases = await conferencesIn(city);
    drafter = await city.actor('transport', 'drafter');
    leader = await city.actor('transport', 'approver');
  });
  afterAll(() => opened.drop());

  const upload = (id: string, kind: MaterialKind, bytes: Uint8Array | string, name = `${kind}.txt`) =>
    cases.upload.perform(id, kind, { name, bytes: Buffer.from(bytes), actor: drafter });
  const itemOf = async (id: string, kind: MaterialKind, actor = leader) => {
    const { items } = (await cases.show.one(id, actor)).materials;
    const item = items.find((each) => each.kind === kind);
    if (item === undefined) throw new Error(kind);
    return item;
  };
  const digestOf = async (id: string, kind: MaterialKind) => (await itemOf(id, kind)).file?.sha256 ?? '';
  const sign = async (id: string, kind: MaterialKind, actor: Actor, sha256?: string) =>
    cases.signMaterial.perform(id, { kind, sha256: sha256 ?? (await digestOf(id, kind)) }, actor);
  const look = async (id: string, kind: MaterialKind, actor: Actor) =>
    cases.lookThrough.perform(id, { kind, sha256: await digestOf(id, kind) }, actor);

  test('that came after the application is signed by itself before it is filed, and goes by its very file (Art.31(2), 34)', async () => {
    const planned = await aConference(city, cases).planned();
    await upload(planned.id, 'statement', '通报进度');
    expect((await itemOf(planned.id, 'statement')).file).toMatchObject({
      signed: true,
      awaitsSignature: false,
    });
    const { id } = await aConference(city, cases).approved();
    await furnish(cases, id, drafter);
    const { state, actions } = await cases.show.one(id, drafter);
    const [reason] = actions['file']?.reasons ?? [];
    expect([state, reason?.code]).toEqual(['approved', 'materialsUnsigned']);
    for (const name of ['新闻发布词', '记者答问口径', '背景材料']) expect(reason?.message).toContain(name);
    expect(reason?.message).not.toContain('会场布置');
    expect(await refused(cases.file.perform(id, filing, drafter))).toEqual(['materialsUnsigned']);
    const seen = await digestOf(id, 'qaLine');
    await upload(id, 'qaLine', '口径二');
    expect(await refused(sign(id, 'qaLine', leader, seen))).toEqual(['stale']);
    await signMaterials(cases, id, leader);
    expect(await itemOf(id, 'qaLine')).toMatchObject({
      actions: { signMaterial: { reasons: [{ code: 'materialNeedsNoSignature' }] } },
      file: { awaitsSignature: false, signedOff: { by: { id: leader.personId } } },
    });
    await cases.file.perform(id, filing, drafter);
    // Another file is nobody’s word: filed no more until it is signed as well.
    await upload(id, 'qaLine', '口径三');
    expect((await cases.show.one(id, drafter)).state).toBe('approved');
    expect(await refused(cases.file.perform(id, filing, drafter))).toEqual(['materialsUnsigned']);
    await sign(id, 'qaLine', leader);
    await cases.file.perform(id, filing, drafter);
    expect((await cases.show.one(id, drafter)).state).toBe('filed');
    const entries = await city.cases.audit.of(opened.database.queries, 'conference', id);
    expect(entries.filter(({ action }) => action === 'conference.signMaterial')).toHaveLength(4);
  });

  test('that is a picture is kept as it is drawn anew, and what the camera wrote is told to who files it (Art.39(6))', async () => {
    const { id } = await aConference(city, cases).approved();
    const photograph = await aPhotograph(6);
    await upload(id, 'venueLayout', photograph, '会场.jpg');
    const { bytes, mimeType, sha256 } = await cases.upload.show(id, 'venueLayout', drafter);
    expect([mimeType, sha256]).toEqual(['image/jpeg', createHash('sha256').update(bytes).digest('hex')]);
    expect(pictureTraces(photograph)).not.toEqual([]);
    expect(pictureTraces(bytes)).toEqual([]);
    expect((await itemOf(id, 'venueLayout')).file?.traces).toEqual(pictureTraces(photograph));
    // The same photograph once more is the same material, and a broken one leaves it as it was.
    await upload(id, 'venueLayout', photograph, '会场.jpg');
    expect(await refused(upload(id, 'venueLayout', photograph.subarray(0, 400)))).toEqual(['pictureDamaged']);
    expect(await digestOf(id, 'venueLayout')).toBe(sha256);
    const entries = await city.cases.audit.of(opened.database.queries, 'conference', id);
    expect(entries.filter(({ action }) => action === 'conference.upload')).toHaveLength(1);
  });

  test('is signed by the main leader or whom he authorised, and by nobody who uploaded it (Art.5(6), 31)', async () => {
    const { id } = await aConference(city, cases).approved();
    await upload(id, 'statement', '通报进度');
    const deputy = await city.actor('transport', 'deputy');
    expect(await refused(sign(id, 'statement', drafter))).toContain('signerIsUploader');
    expect(await refused(sign(id, 'statement', deputy))).toEqual(['notAuthorised']);
    const from = city.clock.now().toISOString();
    const to = new Date(city.clock.now().getTime() + 3_600_000).toISOString();
    const given = { organId: 'transport', granteeId: deputy.personId, from, to };
    await city.authorisation.grant.perform(authorisationInputSchema.parse(given), leader);
    await sign(id, 'statement', deputy);
    await cases.upload.perform(id, 'qaLine', { name: '口径.txt', bytes: Buffer.from('口径'), actor: leader });
    expect(await refused(sign(id, 'qaLine', leader))).toEqual(['signerIsUploader']);
    await upload(id, 'venueLayout', '座次');
    expect(await refused(sign(id, 'venueLayout', leader))).toEqual(['materialNeedsNoSignature']);
  });

  test('whose inside is not read is opened by another person before it is filed (Art.34, 39(6))', async () => {
    const { id } = await aConference(city, cases).approved();
    await furnish(cases, id, drafter);
    const launching = upload(id, 'hostScript', '%PDF-1.7 <</S/Launch/F(a)>>', '主持词.pdf');
    expect(await refused(launching)).toEqual(['activeFile']);
    await upload(id, 'hostScript', '%PDF-1.7 …', '主持词.pdf');
    await upload(id, 'venueLayout', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), '会场.doc');
    await signMaterials(cases, id, leader);
    expect(await refused(cases.file.perform(id, filing, drafter))).toEqual(['materialsNotLookedThrough']);
    expect(await refused(look(id, 'hostScript', drafter))).toEqual(['lookerIsUploader']);
    expect(await refused(look(id, 'statement', leader))).toEqual(['materialNeedsNoLook']);
    await look(id, 'hostScript', leader);
    await look(id, 'venueLayout', leader);
    expect((await itemOf(id, 'hostScript')).file).toMatchObject({
      unread: true,
      looked: { by: { id: leader.personId } },
    });
    expect(await refused(look(id, 'hostScript', leader))).toEqual(['materialNeedsNoLook']);
    await cases.file.perform(id, filing, drafter);
    // Another file has been seen by nobody.
    await upload(id, 'hostScript', '%PDF-1.7 改', '主持词.pdf');
    expect(await refused(cases.file.perform(id, filing, drafter))).toEqual(['materialsNotLookedThrough']);
  });

  test('that would go out with its author’s name and struck-out words says so (Art.34, 39(6))', async () => {
    const { id } = await aConference(city, cases).planned();
    const change =
      '<w:p><w:del w:id="1" w:author="李某"><w:r><w:delText>约三亿元</w:delText></w:r></w:del></w:p>';
    const bytes = zipSync({
      'docProps/core.xml': strToU8('<p xmlns:dc="d"><dc:creator>赵某</dc:creator></p>'),
      'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${change}</w:body></w:document>`),
    });
    await upload(id, 'statement', bytes, '发布词.docx');
    expect((await itemOf(id, 'statement')).file?.traces).toEqual([
      { kind: 'author', text: '赵某' },
      { kind: 'trackedChange', text: '李某删除：约三亿元' },
    ]);
  });

  test('says the marks and numbers in its text, and what slides say beside it (Art.39(6))', async () => {
    const { id } = await aConference(city, cases).planned();
    const slide = '<p:sld xmlns:a="a"><a:p><a:r><a:t>秘密★1年 全市供水</a:t></a:r></a:p></p:sld>';
    const slides = zipSync({
      'docProps/core.xml': strToU8('<p xmlns:dc="d"><dc:creator>赵某</dc:creator></p>'),
      'ppt/presentation.xml': strToU8('<p:presentation/>'),
      'ppt/slides/slide1.xml': strToU8(slide),
    });
    await upload(id, 'backgroundMaterial', slides, '背景.pptx');
    expect((await itemOf(id, 'backgroundMaterial')).file).toMatchObject({
      unread: false,
      traces: [
        { kind: 'mark', text: '秘密★1年' },
        { kind: 'author', text: '赵某' },
      ],
    });
    await upload(id, 'qaLine', '内部资料，联系人手机13800138000。');
    expect((await itemOf(id, 'qaLine')).file?.traces).toEqual([
      { kind: 'mark', text: '内部资料' },
      { kind: 'mark', text: '13800138000' },
    ]);
  });
});
