import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Role } from '@koujing/access';
import { mailboxKey } from '@koujing/kernel';
import { mailAddressSchema } from '../kernel/mail-address.api.js';
import { mayEditMedia, mayReadMedia } from './may-edit-media.js';
import { partOf } from './search.js';

const actor = (role: Role, more: { office?: boolean; organId?: string | null } = {}): Actor => ({
  personId: 'p',
  name: '周文',
  grants: [{ role, organId: 'organId' in more ? (more.organId ?? null) : 'o', office: more.office ?? false }],
});

test('the office writes the register of the media, a county coordinator does not', () => {
  expect(mayEditMedia(actor('coordinator', { office: true }))).toEqual([]);
  expect(mayEditMedia(actor('administrator', { organId: null }))).toEqual([]);
  expect(mayEditMedia(actor('coordinator'))).toMatchObject([{ code: 'lacksRole' }]);
  expect(mayEditMedia(actor('drafter', { office: true }))).toMatchObject([{ code: 'lacksRole' }]);
});

test('a drafter reads the register, a co-signer has no need to', () => {
  expect(mayReadMedia(actor('drafter'))).toEqual([]);
  expect(mayReadMedia(actor('coSigner'))).toMatchObject([{ code: 'lacksRole' }]);
});

test('a searched word is taken literally', () => {
  expect(partOf(' 50%_a\\ ')).toBe('%50\\%\\_a\\\\%');
});

test.each(['desk@news.example', '新闻@例子.example', 'a.b+c@x-y.news.example', 'x@新闻.公司'])(
  '%s is an address',
  (address) => expect(mailAddressSchema.parse(address)).toBe(address),
);

test.each([
  'a@b',
  'a b@news.example',
  'a@news.example, b@news.example',
  '<a@news.example>',
  'a@news.example\r\nBcc: b@news.example',
  '"a"@news.example',
  'a\u0000@news.example',
  'a@-news.example',
  '@news.example',
])('%j is no address', (address) => expect(mailAddressSchema.safeParse(address).success).toBe(false));

test('whatever passes as an address holds nothing that ends a header or starts another recipient', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (noise) => {
      const result = mailAddressSchema.safeParse(`${noise}@news.example`);
      if (result.success) expect(result.data).not.toMatch(/[\s\p{C}",:;<>()[\]\\]/u);
    }),
  );
});

test('one mailbox has one key, however it is spelt', () => {
  expect(mailboxKey(' Desk@News.Example ')).toBe(mailboxKey('desk@news.example'));
});
