import { expect, test } from '@jest/globals';
import { draftOf, emptyForm, formOf, recipientsOf } from './draft-form.js';

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
      ...{ recipients: [], mailingListIds: [], overrides: {}, correctionNote: '', ...content },
    },
  }) as unknown as Page;

test('a draft that is opened and saved again keeps its mailing lists, its addresses, its declaration and its words for one channel', () => {
  const content = {
    recipients: ['a@news.example', 'b@news.example'],
    mailingListIds: ['media', 'accredited'],
    overrides: { weibo: '停水，请储水。' },
    declaration: { legalBasis: '城市供水条例第二十二条', elements: { measures: '请储水。' } } as never,
  };
  expect(draftOf(formOf(pageOf(content)))).toMatchObject(content);
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
