import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DriftList } from '../../libs/watch/drift.api.js';
import type { City } from './city.js';
import { ok, type Person } from './person.js';
import { aDraft, deliveries, paragraph, published, untilAll } from './release-way.js';
import { until } from './until.js';

interface Ground {
  readonly city: City;
  readonly weibo: (path: string, params: Readonly<Record<string, string>>) => Promise<Response>;
  /** So many milliseconds pass, and everything due is looked at. */
  readonly travel: (milliseconds: number) => Promise<void>;
  /** Of the organ that published, signed in since the last travel. */
  readonly person: () => Person;
}

const minute = 60_000;

/** What becomes of what is out, on the portal and on Weibo; within a journey that has a city and its clock. */
export const lookedAtAgain = (of: () => Ground): void =>
  describe('what was published is looked at again', () => {
    let id: string;
    const readBackOf = async (channel: string) =>
      (await deliveries(of().person(), id)).find((row) => row.channel === channel);

    beforeAll(async () => {
      const draft = aDraft({
        organId: 'emergency',
        title: '关于冬季防火巡查安排的通告',
        blocks: [paragraph('12月1日起，全市组织3200名护林员开展冬季防火巡查，咨询电话0000-12119。')],
        accountIds: ['portal', 'weibo'],
      });
      ({ id } = await published(await of().city.desk('emergency'), draft));
      await untilAll(of().person(), id, ['delivered']);
      // Listed for a look ten minutes after it went out.
      await until(
        () => readBackOf('weibo'),
        (row) => row?.readBack !== null,
      );
    });

    /** What stands on 今天 of who asks. */
    const drifts = async (person: Person) =>
      ok(await person.get<DriftList>('/drifts')).items.filter(({ releaseId }) => releaseId === id);

    test('what nobody touched is seen as approved, and the row says so', async () => {
      await of().travel(70 * minute);
      const rows = await untilAll(of().person(), id, ['verified']);
      expect(rows.map(({ readBack }) => [readBack?.outcome, readBack?.drift])).toEqual([
        ['same', null],
        ['same', null],
      ]);
    });

    test('a number changed on the page by hand is shown with what was approved, and told; put right, it closes itself', async () => {
      const file = `${of().city.portalRoot}/r/${id}.html`;
      const page = readFileSync(file, 'utf8');
      writeFileSync(file, page.replaceAll('3200名', '5200名'));
      await of().travel(6 * 60 * minute);
      const changed = await until(
        () => readBackOf('portal'),
        (row) => row?.readBack?.outcome === 'differs',
      );
      const [difference] = changed?.readBack?.drift?.differences ?? [];
      expect(difference).toMatchObject({ part: 'number' });
      expect(difference?.published).toContain('3200名');
      expect(difference?.shown).toContain('5200名');
      expect(await drifts(of().person())).toMatchObject([
        { releaseId: id, kind: 'differs', organ: { id: 'emergency' }, differences: [difference] },
      ]);
      // Another organ's drafter reads nothing of it; the office does.
      expect(await drifts((await of().city.desk('education')).drafter)).toEqual([]);
      expect(await drifts(await of().city.signIn('coordinator'))).toHaveLength(1);
      const subjects = () =>
        of()
          .city.sandbox.posted.mails()
          .map(({ subject }) => subject);
      await until(
        async () => subjects(),
        (told) => told.some((subject) => subject.startsWith('【与审定稿不符】关于冬季防火巡查')),
      );
      writeFileSync(file, page);
      await of().travel(11 * minute);
      const mended = await until(
        () => readBackOf('portal'),
        (row) => row?.readBack?.outcome === 'same',
      );
      expect(mended?.readBack?.drift).toBeNull();
      expect(await drifts(of().person())).toEqual([]);
    });

    test('a post that the platform took down is found gone, and is not sent again', async () => {
      const row = await readBackOf('weibo');
      const destroyed = await of().weibo('/2/statuses/destroy.json', { id: row?.receipt?.remoteId ?? '' });
      expect(destroyed.status).toBe(200);
      await of().travel(25 * 60 * minute);
      const gone = await until(
        () => readBackOf('weibo'),
        (seen) => seen?.readBack?.outcome === 'gone',
      );
      expect(gone).toMatchObject({ state: 'verified', readBack: { drift: { kind: 'gone' } } });
      expect(
        of()
          .city.sandbox.posted.weibo()
          .filter(({ text }) => text.includes('防火巡查')),
      ).toHaveLength(1);
    });

    test('a script and another foot put into the page are seen, although every word of the article is as approved', async () => {
      const file = `${of().city.portalRoot}/r/${id}.html`;
      const page = readFileSync(file, 'utf8');
      const script = '<script src="https://elsewhere.example/x.js"></script></head>';
      writeFileSync(file, page.replace('</head>', script).replace('主办单位', '某某单位'));
      await of().travel(3 * 24 * 60 * minute);
      const changed = await until(
        () => readBackOf('portal'),
        (row) => row?.readBack?.outcome === 'differs',
      );
      const differences = changed?.readBack?.drift?.differences ?? [];
      expect(new Set(differences.map(({ part }) => part))).toEqual(new Set(['around']));
      const shown = differences.map((difference) => difference.shown).join('\n');
      expect(shown).toContain('脚本：https://elsewhere.example/x.js');
      expect(shown).toContain('某某单位');
      writeFileSync(file, page);
      await of().travel(11 * minute);
      await until(
        () => readBackOf('portal'),
        (row) => row?.readBack?.outcome === 'same',
      );
    });
  });
