import { expect } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { authorisationInputSchema } from '../../libs/authorisation/authorisation.api.js';
import { filingSchema, holdingSchema } from '../../libs/conference/conference.api.js';
import type { ConferenceView } from '../../libs/conference/conference-view.api.js';
import { NoticeStore } from '../../libs/conference/notice-store.sql.js';
import type { City } from './a-city.js';
import { conferenceInput, furnish, signMaterials, type ConferenceCases } from './a-conference.js';
import type { Step } from './conference-steps.js';
import { refused } from './refused.js';

/** Who must have signed what, by Art.31(2)–(4); the tests must not ask the code under test. */
const asked = {
  government: ['officeAgreement', 'portfolioLeader', 'principalLeader', 'propagandaDeputy'],
  own: ['officeAgreement', 'principalLeader'],
} as const;
export type Kind = keyof typeof asked;

/** What is said and answered there (Art.31(2), our reading). */
const content = ['statement', 'qaLine', 'backgroundMaterial'];

/** What is done to a content, and says to which. */
const bound = ['apply', 'answer', 'principalLeader', 'portfolioLeader', 'propagandaDeputy'];

interface Ground {
  readonly city: City;
  readonly cases: ConferenceCases;
  readonly kind: Kind;
  readonly startsAt: string;
}

/** One conference and what was done to it. */
export class Walk {
  /** What each number was given for. */
  readonly #approved = new Map<string, string>();

  constructor(
    private readonly on: Ground,
    private readonly id: string,
    private readonly firstDigest: string,
  ) {}

  /** @returns whether it was done; what is refused changes nothing */
  async step({ verb, person, onOldDigest }: Step): Promise<boolean> {
    const { city, cases } = this.on;
    const found = await city.cases.people.actor(city.cases.database.queries, person);
    if (found === null) throw new Error(person);
    const actor = { ...found, provedAt: city.clock.now() };
    const seen = await cases.show.one(this.id, await city.actor('office', 'coordinator'));
    const digest = onOldDigest ? this.firstDigest : seen.digest;
    const changed = digest !== seen.digest;
    const work =
      this.#planned(verb, actor, { digest, revision: seen.revision }) ?? this.#ruled(verb, actor, digest);
    // Nobody signs what is no longer there.
    // What is refused is refused; the walk goes on.
    const isDone = (await refused(work)).length === 0;
    if (isDone && changed) expect(bound).not.toContain(verb);
    return isDone;
  }

  #planned(
    verb: Step['verb'],
    actor: Actor,
    { digest, revision }: { readonly digest: string; readonly revision: number },
  ): Promise<unknown> | null {
    const { cases, kind, startsAt } = this.on;
    const revise = (changes: object) =>
      cases.revise.perform(
        this.id,
        { expectedRevision: revision, conference: conferenceInput({ kind, startsAt, ...changes }) },
        actor,
      );
    switch (verb) {
      case 'apply':
        return cases.apply.perform(this.id, digest, actor);
      case 'edit':
        return revise({ content: '通报滨河路改造工程竣工时间。' });
      case 'editBack':
        return revise({});
      case 'speak':
        return revise({
          speakers: [{ name: '发言人乙', post: '局长', organId: 'transport', capacity: 'principalLeader' }],
        });
      case 'upload':
        return cases.upload.perform(this.id, 'statement', {
          ...{ name: '发布词.txt', bytes: Buffer.from(`发布词 ${revision}`), actor },
        });
      case 'file':
        return cases.file.perform(this.id, filingSchema.parse({ headcount: 20, reason: '一并报备' }), actor);
      case 'cancel':
        return cases.cancel.perform(this.id, '工程延期', actor);
      default:
        return null;
    }
  }

  async #ruled(verb: Step['verb'], actor: Actor, digest: string): Promise<unknown> {
    const { cases, city, startsAt } = this.on;
    const signer = { name: '签批人', post: '负责同志', document: '签批件1' };
    switch (verb) {
      case 'answer':
        return cases.answer.perform(this.id, { digest, decision: 'agreed', note: '' }, actor);
      case 'refuse':
        return cases.answer.perform(this.id, { digest, decision: 'returned', note: '请补充。' }, actor);
      case 'return':
        return cases.return.perform(this.id, '请再核实。', actor);
      case 'hold':
        return cases.hold.perform(
          this.id,
          holdingSchema.parse({ heldAt: startsAt, minutes: 45, journalists: 12, questions: 3 }),
          actor,
        );
      case 'furnish':
        return furnish(cases, this.id, actor);
      case 'pdf':
        return cases.upload.perform(this.id, 'hostScript', {
          ...{ name: '主持词.pdf', bytes: Buffer.from(`%PDF-1.7 ${digest}`), actor },
        });
      case 'signMaterials':
        return signMaterials(cases, this.id, actor);
      case 'lookThrough':
        return this.#lookedThrough(actor);
      case 'authorise':
      case 'revoke':
        return this.#authorised(verb, actor);
      case 'wait':
        city.clock.travel(12 * 86_400_000);
        return null;
      default:
        return cases.sign.perform(
          this.id,
          { step: verb, digest, note: '', signer: verb === 'principalLeader' ? null : signer },
          actor,
        );
    }
  }

  async #authorised(verb: 'authorise' | 'revoke', actor: Actor): Promise<void> {
    const { city } = this.on;
    const now = city.clock.now();
    const term = { from: now.toISOString(), to: new Date(now.getTime() + 86_400_000).toISOString() };
    const input = { organId: 'transport', granteeId: 'transport-deputy', ...term };
    if (verb === 'authorise') {
      await city.authorisation.grant.perform(authorisationInputSchema.parse(input), actor);
      return;
    }
    const query = { page: 1, pageSize: 1, state: 'inForce' as const };
    for (const { id } of (await city.authorisation.show.authorisations(query, actor)).items)
      await city.authorisation.revoke.perform(id, '收回', actor);
  }

  async #lookedThrough(actor: Actor): Promise<void> {
    const { cases } = this.on;
    for (const { kind, file } of (await cases.show.one(this.id, actor)).materials.items)
      if (file?.unread === true)
        await cases.lookThrough.perform(this.id, { kind, sha256: file.sha256 }, actor);
  }

  /** Whether it is filed; what is filed was signed as content, and read or opened, each by another than who uploaded it (Art.34, 39(6)). */
  async expectReviewed(): Promise<boolean> {
    const { city, cases } = this.on;
    const { queries } = city.cases.database;
    const seen = await cases.show.one(this.id, await city.actor('office', 'coordinator'));
    if (seen.materials.filing === null) return false;
    const files = await queries
      .selectFrom('conference_material')
      .selectAll()
      .where('conference_id', '=', this.id)
      .where('replaced_at', 'is', null)
      .execute();
    expect(files).toHaveLength(5);
    for (const file of files) {
      const signed = seen.materials.items.find(({ kind }) => kind === file.kind)?.file?.signed === true;
      if (content.includes(file.kind) && !signed) expect(file.signed_by).not.toBeNull();
      if (file.mime_type === 'application/pdf') expect(file.looked_by).not.toBeNull();
      for (const by of [file.signed_by, file.looked_by]) expect(by).not.toBe(file.uploaded_by);
    }
    return true;
  }

  /** Whether it has a number; if it has, everything that gives it one. */
  async expectSigned(): Promise<boolean> {
    const { city, cases, kind } = this.on;
    const { queries } = city.cases.database;
    const seen = await cases.show.one(this.id, await city.actor('office', 'coordinator'));
    const inForce = seen.registrations.filter(({ voidedAt }) => voidedAt === null);
    expect(inForce.map(({ number }) => number)).toEqual(seen.number === null ? [] : [seen.number]);
    const told = (await new NoticeStore().newest(queries, 500)).filter(
      (row) => row.conferenceId === this.id && row.voidedAt === null,
    );
    expect(told.map(({ number }) => number)).toEqual(inForce.map(({ number }) => number));
    expect(seen.number !== null).toBe(['approved', 'filed', 'held', 'evaluated'].includes(seen.state));
    if (seen.number === null) return false;
    const signatures = await queries
      .selectFrom('conference_signature')
      .selectAll()
      .where('conference_id', '=', this.id)
      .where('voided_at', 'is', null)
      .execute();
    expect(signatures.map((each) => each.step).sort()).toEqual([...asked[kind]]);
    expect(new Set(signatures.map((each) => each.digest)).size).toBe(1);
    for (const each of signatures) this.#expectAnother(each);
    this.#expectSameFacts(seen.number, [
      seen.startsAt,
      seen.place,
      seen.theme,
      seen.content,
      signedFiles(seen),
    ]);
    return true;
  }

  /** The planner records what city leaders signed on paper, and signs nothing himself. */
  #expectAnother(signature: {
    readonly step: string;
    readonly recorded_by: string;
    readonly authorisation_id: string | null;
  }): void {
    const own = signature.step === 'principalLeader' || signature.step === 'officeAgreement';
    if (own) expect(signature.recorded_by).not.toBe('transport-drafter');
    if (signature.step === 'principalLeader')
      expect([signature.recorded_by, signature.authorisation_id !== null]).toEqual(
        signature.recorded_by === 'transport-deputy'
          ? ['transport-deputy', true]
          : ['transport-approver', false],
      );
  }

  /** As long as a number stands, time, place and content are those it was given for (Art.32). */
  #expectSameFacts(number: string, facts: readonly unknown[]): void {
    const before = this.#approved.get(number) ?? JSON.stringify(facts);
    this.#approved.set(number, before);
    expect(JSON.stringify(facts)).toBe(before);
  }
}

const signedFiles = ({ materials }: ConferenceView): readonly string[] =>
  materials.items.flatMap(({ file }) => (file?.signed === true ? [file.sha256] : []));
