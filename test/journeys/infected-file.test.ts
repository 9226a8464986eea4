import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Problem } from '@koujing/kernel';
import { startCity, type City } from '../support/city.js';

/** What the scanner of this city knows. */
const known = 'NOT-A-VIRUS-BUT-CALLED-ONE';
let away = false;
let city: City;

const say = (code: string) => ({ code, message: code, messageEn: code });

beforeAll(async () => {
  city = await startCity({
    roles: ['web'],
    scan: async (bytes) => {
      if (away) throw new Problem('unavailable', [say('scannerAway')]);
      if (Buffer.from(bytes).includes(known)) throw new Problem('refused', [say('infectedFile')]);
    },
  });
});
afterAll(() => city.close());

const codesOf = (body: unknown): unknown =>
  (body as { readonly reasons?: readonly { readonly code: string }[] }).reasons?.map(({ code }) => code);

test.each(['/images', '/attachments', '/import', '/register-files', '/conferences/none/materials/statement'])(
  'nothing comes in by %s that the scanner refuses, or while it gives no answer',
  async (path) => {
    const drafter = await city.as('drafter');
    away = false;
    const infected = await drafter.upload(path, 'a.txt', Buffer.from(`通知 ${known}`), 'text/plain');
    expect([infected.status, codesOf(infected.body)]).toEqual([422, ['infectedFile']]);
    away = true;
    const unseen = await drafter.upload(path, 'a.txt', Buffer.from('通知'), 'text/plain');
    expect([unseen.status, codesOf(unseen.body)]).toEqual([503, ['scannerAway']]);
  },
);

test('what the scanner lets through is taken as ever', async () => {
  away = false;
  const drafter = await city.as('drafter');
  const { status } = await drafter.upload('/attachments', 'a.txt', Buffer.from('附件一'), 'text/plain');
  expect(status).toBe(201);
});
