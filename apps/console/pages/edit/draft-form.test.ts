import { expect, test } from '@jest/globals';
import { comparedTexts } from '../../parts/compared-version.js';
import { comparedOf, draftOf, emptyForm, formOf, recipientsOf, type DraftDeclaration } from './draft-form.js';

type Page = Parameters<typeof formOf>[0];

/** Only what the form reads. */
const pageOf = (content: Partial<Page['content']>): Page =>
  ({
    release: {
      ...{ organ: { id: 'water' }, kind: 'routine', jointOrgans: [], matter: null, relayOf: null },
      ...{ supersedes: null, state: 'draft', releasedVersion: null, correcting: false },
    },
    content: {
      ...{
        title: '停水通知',
        summary: '',
        blocks: [],
        column: '通知公告',
        keywords: [],
        accountIds: ['portal'],
      },
      ...{
        recipients: [],
        mailingListIds: [],
        overrides: {},
        attachments: [],
        correctionNote: '',
        ...content,
      },
    },
  }) as unknown as Page;

test('a draft that is opened and saved again keeps its mailing lists, its addresses, its declaration, its attachments and its words for one channel', () => {
  const content = {
    recipients: ['a@news.example', 'b@news.example'],
    mailingListIds: ['media', 'accredited'],
    overrides: { weibo: '停水，请储水。' },
    attachments: [{ sha256: 'a'.repeat(64), name: '停水范围.docx' }],
    declaration: { legalBasis: '城市供水条例第二十二条', elements: { measures: '请储水。' } } as never,
  };
  expect(draftOf(formOf(pageOf(content)))).toMatchObject(content);
});

test('what only another kind of release declares is not sent with this one', () => {
  const declaration: DraftDeclaration = {
    ...{ urgency: '须立即提醒绕行', scrutiny: 'result', answers: 'r1', legalBasis: '条例第二条' },
    ...{ disclosure: 'onRequest', disclosureReason: '涉及第三方' },
  };
  const form = { ...emptyForm('water', []), declaration };
  const sent = (changes: Partial<typeof form>) => draftOf({ ...form, ...changes })?.declaration;
  const kept = { legalBasis: '条例第二条', disclosure: 'onRequest', disclosureReason: '涉及第三方' };
  expect(sent({ kind: 'routine' })).toEqual(kept);
  expect(sent({ kind: 'emergency' })).toEqual({ ...kept, urgency: '须立即提醒绕行' });
  expect(sent({ kind: 'mediaScrutiny' })).toEqual({ ...kept, scrutiny: 'result', answers: 'r1' });
  const response: DraftDeclaration = { ...declaration, scrutiny: 'response' };
  expect(draftOf({ ...form, kind: 'mediaScrutiny', declaration: response })?.declaration).toEqual({
    ...kept,
    scrutiny: 'response',
  });
  const open: DraftDeclaration = { ...declaration, disclosure: 'proactive' };
  expect(draftOf({ ...form, declaration: open })?.declaration).toEqual({
    legalBasis: '条例第二条',
    disclosure: 'proactive',
  });
});

test('without an organ there is nothing to send', () => {
  expect(draftOf(emptyForm(undefined, ['portal']))).toBeNull();
});

test('addresses are read as people paste them, each once', () => {
  expect(recipientsOf('a@x.example；b@x.example, a@x.example\n c@x.example')).toEqual([
    'a@x.example',
    'b@x.example',
    'c@x.example',
  ]);
});

test('a draft that nobody touched does not differ from the version that it was opened from', () => {
  const page = pageOf({
    blocks: [
      { type: 'heading', level: 2, runs: [{ text: '停水范围' }] },
      { type: 'image', assetSha256: 'a'.repeat(64), alt: '范围图' },
    ],
    images: [{ sha256: 'a'.repeat(64), alt: '范围图' }],
    recipients: ['b@news.example', 'a@news.example'],
    declaration: { legalBasis: '城市供水条例第二十二条', urgency: '', elements: {} } as never,
  });
  const names = { language: 'zh', accounts: [], lists: [], elements: [] } as const;
  const { before, after } = comparedTexts(page.content, comparedOf(formOf(page)), names);
  expect(after).toBe(before);
});
