import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aConference, conferencesIn, type ConferenceCases } from '../../test/support/a-conference.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { refused } from '../../test/support/refused.js';
import { authorisationInputSchema } from '../authorisation/authorisation.api.js';

const minuteMs = 60_000;

onEachEngine('the step of the main leader', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: ConferenceCases;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    cases = await conferencesIn(city);
  });
  afterAll(() => opened.drop());

  const a = () => aConference(city, cases);
  const coordinator = () => city.actor('office', 'coordinator');

  test('is signed for the main leader only by himself or whom he authorised at that instant (Art.5(6), 31)', async () => {
    const { id, digest } = await a().applied();
    await cases.answer.perform(id, { digest, decision: 'agreed', note: '' }, await coordinator());
    const deputy = await city.actor('transport', 'deputy');
    const input = { step: 'principalLeader', digest, note: '', signer: null };
    const sign = () => cases.sign.perform(id, input, deputy);
    expect(await refused(sign())).toEqual(['notAuthorised']);
    const authorise = async (changes: object) => {
      const from = city.clock.now().toISOString();
      const to = new Date(city.clock.now().getTime() + 60 * minuteMs).toISOString();
      const given = { organId: 'transport', granteeId: deputy.personId, from, to, ...changes };
      await city.authorisation.grant.perform(
        authorisationInputSchema.parse(given),
        await city.actor('transport', 'approver'),
      );
    };
    await authorise({ kinds: ['emergency'] });
    expect(await refused(sign())).toEqual(['authorisationTooNarrow']);
    await authorise({});
    city.clock.travel(61 * minuteMs);
    expect(await refused(sign())).toEqual(['authorisationNotInForce']);
    await authorise({});
    await sign();
    const step = (await cases.show.one(id, await coordinator())).chain.groups
      .flat()
      .find((each) => each.step === 'principalLeader');
    expect(step?.signature).toMatchObject({ signerName: deputy.name, authorised: true });
  });
});
