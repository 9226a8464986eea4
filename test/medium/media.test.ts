import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AuditTrail } from '@koujing/audit';
import { CancelUnsent } from '@koujing/dispatch';
import {
  Audience,
  ImportMedia,
  LiftSuppression,
  MailingListStore,
  OutletStore,
  ReporterStore,
  SaveMailingList,
  SaveReporter,
  ShowMedia,
  SuppressAddress,
  SuppressionStore,
  DepartureStore,
} from '@koujing/media';
import type { Actor } from '@koujing/access';
import { mediaImportSchema, type MediaImportInput } from '../../libs/media/media.api.js';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

const desk = (n: number, lists: string[] = ['全市媒体']) => ({
  outlet: '滨海日报',
  name: `编辑部${n}`,
  address: `desk${n}@news.example`,
  lists,
});

onEachEngine('the register of the media', (open) => {
  let house: House;
  let parts: ConstructorParameters<typeof ImportMedia>[0];
  let coordinator: Actor;
  let audience: Audience;

  beforeAll(async () => {
    house = await House.open(await open());
    audience = new Audience(house.clock);
    const { database, audit, clock } = house;
    parts = {
      ...{ database, audit, clock },
      outlets: new OutletStore(),
      reporters: new ReporterStore(),
      lists: new MailingListStore(),
      suppressions: new SuppressionStore(),
    };
    coordinator = {
      personId: house.person,
      name: '周文',
      grants: [{ role: 'coordinator', organId: null, office: false }],
    };
  });

  beforeEach(async () => {
    await house.clear();
    for (const table of [
      'mailing_list_member',
      'mailing_list',
      'media_reporter',
      'media_outlet',
      'suppression',
    ] as const)
      await house.database.queries.deleteFrom(table).execute();
  });

  afterAll(() => house.close());

  const taken = (file: MediaImportInput) =>
    new ImportMedia(parts).perform(mediaImportSchema.parse(file), coordinator);
  const listed = async (name: string) => {
    const { items } = await new ShowMedia(parts).lists({ q: name, page: 1, pageSize: 10 }, coordinator);
    return items[0];
  };
  const suppress = () => new SuppressAddress(parts, [new CancelUnsent(house.audit)]);

  test('a file of ten thousand reporters makes outlets, reporters and lists, and a second one doubles nothing', async () => {
    const reporters = Array.from({ length: 10_000 }, (_, n) => desk(n));
    expect(await taken({ reporters })).toEqual({ outlets: 1, reporters: 10_000, lists: 1 });
    await taken({ reporters: reporters.slice(0, 10) });
    const list = await listed('全市媒体');
    expect(list).toMatchObject({ members: 10_000, suppressed: 0, accredited: false });
    expect(await audience.addresses(house.database.queries, [list?.id ?? ''])).toHaveLength(10_000);
  });

  test('who has left stays in the register and gets nothing', async () => {
    await taken({ reporters: [desk(1), desk(2)] });
    const { items } = await new ShowMedia(parts).reporters(
      { q: 'desk1@', page: 1, pageSize: 10 },
      coordinator,
    );
    const [reporter] = items;
    const { outletId = '', name = '', address = '' } = reporter ?? {};
    const left = { outletId, name, address, phone: '', beat: '', active: false };
    await new SaveReporter(parts).perform(reporter?.id ?? '', left, coordinator);
    const list = await listed('全市媒体');
    expect(await audience.addresses(house.database.queries, [list?.id ?? ''])).toEqual([
      'desk2@news.example',
    ]);
  });

  test('one address belongs to one reporter, in whatever spelling', async () => {
    await taken({ reporters: [desk(1)] });
    const { items } = await new ShowMedia(parts).reporters({ page: 1, pageSize: 10 }, coordinator);
    const input = { outletId: items[0]?.outletId ?? '', name: '另一位', address: 'DESK1@News.example' };
    await expect(
      new SaveReporter(parts).perform(null, { ...input, phone: '', beat: '', active: true }, coordinator),
    ).rejects.toMatchObject({ code: 'refused', reasons: [{ code: 'addressTaken' }] });
  });

  test('a list with an unknown reporter is left as it is', async () => {
    await taken({ reporters: [desk(1)] });
    const list = await listed('全市媒体');
    await expect(
      new SaveMailingList({ ...parts, departures: new DepartureStore() }).members(
        list?.id ?? '',
        { add: ['nobody'], remove: [] },
        coordinator,
      ),
    ).rejects.toMatchObject({ reasons: [{ code: 'unknownReporters' }] });
    expect((await listed('全市媒体'))?.members).toBe(1);
  });

  describe('a stopped address', () => {
    const mail = new Platform('mail', { perRecipient: true, waitsForPortal: false });

    test('gets no row that is sent, and its row says why', async () => {
      await house.connect(mail);
      await suppress().perform({ address: 'Gone@news.example', reason: '来电告知' }, coordinator);
      const id = await house.approved();
      await house.database.queries
        .updateTable('release_version')
        .set({
          recipients: JSON.stringify(['gone@news.example', 'here@news.example']) as unknown as string[],
        })
        .where('release_id', '=', id)
        .execute();
      const answer = await house
        .publisher({
          enqueue: async () => undefined,
          work: () => undefined,
          start: async () => undefined,
          stop: async () => undefined,
        })
        .perform(id, await digestOfRelease(id), house.spokesperson());
      expect(answer).toMatchObject({ deliveries: 1, suppressed: 1 });
      const rows = await house.rows(id);
      expect(rows.map(({ recipient, state, lastCode }) => [recipient, state, lastCode])).toEqual([
        ['gone@news.example', 'cancelled', 'suppressed'],
        ['here@news.example', 'planned', null],
      ]);
    });

    test('also loses the mail that nobody has claimed yet, and that one alone', async () => {
      await house.connect(mail);
      const id = await house.release([mail], ['gone@news.example', 'here@news.example']);
      await suppress().perform({ address: 'gone@news.example', reason: '来电告知' }, coordinator);
      const rows = await house.rows(id);
      expect(rows.map(({ state }) => state)).toEqual(['cancelled', 'planned']);
    });

    test('is stopped once, and gets mail again when somebody lifts it with a reason', async () => {
      const address = 'once@news.example';
      await suppress().perform({ address, reason: '一' }, coordinator);
      await suppress().perform({ address, reason: '二' }, coordinator);
      const show = new ShowMedia(parts);
      const { items } = await show.suppressions({ page: 1, pageSize: 10 }, coordinator);
      expect(items).toMatchObject([{ address, cause: 'byHand', detail: '一' }]);
      const lift = new LiftSuppression(parts);
      await lift.perform(items[0]?.id ?? '', { reason: '误停' }, coordinator);
      expect(await audience.suppressed(house.database.queries, [address])).toEqual(new Map());
      await expect(lift.perform(items[0]?.id ?? '', { reason: '再来' }, coordinator)).rejects.toMatchObject({
        code: 'notFound',
      });
      const history = await show.suppressions({ page: 1, pageSize: 10, all: 'true' }, coordinator);
      expect(history.items).toMatchObject([{ liftReason: '误停' }]);
      const trail = await new AuditTrail(house.clock).of(house.database.queries, 'mailAddress', address);
      expect(trail.map(({ action }) => action)).toEqual(['media.suppress', 'media.liftSuppression']);
    });
  });

  const digestOfRelease = async (id: string): Promise<string> => {
    const query = house.database.queries.selectFrom('release_version').select('digest');
    return (await query.where('release_id', '=', id).executeTakeFirstOrThrow()).digest;
  };
});
