import type { Actor } from '@koujing/access';
import { ReadLine } from '@koujing/conflict';
import { civilTime, TravellingClock } from '@koujing/kernel';
import { OpenMatter, StateLine } from '@koujing/matter';
import { directiveInputSchema } from '../../../libs/matter/directive/directive.api.js';
import { periodPlanInputSchema } from '../../../libs/matter/period/period.api.js';
import { approvePlanSchema, planInputSchema } from '../../../libs/matter/plan/plan.api.js';
import { directiveCasesOf } from '../directive-cases.js';
import type { UseCases } from '../use-cases.js';
import { demoInstant } from './demo-date.js';
import type { DemoPlans } from './demo-plans.js';

export type ActorOf = (organ: string, role: string) => Promise<Actor>;

const firstPage = { page: 1, pageSize: 200 };

/** The demo's plan of a meeting matter, its year and its directives; what an interrupted start has left stays. */
export const seedPlans = async (
  cases: UseCases,
  { plan, year, directives }: DemoPlans,
  actorOf: ActorOf,
  now: Date,
): Promise<void> => {
  await seedPlan(cases, plan, actorOf, now);
  await seedYear(cases, year, await actorOf('office', 'coordinator'), now);
  for (const directive of directives) await seedDirective(cases, directive, actorOf, now);
};

const seedPlan = async (
  cases: UseCases,
  plan: DemoPlans['plan'],
  actorOf: ActorOf,
  now: Date,
): Promise<void> => {
  const lead = await actorOf(plan.lead, 'approver');
  const { items } = await cases.plan.show.page(firstPage, lead);
  if (items.some(({ item }) => item === plan.item)) return;
  const input = planInputSchema.parse({
    ...{ meetingOrganId: plan.meetingOrgan, meeting: plan.meeting, item: plan.item, leadOrganId: plan.lead },
    metOn: civilTime(demoInstant(now, plan.met)).slice(0, 10),
    ...{ outline: plan.outline, ...plan.proposed, dueAt: civilTime(demoInstant(now, plan.due)) },
    parts: plan.parts.map(({ organ, ...part }) => ({ ...part, organId: organ })),
  });
  const id = await cases.plan.draft.perform(input, await actorOf(plan.lead, 'drafter'));
  await cases.plan.propose.perform(id, lead);
  const { revision } = await cases.plan.show.one(id, lead);
  const decision = approvePlanSchema.parse({
    ...plan.decided,
    ...{ expectedRevision: revision, note: plan.note },
  });
  await cases.plan.decide.approve(id, decision, await actorOf(plan.meetingOrgan, 'approver'));
};

const seedYear = async (
  cases: UseCases,
  { title, keyContent, items }: DemoPlans['year'],
  coordinator: Actor,
  now: Date,
): Promise<void> => {
  const { period, showReleases } = cases;
  if ((await period.show.page(firstPage, coordinator)).total > 0) return;
  const today = civilTime(now);
  const year = today.slice(0, 4);
  const month = (ahead: number): string => {
    const within = Math.min(12, Math.max(1, Number(today.slice(5, 7)) + ahead));
    return `${year}-${String(within).padStart(2, '0')}`;
  };
  const input = periodPlanInputSchema.parse({
    ...{ title: `${year}年${title}`, keyContent, fromMonth: `${year}-01`, toMonth: `${year}-12` },
    items: items.map(({ organ, topic, monthsFromNow, form }) => ({
      ...{ organId: organ, topic, form, month: month(monthsFromNow) },
    })),
  });
  const planId = await period.save.perform(input, coordinator);
  await period.save.issue(planId, coordinator);
  const plan = await period.show.one(planId, coordinator);
  for (const [place, { organ, link }] of items.entries()) {
    const query = { ...firstPage, pageSize: 1, organ, state: 'released' } as const;
    const [release] = link ? (await showReleases.page(query, coordinator)).items : [];
    const itemId = plan.items[place]?.id;
    if (release !== undefined && itemId !== undefined)
      await period.settle.link({ planId, itemId }, release.id, coordinator);
  }
};

/** An order of some days ago is given by the clock of that day: its hours had to lie ahead then. */
const seedDirective = async (
  cases: UseCases,
  directive: DemoPlans['directives'][number],
  actorOf: ActorOf,
  now: Date,
): Promise<void> => {
  const coordinator = await actorOf('office', 'coordinator');
  const { items } = await cases.directive.show.page(firstPage, coordinator);
  if (items.some(({ title }) => title === directive.title)) return;
  const at = (when: string): string => civilTime(demoInstant(now, when));
  const clock = new TravellingClock(at(directive.issued));
  const past = { ...cases, clock, reader: new ReadLine(), matterFollowers: [] };
  const then = directiveCasesOf({
    ...past,
    matter: { open: new OpenMatter(past), state: new StateLine(past) },
    deadlines: { ...cases.clocks.parts, clock },
  });
  const { to, title, text, line, acknowledgeBy, due } = directive;
  const input = directiveInputSchema.parse({
    ...{ fromOrganId: 'office', toOrganId: to, title, text, dueAt: at(due) },
    acknowledgeBy: acknowledgeBy === undefined ? null : at(acknowledgeBy),
    ...(line === undefined ? {} : { line }),
  });
  const id = await then.issue.perform(input, coordinator);
  clock.travel(30 * 60_000);
  if (directive.acknowledged) await then.acknowledge.perform(id, await actorOf(to, 'drafter'));
};
