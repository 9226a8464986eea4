import { expect, test } from '@jest/globals';
import { emptyDeclaration } from './declaration.js';
import { digestOfVersion } from './digest.js';

const release: Parameters<typeof digestOfVersion>[0] = {
  organId: 'water' as never,
  jointOrganIds: [],
  kind: 'routine',
  relayOf: null,
  supersedes: null,
};
const version = (declaration: object): Parameters<typeof digestOfVersion>[1] =>
  ({
    title: '停水通知',
    summary: '',
    blocks: [],
    column: '通知公告',
    keywords: [],
    images: [],
    accountIds: [],
    recipients: [],
    mailingListIds: [],
    overrides: {},
    correctionNote: '',
    attachments: [],
    declaration: { ...emptyDeclaration, ...declaration },
  }) as never;

/**
 * Releases signed by an older version are sent by this one: the digest of a declaration as it stands in the database of then must not
 * change. A field that is added to the declaration and not left out while blank (`digest.ts`) fails here.
 */
test('what was signed before a field was added keeps its digest', () => {
  expect(digestOfVersion(release, version({ legalBasis: '水法' }), [])).toBe(
    '68241a588e844aab4a980d68af704debb4ed3f315f2f367532e7de7538cbcc34',
  );
});

test('each later field is under the signature once it says something', () => {
  const of = (declaration: object) =>
    digestOfVersion(release, version({ legalBasis: '水法', ...declaration }), []);
  const digests = [{}, { urgency: '险情' }, { formedOn: '2026-11-23' }, { notOnIncident: '另一起' }].map(of);
  expect(new Set(digests).size).toBe(4);
});
