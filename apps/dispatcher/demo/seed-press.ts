import type { Actor } from '@koujing/access';
import { civilTime, Problem } from '@koujing/kernel';
import { MailingListStore, OutletStore, ReporterStore } from '@koujing/media';
import { accreditationInputSchema } from '../../../libs/media/accreditation/accreditation.api.js';
import { answerInputSchema } from '../../../libs/media/answer/answer.api.js';
import { interviewInputSchema } from '../../../libs/media/interview/interview.api.js';
import { reporterInputSchema } from '../../../libs/media/media.api.js';
import type { Server } from '../server.js';
import { demoInstant } from './demo-date.js';
import type { DemoPress } from './demo-press.js';
import { openedBefore } from './seeding.js';

export interface PressSeeding {
  readonly server: Pick<Server, 'cases' | 'media' | 'interviews'>;
  readonly coordinator: Actor;
  readonly drafterOf: (organId: string) => Promise<Actor>;
  readonly now: Date;
}

const dayMs = 86_400_000;
const firstPage = { page: 1, pageSize: 1 };

/** Reporters with credentials, lists by rule, requests for interviews and an answer; what stands already is left. */
export const seedPress = async (seeding: PressSeeding, press: DemoPress): Promise<void> => {
  for (const reporter of press.reporters) await seedReporter(seeding, reporter);
  await seedLists(seeding, press.lists);
  for (const interview of press.interviews) await seedInterview(seeding, interview);
  for (const answer of press.answers) await seedAnswer(seeding, answer);
};

const named = async ({ server }: PressSeeding, address: string) => {
  const { queries } = server.cases.database;
  const reporters = new ReporterStore();
  const id = await reporters.idOf(queries, address);
  const reporter = id === null ? null : await reporters.find(queries, id);
  if (reporter === null)
    throw new Problem('internal', [
      { code: 'demoReporter', message: `没有记者 ${address}`, messageEn: `no reporter ${address}` },
    ]);
  return reporter;
};

const seedReporter = async (
  seeding: PressSeeding,
  { outlet, name, address, beat, ...card }: DemoPress['reporters'][number],
): Promise<void> => {
  const { server, coordinator, now } = seeding;
  const { queries } = server.cases.database;
  const home = await new OutletStore().named(queries, outlet);
  const known = await new ReporterStore().idOf(queries, address);
  const input = reporterInputSchema.parse({ outletId: home?.id, name, address, beat });
  const id = known ?? (await server.media.saveReporter.perform(null, input, coordinator));
  const { credential, number, register, validDays, ledBy } = card;
  if (credential === undefined) return;
  const { checks } = await server.media.showAccreditations.one(id, coordinator);
  if (checks.length > 0) return;
  const validTo =
    validDays === undefined ? null : civilTime(new Date(now.getTime() + validDays * dayMs)).slice(0, 10);
  const ledById = ledBy === undefined ? null : (await named(seeding, ledBy)).id;
  const look = { credential, number, register, validTo, ledById, confirmed: true };
  await server.media.checkAccreditation.perform(id, accreditationInputSchema.parse(look), coordinator);
};

const seedLists = async ({ server, coordinator }: PressSeeding, lists: DemoPress['lists']): Promise<void> => {
  for (const list of lists)
    if ((await new MailingListStore().named(server.cases.database.queries, list.name)) === null)
      await server.media.saveList.perform(null, list, coordinator);
};

/** What a request and an answer are about, by id. */
const linksOf = async (
  seeding: PressSeeding,
  { organ, reporter, matter }: Pick<DemoPress['answers'][number], 'organ' | 'reporter' | 'matter'>,
) => {
  const { id, outletId } = await named(seeding, reporter);
  const { database } = seeding.server.cases;
  const matterId = matter === undefined ? null : await openedBefore(database, matter.owner, matter.title);
  return { organId: organ, reporterId: id, outletId, matterId };
};

const seedInterview = async (
  seeding: PressSeeding,
  interview: DemoPress['interviews'][number],
): Promise<void> => {
  const { server, coordinator, drafterOf, now } = seeding;
  const { subject, questions, via, arranged, refusal } = interview;
  const { register, show, arrange, propose } = server.interviews;
  const found = await show.page({ ...firstPage, q: subject }, coordinator);
  if (found.total > 0) return;
  const input = {
    ...{ subject, questions, via, receivedAt: civilTime(demoInstant(now, interview.at)) },
    ...(await linksOf(seeding, interview)),
  };
  const id = await register.perform(interviewInputSchema.parse(input), coordinator);
  if (arranged !== undefined) {
    const at = civilTime(demoInstant(now, arranged.at));
    await arrange.perform(id, { expectedRevision: 1, ...arranged, at }, coordinator);
  }
  if (refusal !== undefined)
    await propose.perform(id, { expectedRevision: 1, ...refusal }, await drafterOf(interview.organ));
};

/** The line of its matter that the answer repeats is the one that was used. */
const seedAnswer = async (seeding: PressSeeding, answer: DemoPress['answers'][number]): Promise<void> => {
  const { server, coordinator, now } = seeding;
  const { logAnswer, showAnswers } = server.interviews;
  if ((await showAnswers.page({ ...firstPage, q: answer.subject }, coordinator)).total > 0) return;
  const links = await linksOf(seeding, answer);
  const inForce =
    links.matterId === null
      ? []
      : (await showAnswers.lines({ organ: answer.organ, matter: links.matterId }, coordinator)).items;
  const { subject, form, question, answer: said, answeredBy } = answer;
  const input = answerInputSchema.parse({
    ...{ ...links, subject, form, question, answer: said, answeredBy },
    answeredAt: civilTime(demoInstant(now, answer.at)),
    lines: inForce
      .filter(({ words }) => said.includes(words))
      .map(({ lineId, version }) => ({ lineId, version })),
  });
  await logAnswer.perform(input, coordinator);
};
