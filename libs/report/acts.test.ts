import { describe, expect, test } from '@jest/globals';
import { scanForSecrets } from '@koujing/signoff';
import { loadCityRules } from '../../test/support/violations.js';
import { authorityAtSigning, type SignedFor } from './authority-at-signing.js';
import { kindOfRule } from './acts-of-deadlines.js';
import { actsOfFinding } from './acts-of-findings.js';
import { actsOfRelease, type ReleasedVersion, type SignatureFact } from './acts-of-release.js';

const { violations: rules } = loadCityRules('measures');
const releasedAt = new Date('2026-11-23T10:00:00+08:00');

const signature = (step: SignatureFact['step'], changes: Partial<SignatureFact> = {}): SignatureFact => ({
  ...{ id: step, step, organId: 'water', personId: `${step}er`, personName: step, digest: 'd', agreed: true },
  ...{
    signedAt: new Date('2026-11-23T09:00:00+08:00'),
    voidedAt: null,
    authority: 'held',
    authorisationId: null,
  },
  ...changes,
});

const release = (changes: Partial<ReleasedVersion> = {}): ReleasedVersion => ({
  ...{ releaseId: 'r', version: 1, digest: 'd', title: '停水通告', plain: '明日停水。', organId: 'water' },
  ...{ organName: '市水务局', jointOrgans: [], draftedBy: 'drafter', releasedAt, deliveries: [] },
  signatures: [signature('confidentialityReview'), signature('contentApproval')],
  ...changes,
});

const found = (version: ReleasedVersion) =>
  actsOfRelease(version, scanForSecrets(version.plain), rules).map(({ kind, key }) => [
    kind,
    key.split(':').at(-1),
  ]);

describe('a version that went out', () => {
  test('with every signature on its digest is no violation', () => {
    expect(found(release())).toEqual([]);
  });

  test('without an approval on these very bytes was published against procedure (Art.39(4))', () => {
    const review = signature('confidentialityReview');
    const other = signature('contentApproval', { digest: 'another' });
    expect(found(release({ signatures: [review, other] }))).toEqual([['unauthorised', 'approval']]);
  });

  test('whose approval was voided before it went out has none; voided afterwards it still counts (Art.39(4))', () => {
    const voided = (at: string) => [
      signature('confidentialityReview'),
      signature('contentApproval', { voidedAt: new Date(at) }),
    ];
    expect(found(release({ signatures: voided('2026-11-23T09:30:00+08:00') }))).toHaveLength(1);
    expect(found(release({ signatures: voided('2026-11-24T09:30:00+08:00') }))).toEqual([]);
  });

  test('that its own drafter approved was published against procedure (Art.39(4))', () => {
    expect(found(release({ draftedBy: 'contentApprovaler' }))).toEqual([
      ['unauthorised', 'approvedByDrafter'],
    ]);
  });

  test('approved without authority at that instant was published against procedure (Art.5(6), 39(4))', () => {
    const approved = (authority: SignatureFact['authority']) => [
      signature('confidentialityReview'),
      signature('contentApproval', { authority }),
    ];
    for (const authority of ['notInForce', 'notTheirs', 'tooNarrow', 'unrecorded', 'missing'] as const)
      expect(found(release({ signatures: approved(authority) }))).toEqual([
        ['unauthorised', 'contentApproval'],
      ]);
    expect(found(release({ signatures: approved('held') }))).toEqual([]);
  });

  test('that an organ concerned did not confirm was published against procedure (Art.14, 39(4))', () => {
    const jointOrgans = [{ id: 'health', name: '市卫健委' }];
    expect(found(release({ jointOrgans }))).toEqual([['unauthorised', 'confirmation']]);
  });

  test('without a confidentiality review lacks what Art.39(6) demands', () => {
    expect(found(release({ signatures: [signature('contentApproval')] }))).toEqual([
      ['reviewMissing', 'review'],
    ]);
  });

  test('whose text holds a classification mark is an act, and the case does not repeat the mark (Art.39(6))', () => {
    const version = release({ plain: '附件：机密★5年。咨询电话 13800000000。' });
    const [act] = actsOfRelease(version, scanForSecrets(version.plain), rules);
    expect([act?.kind, act?.evidence.filter(({ kind }) => kind === 'hit')]).toEqual([
      'reviewMissing',
      [expect.objectContaining({ detail: expect.objectContaining({ kind: 'classificationMark' }) })],
    ]);
    expect(JSON.stringify(act)).not.toContain('机密★5年');
  });
});

test('an authorisation carries the approval of its own dates, person, organ and scope, whatever became of it later (Art.5(6))', () => {
  const authorisation = {
    ...{ id: 'a', organId: 'water', grantorId: 'leader', granteeId: 'deputy', note: '', revokeReason: null },
    ...{ kinds: ['routine'] as const, subjects: [], recordedBy: 'leader', recordedAt: releasedAt },
    ...{ from: new Date('2026-11-01T00:00:00+08:00'), to: new Date('2026-12-01T00:00:00+08:00') },
    revokedAt: new Date('2026-11-24T00:00:00+08:00'),
  };
  const given = { organId: 'water', personId: 'deputy', recorded: true, authorisation };
  const signedAt = new Date('2026-11-23T09:00:00+08:00');
  const release = { kind: 'routine', title: '停水通告' } as const;
  const standing = (changes: Partial<SignedFor>) =>
    authorityAtSigning({ ...given, signedAt, ...changes }, release);
  expect(standing({})).toBe('held');
  expect(standing({ signedAt: new Date('2026-11-24T00:00:00+08:00') })).toBe('notInForce');
  expect(standing({ signedAt: new Date('2026-10-31T00:00:00+08:00') })).toBe('notInForce');
  expect(standing({ personId: 'clerk' })).toBe('notTheirs');
  expect(standing({ organId: 'transport' })).toBe('notTheirs');
  expect(standing({ authorisation: { ...authorisation, kinds: ['warning'] } })).toBe('tooNarrow');
  expect(standing({ authorisation: { ...authorisation, subjects: ['公交运营'] } })).toBe('tooNarrow');
  expect(standing({ recorded: false })).toBe('unrecorded');
  expect(standing({ authorisation: 'missing' })).toBe('missing');
  expect(standing({ authorisation: null })).toBe('held');
});

test('each clock that the city names is an act of one kind, and others of none (Art.39)', () => {
  expect(kindOfRule(rules, 'emergencyFirstRelease')).toBe('emergencyMishandled');
  expect(kindOfRule(rules, 'directiveFulfilment')).toBe('directiveDisobeyed');
  expect(kindOfRule(rules, 'rosterChange')).toBeNull();
});

test('the Guizhou file inherits what establishes each kind (Art.39)', () => {
  expect(loadCityRules('guizhou').violations).toEqual(rules);
});

test('a value against one’s own record counts in an emergency, and an ordered line counts always (Art.39(3), 39(5))', () => {
  const finding = {
    ...{
      findingId: 'f',
      explanation: '死亡人数不一致',
      explanationEn: '',
      facts: [],
      raisedAt: releasedAt,
      releaseId: 'r',
    },
    ...{ releaseTitle: '通报', organId: 'water', releasedAt, againstOwnLine: true, backwards: false },
  };
  const kinds = (emergency: boolean, directiveId: string | null) =>
    actsOfFinding({ ...finding, emergency, directiveId }).map(({ kind }) => kind);
  expect(kinds(true, null)).toEqual(['emergencyMishandled']);
  expect(kinds(false, null)).toEqual([]);
  expect(kinds(false, 'd')).toEqual(['directiveDisobeyed']);
});
