import type { Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import { MailingListStore } from '@koujing/media';
import { standingOf } from '@koujing/release';
import { checklistFor } from '@koujing/signoff';
import { releaseDraftSchema, type ReleaseStanding } from '../../../libs/release/release.api.js';
import { blocksOf } from './demo-blocks.js';
import type { Server } from '../server.js';
import type { DemoCity, DemoRelease } from './demo-city.js';
import { demoInstant, fillDates } from './demo-date.js';
import { demoText } from './demo-texts.js';
import { seedConferences } from './seed-conferences.js';
import { seedIncident } from './seed-incident.js';
import { seedAuthorisation } from './seed-authorisation.js';
import { seedMatters } from './seed-matters.js';
import { seedPlans } from './seed-plans.js';
import { seedPortal } from './seed-portal.js';
import { seedPress } from './seed-press.js';
import { seedRegisters } from './seed-registers.js';
import { seedRoster } from './seed-roster.js';
import { draftedBefore } from './seeding.js';

const everyAccount = ['portal', 'weibo', 'wechat', 'email'] as const;

/** What the show needs to know of the seeded city. */
export interface Seeded {
  /** The approved release that the demo sends out. */
  readonly approved: ReleaseStanding;
}

/**
 * Fills a demo database: past releases with their findings, their pages, and the ones that wait for somebody.
 * Every step looks for what an interrupted start has left and goes on from there.
 */
export const seedDemo = async (
  server: Server,
  city: DemoCity,
  portalSettings: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<Seeded> => {
  const { cases } = server;
  const past = city.releases.filter(({ state }) => state === 'released');
  const summary = await cases.importReleases.perform(
    past.map((release, index) => ({ line: index + 1, text: demoText(city, release, now) })),
  );
  if (summary.rejects.length > 0)
    throw new Error(`demo releases were rejected: ${JSON.stringify(summary.rejects)}`);
  await seedPortal(server, cases.releases, portalSettings);
  const coordinator = await actorOf(server, city, 'office', 'coordinator');
  await seedMatters(cases, city, coordinator, now);
  await seedIncident(cases, coordinator, now);
  await seedPlans(cases, city.plans, (organ, role) => actorOf(server, city, organ, role), now);
  await cases.gaps.tick();
  await seedRoster(server.roster, city, now);
  await server.roster.publish.perform(coordinator);
  const leaderOf = (organ: string): Promise<Actor> => actorOf(server, city, organ, 'approver');
  await seedRegisters(server.registers, city, { coordinator, leaderOf }, now);
  await seedConferences(server, city, { now, actorOf: (organ, role) => actorOf(server, city, organ, role) });
  const drafterOf = (organ: string): Promise<Actor> => actorOf(server, city, organ, 'drafter');
  await seedPress({ server, coordinator, drafterOf, now }, city.press);
  await seedAuthorisation(server, await leaderOf('education'), now);
  let approved: ReleaseStanding | null = null;
  for (const release of city.releases.filter(({ state }) => state !== 'released')) {
    const standing = await seedWaiting(server, city, release, now);
    await seedHours(server, city, { release, id: standing.id }, now);
    if (release.state === 'approved') approved = standing;
  }
  await server.violation.watch.tick();
  if (approved === null) throw new Error('the demo city has no approved release');
  return { approved };
};

const seedWaiting = async (
  server: Server,
  city: DemoCity,
  release: DemoRelease,
  now: Date,
): Promise<ReleaseStanding> => {
  const { submit, review, approve, signatures, database } = server.cases;
  const as = (role: string): Promise<Actor> => actorOf(server, city, release.organ, role);
  const standing = await draftedOnce(server, city, release, now);
  const { id, digest, state } = standing;
  if (release.state === 'draft') return standing;
  if (state === 'draft') {
    await dismissConcerns(server, id, await as('drafter'));
    await submit.perform(id, digest, await as('drafter'));
  }
  if (release.state === 'submitted') return standing;
  const signed = await signatures.of(database.queries, id);
  if (!signed.some(({ step }) => step === 'confidentialityReview')) {
    const level = city.organs.find((organ) => organ.id === release.organ)?.level ?? 'city';
    const checklist = checklistFor(server.rules.signOff, release.kind, level);
    const items = Object.fromEntries(checklist.map(({ item }) => [item, true]));
    const reviewer = await as('confidentialityReviewer');
    await review.perform({ releaseId: id, digest, items, note: '' }, reviewer);
  }
  if (release.state === 'reviewed' || ['approved', 'scheduled', 'released'].includes(state)) return standing;
  await approve.perform({ releaseId: id, digest, note: '同意发布。' }, await as('approver'));
  return standing;
};

/** Times of the demo's texts; one that an interrupted start has set already, or that has passed since, is left alone. */
const seedHours = async (
  server: Server,
  city: DemoCity,
  { release, id }: { readonly release: DemoRelease; readonly id: string },
  now: Date,
): Promise<void> => {
  const { listing, clock, database } = server.cases;
  const [known] = await listing.summaries(database.queries, [id], { all: true });
  const ahead = (at: string | undefined): string | null => {
    const hour = at === undefined ? null : demoInstant(now, at);
    return hour === null || hour.getTime() <= clock.now().getTime() ? null : civilTime(hour);
  };
  const [proposed, scheduled] = [ahead(release.proposed?.at), ahead(release.scheduled)];
  if (proposed !== null && known?.proposal === null) {
    const drafter = await actorOf(server, city, release.organ, 'drafter');
    await server.schedule.propose.perform(id, { at: proposed, why: release.proposed?.why ?? '' }, drafter);
  }
  if (scheduled !== null && known?.state === 'approved') {
    const spokesperson = await actorOf(server, city, release.organ, 'spokesperson');
    await server.schedule.schedule.perform(id, scheduled, spokesperson);
  }
};

/** The demo's texts name organs only in passing; the drafter says so, as Art.14(c) asks. */
const dismissConcerns = async (server: Server, releaseId: string, drafter: Actor): Promise<void> => {
  const { content, releases, database } = server.cases;
  const release = await releases.find(database.queries, releaseId);
  const version =
    release === null ? null : await releases.version(database.queries, releaseId, release.version);
  if (release === null || version === null) return;
  const { concerned } = await content.check.findings(database.queries, release, version);
  for (const { organId, state } of concerned)
    if (state === 'open')
      await content.dismiss.perform({ releaseId, organId, reason: '文中仅提及，不涉及其职责。' }, drafter);
};

/** The draft, or what an interrupted start has made of it. */
const draftedOnce = async (
  server: Server,
  city: DemoCity,
  release: DemoRelease,
  now: Date,
): Promise<ReleaseStanding> => {
  const { create, releases, database } = server.cases;
  const title = fillDates(release.title, now);
  const known = await draftedBefore(database, release.organ, title);
  const held = known === null ? null : await releases.find(database.queries, known);
  const version = held === null ? null : await releases.version(database.queries, held.id, held.version);
  if (held !== null && version !== null) return standingOf(held, version, []);
  const draft = releaseDraftSchema.parse({
    organId: release.organ,
    kind: release.kind,
    title,
    summary: fillDates(release.summary ?? '', now),
    blocks: blocksOf(fillDates(release.body, now)),
    accountIds: [...everyAccount],
    mailingListIds: [await wholePress(database)],
  });
  return create.perform(draft, await actorOf(server, city, release.organ, 'drafter'));
};

/** Whoever is on the list gets the demo's mails, and a new draft of the same organ begins with it. */
const wholePress = async (database: Server['cases']['database']): Promise<string> => {
  const list = await new MailingListStore().named(database.queries, '全市媒体');
  if (list === null) throw new Error('the demo city has no mailing list 全市媒体');
  return list.id;
};

const actorOf = async (server: Server, city: DemoCity, organ: string, role: string): Promise<Actor> => {
  const person = city.people.people.find(
    (each) => each.organ === organ && each.roles.some((held) => held === role),
  );
  const { people, database } = server.cases;
  const actor =
    person === undefined ? null : await people.actor(database.queries, `person-${person.username}`);
  if (actor === null) throw new Error(`the demo city has no ${role} in ${organ}`);
  // The program itself acts in the persons' names here: there is nobody to ask for a password.
  return { ...actor, provedAt: server.cases.clock.now() };
};
