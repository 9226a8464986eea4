import type { Actor } from '@koujing/access';
import { addDays, civilDayOf } from '@koujing/calendar';
import { civilYear } from '@koujing/kernel';
import { recordEntrySchema } from '../../../libs/register/register.api.js';
import type { RegisterCases } from '../register-cases.js';
import type { DemoCity } from './demo-city.js';

/** How a demo organ's attestation and the office's entries come to be: each by who may record it. */
export interface Recorders {
  readonly coordinator: Actor;
  readonly leaderOf: (organ: string) => Promise<Actor>;
}

/** The demo's small registers, and where its newest releases were relayed; a line that stands already is left. */
export const seedRegisters = async (
  cases: RegisterCases,
  city: DemoCity,
  { coordinator, leaderOf }: Recorders,
  now: Date,
): Promise<void> => {
  const known = await Promise.all(
    (['expert', 'relaySite', 'noPayment', 'pressArea', 'training', 'interpretation'] as const).map(
      (register) => cases.show.page(register, { page: 1, pageSize: 1 }, coordinator),
    ),
  );
  if (known.some(({ total }) => total > 0)) return;
  for (const { register, organ, detail } of city.registers) {
    const input = { register, organId: organ, detail: filled(detail, now) };
    const actor = register === 'noPayment' ? await leaderOf(organ) : coordinator;
    await cases.record.perform(recordEntrySchema.parse(input), actor);
  }
  await seedRelays(cases, coordinator);
  await seedInterpretation(cases, coordinator);
};

const seedRelays = async (cases: RegisterCases, coordinator: Actor): Promise<void> => {
  const { items } = await cases.relays.page({ page: 1, pageSize: 2 });
  for (const { release, sites } of items)
    for (const [index, { siteId }] of sites.slice(0, 2).entries())
      await cases.record.perform(
        recordEntrySchema.parse({
          register: 'relay',
          organId: 'office',
          detail: { releaseId: release.id, siteId, state: index === 0 ? 'relayed' : 'asked' },
        }),
        coordinator,
      );
};

/** An expert of an organ explains what that organ released last (Art.11). */
const seedInterpretation = async (cases: RegisterCases, coordinator: Actor): Promise<void> => {
  const { items: experts } = await cases.show.page('expert', { page: 1, pageSize: 50 }, coordinator);
  const { items: released } = await cases.relays.page({ page: 1, pageSize: 50 });
  const explained = released.find(({ organ }) => experts.some((expert) => expert.organ.id === organ.id));
  const expert = experts.find(({ organ }) => organ.id === explained?.organ.id);
  if (explained === undefined || expert === undefined) return;
  await cases.record.perform(
    recordEntrySchema.parse({
      register: 'expertInterpretation',
      organId: explained.organ.id,
      detail: { releaseId: explained.release.id, expertId: expert.id, note: '就群众关心的专业问题作了解读' },
    }),
    coordinator,
  );
};

const filled = (detail: Readonly<Record<string, unknown>>, now: Date): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typeof value === 'string' ? dated(value, now) : value,
    ]),
  );

const dated = (text: string, now: Date): string | number => {
  if (text === '{year}') return civilYear(now);
  return text
    .replace(/\{d-(\d+)\}/gu, (_, days: string) => addDays(civilDayOf(now), -Number(days)))
    .replaceAll('{year}', String(civilYear(now)));
};
