import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  conferenceDeskCasesOf,
  type ConferenceDeskCases,
} from '../../apps/dispatcher/conference-desk-cases.js';
import { aPress, type Press } from '../support/a-press.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const day = 86_400_000;

onEachEngine('the desk of a press conference', (open) => {
  let own: TestDatabase;
  let press: Press;
  let desk: ConferenceDeskCases;
  beforeAll(async () => {
    own = await open();
    press = await aPress(own.database, 'measures');
    desk = conferenceDeskCasesOf(press.city.cases, press.media);
  });
  afterAll(() => own.drop());

  const register = (reporterId: string, conferenceId = 'conference-1') =>
    desk.register.perform({ conferenceId, reporterId }, press.coordinator);
  const come = async (conferenceId: string) =>
    (await desk.show.page(conferenceId, { page: 1, pageSize: 50 }, press.coordinator)).items;

  test('only a reporter with valid credentials is registered, and once (Art.20)', async () => {
    const id = await press.reporter('记者甲');
    await expect(register(id)).rejects.toMatchObject({ reasons: [{ code: 'accreditationMissing' }] });
    await press.checked(id, { number: 'C1' });
    await register(id);
    await expect(register(id)).rejects.toMatchObject({ reasons: [{ code: 'alreadyRegistered' }] });
    expect(await come('conference-1')).toMatchObject([{ registration: 'registered', state: 'valid' }]);
  });

  test('at the desk the credential is looked at again: one that ended meanwhile lets nobody in (Art.20)', async () => {
    const id = await press.reporter('记者乙');
    await press.checked(id, { number: 'C2', validTo: '2026-11-24' });
    const registration = await register(id, 'conference-2');
    press.city.clock.travel(3 * day);
    await expect(desk.decide.admit(registration, press.coordinator)).rejects.toMatchObject({
      reasons: [{ code: 'accreditationExpired' }],
    });
    const [shown] = await come('conference-2');
    expect(shown?.actions.admit.reasons.map(({ code }) => code)).toEqual(['accreditationExpired']);
    await press.checked(id, { number: 'C2', validTo: '2027-12-31' });
    await desk.decide.admit(registration, press.coordinator);
    await expect(desk.decide.admit(registration, press.coordinator)).rejects.toMatchObject({
      reasons: [{ code: 'registrationDecided' }],
    });
  });

  test('nobody whom an official register confirms is turned away for want of credentials (Art.20)', async () => {
    const id = await press.reporter('记者丙');
    await press.checked(id, { number: 'C3', register: 'pressCardSite' });
    const registration = await register(id, 'conference-3');
    const away = { forCredentials: true, note: '证件存疑' };
    await expect(desk.decide.turnAway(registration, away, press.coordinator)).rejects.toMatchObject({
      reasons: [{ code: 'officiallyConfirmed' }],
    });
    await desk.decide.turnAway(registration, { forCredentials: false, note: '会场满员' }, press.coordinator);
    expect(await come('conference-3')).toMatchObject([{ registration: 'turnedAway', note: '会场满员' }]);
    const all = await desk.show.page('conference-3', { page: 9, pageSize: 50 }, press.coordinator);
    expect(all.counts).toEqual({ registered: 0, admitted: 0, turnedAway: 1 });
  });

  test('who does not keep the door registers nobody', async () => {
    const id = await press.reporter('记者丁');
    await press.checked(id, { number: 'C4' });
    const stranger = await press.city.actor('water', 'drafter');
    const seen = await desk.show.page('conference-4', { page: 1, pageSize: 50 }, stranger);
    expect(seen.actions.register.reasons).not.toEqual([]);
    await expect(
      desk.register.perform({ conferenceId: 'conference-4', reporterId: id }, stranger),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
