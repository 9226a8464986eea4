import type { Actor } from '@koujing/access';
import type { Authorisation } from '@koujing/authorisation';
import type { Queries } from '@koujing/database';
import { civilYear } from '@koujing/kernel';
import { chainOf, currentSteps, inForce, standingOf, type Groups } from './chain.js';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { digestOfFacts } from './facts.js';
import { tellOffice, tellPlanner } from './tell.js';

/** Where the chain of a conference stands. */
export interface ChainStanding {
  readonly groups: Groups;
  /** Steps signed in force, on these very facts. */
  readonly signed: ReadonlySet<string>;
  readonly digest: string;
  /** All that the organ's main leader ever gave, newest first. */
  readonly authorisations: readonly Authorisation[];
  /** The instant at which it is asked. */
  readonly now: Date;
}

export const chainStanding = async (
  parts: Pick<ConferenceParts, 'settings' | 'conferenceSignatures' | 'authorisations' | 'clock'>,
  queries: Queries,
  conference: Conference,
): Promise<ChainStanding> => {
  const { settings, conferenceSignatures, clock } = parts;
  const digest = digestOfFacts(conference);
  const signatures = await conferenceSignatures.of(queries, conference.id);
  // An approval holds although another person speaks (Art.32): from then on only what was voided is gone.
  const approved = conference.approvedAt !== null;
  const valid = signatures.filter((each) => (approved ? each.voidedAt === null : inForce(each, digest)));
  const signed = new Set(valid.map(({ step }) => step));
  const authorisations = await parts.authorisations.of(queries, [conference.organId]);
  const groups = conference.keptChain ?? chainOf(settings, conference);
  return { groups, signed, digest, authorisations, now: clock.now() };
};

/** A step was signed: the office's clock starts when its turn comes, and the last signature approves. */
export const advance = async (
  parts: ConferenceParts,
  queries: Queries,
  { conference, before, step, actor }: Advance,
): Promise<Conference> => {
  const signed = new Set(before.signed);
  if (step !== null) signed.add(step);
  const wasOffices = step !== null && officesTurn(before.groups, before.signed);
  if (!wasOffices && officesTurn(before.groups, signed)) {
    await parts.clocks.received(queries, conference, actor);
    await tellOffice(parts, queries, {
      conference,
      subject: `【发布会待答复】${conference.theme}`,
      sentence: `《${conference.theme}》新闻发布会已报送审批，请在时限内答复（第三十一条第一项）。`,
    });
  }
  const state = standingOf(before.groups, signed);
  const at = parts.clock.now();
  if (state !== 'approved')
    return parts.conferences.write(queries, { ...conference, state, stateReason: null, updatedAt: at });
  return approve(parts, queries, conference, actor);
};

interface Advance {
  readonly conference: Conference;
  /** As it stood before this step. */
  readonly before: ChainStanding;
  /** Null: it was only just applied for. */
  readonly step: string | null;
  readonly actor: Actor;
}

const officesTurn = (groups: Groups, signed: ReadonlySet<string>): boolean =>
  currentSteps(groups, signed).some(({ by }) => by === 'office');

const approve = async (
  parts: ConferenceParts,
  queries: Queries,
  conference: Conference,
  { personId }: Actor,
): Promise<Conference> => {
  const at = parts.clock.now();
  const prefix = parts.settings.number.series.replaceAll('{prefix}', parts.numberPrefix);
  const [number] = await parts.numbers.take(queries, { prefix, year: civilYear(at) });
  if (number === undefined) throw new Error('no number was given');
  const { id, registration, name, theme, startsAt, place } = conference;
  await parts.registrations.insert(queries, {
    ...{ conferenceId: id, registration, number, name, theme, startsAt, place, approvedAt: at },
    ...{ voidedAt: null, voidReason: null, changes: [] },
  });
  await parts.audit.record(queries, {
    actor: personId,
    action: 'conference.approve',
    subjectKind: 'conference',
    subjectId: id,
    digest: digestOfFacts(conference),
    detail: { number, registration },
  });
  const approved = { ...conference, state: 'approved' as const, number, approvedAt: at };
  const written = await parts.conferences.write(queries, { ...approved, stateReason: null, updatedAt: at });
  await tellPlanner(parts, queries, {
    conference: written,
    subject: `【发布会已批准】${theme}`,
    sentence: `《${theme}》新闻发布会已批准，文号 ${number}。请严格按照批准的时间、地点和内容进行（第三十二条）。`,
  });
  return written;
};
