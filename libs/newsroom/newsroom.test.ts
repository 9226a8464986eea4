import { expect, test } from '@jest/globals';
import { linkState, signedLink, tokenOf } from './link/outlet-link.js';
import { sumsOf } from './press-files.js';
import { standingOf, type Candidate } from './shown-release.js';

const hour = new Date('2026-12-01T00:00:00Z');
const sent: Candidate = {
  ...{ releaseId: 'a', state: 'scheduled', version: 1, scheduledAt: hour },
  ...{ publicVersion: null, wasOut: false, sentVersion: 1 },
};
const kindOf = (changes: Partial<Candidate>) => standingOf({ ...sent, ...changes })?.kind ?? null;

test('before its hour a release is shown in exactly the version that was sent, while it waits', () => {
  expect(standingOf(sent)).toEqual({ kind: 'embargoed', version: 1, until: hour });
  expect(kindOf({ sentVersion: null })).toBeNull();
  expect(kindOf({ version: 2 })).toBe('heldBack');
  for (const state of ['draft', 'returned', 'approved', 'heldByGate', 'withdrawn'] as const)
    expect(kindOf({ state })).toBe('heldBack');
});

test('what is out is shown as the portal shows it, and nothing of it once it is withdrawn', () => {
  const out = { state: 'released', wasOut: true, publicVersion: 1, scheduledAt: null } as const;
  expect(standingOf({ ...sent, ...out })).toEqual({ kind: 'out', version: 1 });
  expect(standingOf({ ...sent, ...out, sentVersion: null })).toEqual({ kind: 'out', version: 1 });
  // Its correction is drafted, and then released but not on the portal yet.
  expect(standingOf({ ...sent, ...out, state: 'draft', version: 2 })).toEqual({ kind: 'out', version: 1 });
  expect(standingOf({ ...sent, ...out, version: 2 })).toEqual({ kind: 'out', version: 1 });
  expect(kindOf({ ...out, state: 'withdrawn' })).toBe('withdrawn');
  expect(kindOf({ ...out, publicVersion: null, sentVersion: null })).toBeNull();
});

test('a link is ours only as we signed it, and stands until its end or its revocation', () => {
  const token = tokenOf({ id: '018f0000-0000-7000-8000-00000000a001', expiresAt: hour }, 'key');
  expect(token.length).toBeLessThan(100);
  expect(signedLink(token, 'key')).toBe('018f0000-0000-7000-8000-00000000a001');
  const [id = '', end = '', signature = ''] = token.split('.');
  for (const forged of ['', id, `${id}.${end}`, `${id}.zzzzzz.${signature}`, `x${token}`, `${token}.x`])
    expect(signedLink(forged, 'key')).toBeNull();
  expect(signedLink(token, 'another key')).toBeNull();
  const before = new Date(hour.getTime() - 1);
  expect(linkState({ revokedAt: null, expiresAt: hour }, before)).toBe('inForce');
  expect(linkState({ revokedAt: null, expiresAt: hour }, hour)).toBe('expired');
  expect(linkState({ revokedAt: before, expiresAt: hour }, before)).toBe('revoked');
});

test('SHA256SUMS is what sha256sum reads', () => {
  const file = { name: '公告.docx', sha256: 'ab'.repeat(32), mimeType: '', bytes: new Uint8Array() };
  expect(sumsOf([file])).toBe(`${'ab'.repeat(32)}  公告.docx\n`);
});
