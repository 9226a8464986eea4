import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startCity, type City } from '../support/city.js';
import type { Refusal } from '../support/person.js';

let city: City;

beforeAll(async () => {
  city = await startCity();
});

afterAll(() => city.close());

interface Offered {
  readonly actions: Readonly<Record<string, { readonly reasons: readonly { readonly code: string }[] }>>;
}

const lists = [
  ['/plans', 'draft'],
  ['/directives', 'issue'],
  ['/matters', 'open'],
  ['/incidents', 'report'],
  ['/conferences', 'plan'],
  ['/organs', 'edit'],
  ['/statutory-issuers', 'edit'],
  ['/media/outlets', 'edit'],
  ['/media/lists', 'edit'],
  ['/media/accreditations', 'edit'],
  ['/media/suppressions', 'edit'],
] as const;

/** The register of organs is the office's administrator's to keep (Art.4). */
const administrators: readonly string[] = ['/organs', '/statutory-issuers'];

const codes = async (username: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const person = await city.as(username);
  const answers = await Promise.all(
    lists.map(async ([path, action]) => {
      const { body } = await person.get<Offered>(path);
      return [path, (body.actions[action]?.reasons ?? []).map(({ code }) => code)] as const;
    }),
  );
  return Object.fromEntries(answers);
};

test('every list says to whoever may begin nothing there why, and to whoever may that nothing bars it', async () => {
  const auditor = await codes('auditor');
  expect(Object.values(auditor)).toEqual(lists.map(() => ['lacksRole']));
  const coordinator = await codes('coordinator');
  const free = lists.map(([path]) => path).filter((path) => !['/plans', ...administrators].includes(path));
  expect(free.map((path) => coordinator[path])).toEqual(free.map(() => []));
  expect(administrators.map((path) => coordinator[path])).toEqual([['lacksRole'], ['lacksRole']]);
  const administrator = await codes('administrator');
  expect(administrators.map((path) => administrator[path])).toEqual([[], []]);
  const drafter = await codes('drafter');
  expect([drafter['/plans'], drafter['/matters'], drafter['/directives']]).toEqual([[], [], ['lacksRole']]);
});

test('the sentence on a grey button is the one that the server refuses with', async () => {
  const auditor = await city.as('auditor');
  const { body } = await auditor.get<Offered>('/media/outlets');
  const refused = await auditor.post<Refusal>('/media/outlets', {
    name: '滨海晚报',
    kind: 'newspaper',
    note: '',
  });
  expect(refused.body.reasons).toEqual(body.actions['edit']?.reasons);
});
