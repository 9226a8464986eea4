import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import type { StandingChoice } from '../../libs/media/accreditation/accreditation.api.js';
import { reporterInputSchema } from '../../libs/media/media.api.js';
import { aMatter } from '../support/a-matter.js';
import { aPress, type Press } from '../support/a-press.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

describe.each(['measures', 'guizhou'])('under the rules of %s', (rules) => {
  onEachEngine('credentials of reporters', (open) => {
    let own: TestDatabase;
    let press: Press;
    beforeAll(async () => {
      own = await open();
      press = await aPress(own.database, rules);
    });
    afterAll(() => own.drop());

    const standing = (id: string) => press.media.showAccreditations.one(id, press.coordinator);
    const page = { page: 1, pageSize: 50 };

    test('a reporter nobody has checked has no standing, a confirmed card gives one until its last day (Art.20)', async () => {
      const id = await press.reporter('记者甲');
      expect((await standing(id)).state).toBe('missing');
      await press.checked(id, { validTo: '2027-06-30', register: 'pressCardSite' });
      expect(await standing(id)).toMatchObject({ state: 'valid', until: '2027-06-30', official: true });
    });

    test('who ends within the days of the rules file is listed as ending, and is expired the day after (Art.20)', async () => {
      const id = await press.reporter('记者乙');
      await press.checked(id, { number: 'K2', validTo: '2026-12-31' });
      expect((await standing(id)).state).toBe('ending');
      const { items } = await press.media.showAccreditations.list(
        { ...page, state: 'ending' },
        press.coordinator,
      );
      expect(items.map(({ reporter }) => reporter.name)).toEqual(['记者乙']);
      const other = await press.reporter('记者丙');
      await press.checked(other, { number: 'K3', validTo: '2026-11-22' });
      expect((await standing(other)).state).toBe('expired');
    });

    test('who was taken out of the register is listed by that choice alone, and can be put back from there', async () => {
      const { outletId, coordinator, media } = press;
      const input = reporterInputSchema.parse({ outletId, name: '记者子', address: 'zi@chenbao.example' });
      const id = await media.saveReporter.perform(null, input, coordinator);
      const listed = async (state?: StandingChoice) => {
        const query = { ...page, q: '记者子', ...(state === undefined ? {} : { state }) };
        const { items } = await media.showAccreditations.list(query, coordinator);
        return items.map(({ reporter }) => reporter.id);
      };
      const isActive = (active: boolean) => media.saveReporter.perform(id, { ...input, active }, coordinator);
      expect([await listed(), await listed('inactive')]).toEqual([[id], []]);
      await isActive(false);
      expect([await listed(), await listed('missing'), await listed('inactive')]).toEqual([[], [], [id]]);
      await isActive(true);
      expect([await listed(), await listed('inactive')]).toEqual([[id], []]);
    });

    test('the newest look at a card counts: one that is no longer confirmed gives no standing (Art.20)', async () => {
      const id = await press.reporter('记者丁');
      await press.checked(id, { number: 'K4' });
      press.city.clock.travel(60_000);
      await press.checked(id, { number: 'K4', confirmed: false });
      const found = await standing(id);
      expect([found.state, found.checks.map(({ confirmed }) => confirmed)]).toEqual([
        'missing',
        [false, true],
      ]);
    });

    test('staff without a card stand only as long as the named holder who leads them (Art.20)', async () => {
      const holder = await press.reporter('记者戊');
      const led = await press.reporter('见习己');
      const form = { credential: 'ledByHolder', register: 'outletLetter', number: '', validTo: null };
      await expect(press.checked(led, form)).rejects.toMatchObject({ reasons: [{ code: 'leaderNeeded' }] });
      await expect(press.checked(led, { ...form, ledById: holder })).rejects.toMatchObject({
        reasons: [{ code: 'leaderNotHolder' }],
      });
      await press.checked(holder, { number: 'K5', validTo: '2027-03-31' });
      await press.checked(led, { ...form, ledById: holder });
      expect(await standing(led)).toMatchObject({
        ...{ state: 'valid', until: '2027-03-31', official: false },
        ledBy: { name: '记者戊' },
      });
      const third = await press.reporter('见习庚');
      await expect(press.checked(third, { ...form, ledById: led })).rejects.toMatchObject({
        reasons: [{ code: 'leaderNotHolder' }],
      });
      press.city.clock.travel(60_000);
      await press.checked(holder, { number: 'K5', confirmed: false });
      expect((await standing(led)).state).toBe('missing');
    });

    test('a look names what the rules file allows, and a wrong one records nothing (Art.20)', async () => {
      const id = await press.reporter('记者辛');
      await expect(press.checked(id, { credential: 'libraryCard' })).rejects.toMatchObject({
        reasons: [
          { code: 'unknownCredential', field: 'credential', allowed: expect.stringContaining('pressCard') },
        ],
      });
      await expect(press.checked(id, { register: 'hearsay' })).rejects.toMatchObject({
        reasons: [{ code: 'unknownRegister', field: 'register' }],
      });
      await expect(press.checked(id, { number: '', validTo: null })).rejects.toMatchObject({
        reasons: [{ code: 'numberNeeded' }, { code: 'validToNeeded' }],
      });
      expect((await standing(id)).checks).toEqual([]);
    });

    test('a look is kept with who took it, when, how, and on which matter, and stands in the audit trail (Art.20)', async () => {
      const id = await press.reporter('记者壬');
      const matterId = await aMatter(press.city).titled('滨河路改造').opened();
      await press.checked(id, { number: 'K6', matterId, note: '原件清晰' });
      const [look] = (await standing(id)).checks;
      expect(look).toMatchObject({
        ...{ register: 'originalSeen', note: '原件清晰', checkedBy: { id: 'office-coordinator' } },
        matter: { id: matterId, title: '滨河路改造' },
      });
      const trail = await press.city.cases.audit.of(own.database.queries, 'reporter', id);
      expect(trail.map(({ action }) => action)).toContain('media.checkAccreditation');
    });

    test('who only co-signs neither checks credentials nor reads them', async () => {
      const id = await press.reporter('记者癸');
      const coSigner = await press.city.actor('water', 'coSigner');
      await expect(press.media.showAccreditations.one(id, coSigner)).rejects.toMatchObject({
        code: 'forbidden',
      });
    });
  });
});

test('a credential without its article, or days that are none, keep the house from starting, both told at once', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'koujing-rules-')), 'city.yaml');
  writeFileSync(
    file,
    'accreditation:\n  endingWithin: { days: 0 }\n  credentials:\n    stagePass: { title: 后台证, titleEn: Stage pass }\n',
  );
  expect(() => loadCityRules(file)).toThrow(/stagePass\.article/u);
  expect(() => loadCityRules(file)).toThrow(/endingWithin\.days/u);
});
