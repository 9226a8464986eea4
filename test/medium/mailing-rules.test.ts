import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Audience } from '@koujing/media';
import { mailingListInputSchema, reporterInputSchema, type ListRule } from '../../libs/media/media.api.js';
import { aPress, type Press } from '../support/a-press.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const day = 86_400_000;

onEachEngine('a mailing list with a rule', (open) => {
  let own: TestDatabase;
  let press: Press;
  beforeAll(async () => {
    own = await open();
    press = await aPress(own.database, 'measures');
  });
  afterAll(() => own.drop());

  const list = (name: string, rule: Partial<ListRule> | null) =>
    press.media.saveList.perform(null, mailingListInputSchema.parse({ name, rule }), press.coordinator);
  const gets = async (id: string): Promise<readonly string[]> =>
    new Audience(press.city.clock).addresses(own.database.queries, [id]);
  const counted = async (q: string) =>
    (await press.media.show.lists({ q, page: 1, pageSize: 10 }, press.coordinator)).items[0]?.members;
  const reporter = (name: string, beat: string) => {
    const input = { outletId: press.outletId, name, beat, address: `${name}@chenbao.example` };
    return press.media.saveReporter.perform(null, reporterInputSchema.parse(input), press.coordinator);
  };

  test('holds whoever is accredited on the day of sending, and nobody whose card has ended (Art.20)', async () => {
    const id = await list('持证记者', { accredited: true });
    expect(await gets(id)).toEqual([]);
    await press.checked(await reporter('a', '时政'), { number: 'L1', validTo: '2026-11-24' });
    await press.checked(await reporter('b', '民生'), { number: 'L2', validTo: '2028-12-31' });
    await reporter('c', '民生');
    expect(await gets(id)).toEqual(['a@chenbao.example', 'b@chenbao.example']);
    expect(await counted('持证记者')).toBe(2);
    press.city.clock.travel(2 * day);
    expect(await gets(id)).toEqual(['b@chenbao.example']);
    expect(await counted('持证记者')).toBe(1);
  });

  test('takes the kind of outlet and the beat into account, and whoever is named beside the rule (Art.20)', async () => {
    const byBeat = await list('民生记者', { accredited: false, beat: '民生' });
    expect(await gets(byBeat)).toEqual(['b@chenbao.example', 'c@chenbao.example']);
    const broadcasters = await list('电台记者', { accredited: false, kinds: ['broadcaster'] });
    expect(await gets(broadcasters)).toEqual([]);
    const named = await press.reporter('特约记者');
    await press.media.saveList.members(broadcasters, { add: [named], remove: [] }, press.coordinator);
    expect(await gets(broadcasters)).toHaveLength(1);
    const { items } = await press.media.show.reporters(
      { list: byBeat, page: 1, pageSize: 10 },
      press.coordinator,
    );
    expect(items.map(({ name }) => name)).toEqual(['b', 'c']);
  });

  test('an import that names the list leaves its rule as it is', async () => {
    const id = await list('保留规则', { accredited: true });
    const row = {
      outlet: '滨海晨报（虚构）',
      outletKind: 'newspaper' as const,
      name: '编辑部',
      phone: '',
      beat: '',
    };
    await press.media.importMedia.perform(
      { reporters: [{ ...row, address: 'desk@chenbao.example', lists: ['保留规则'] }], accreditedLists: [] },
      press.coordinator,
    );
    expect(await gets(id)).toEqual(['b@chenbao.example', 'desk@chenbao.example']);
  });
});
