import { visibilityOf, type Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { civilTime, civilYear, Problem, type OrganId } from '@koujing/kernel';
import { ruleOfKind, type KindRule } from '@koujing/organ';
import { bulletinsAsked, sentOn } from './bulletin-clock.js';
import { mayRecordSomewhere } from './may-record.js';
import { registerRefusal } from './refusal.js';
import type { NamedEntry, RegisterListing } from './register-list.sql.js';
import type {
  MissingList,
  MissingQuery,
  RegisterEntryView,
  RegisterList,
  RegisterName,
  RegisterQuery,
  RuleBookView,
} from './register.api.js';
import type { RegisterParts } from './register-parts.js';
import { privateFields, registers } from './registers.js';
import type { RetireEntry } from './retire-entry.js';

interface ShowParts extends RegisterParts {
  readonly listing: RegisterListing;
  readonly retire: RetireEntry;
}

/** Which organs owe an entry of a register, by the rules of their kind. */
const owing: Partial<Record<RegisterName, (rule: KindRule) => boolean>> = {
  workflow: ({ workflow }) => workflow,
  noPayment: ({ noPayment }) => noPayment,
};

/** What the pages of the registers read. */
export class ShowRegisters {
  constructor(private readonly parts: ShowParts) {}

  async page(register: RegisterName, query: RegisterQuery, actor: Actor): Promise<RegisterList> {
    const { database, organs, listing } = this.parts;
    const { queries } = database;
    const found = await listing.page(queries, register, query, visibilityOf(actor));
    const office = await organs.office(queries);
    return {
      items: found.items.map((named) => this.#viewOf(named, actor)),
      ...{ total: found.total, page: query.page, pageSize: query.pageSize },
      article: registers[register].article,
      owed: register === 'bulletin' ? await this.#owed(queries) : [],
      actions: { record: { reasons: [...mayRecordSomewhere(register, office?.id ?? null, actor)] } },
    };
  }

  /** Who should have recorded and has not (Art.20, 27). */
  async missing(register: RegisterName, { year }: MissingQuery): Promise<MissingList> {
    const { database, entries, organs, kinds, clock } = this.parts;
    const { queries } = database;
    const owes = owing[register];
    if (owes === undefined) throw new Problem('notFound', [registerRefusal.noneOwed]);
    const wanted = String(year ?? civilYear(clock.now()));
    const done = new Set<OrganId>(
      (await entries.valid(queries, register))
        .filter(({ key }) => register !== 'noPayment' || key === wanted)
        .map(({ organId }) => organId),
    );
    const asked = (await organs.all(queries)).filter(({ kind }) => owes(ruleOfKind(kinds, kind)));
    const items = asked
      .filter(({ id }) => !done.has(id))
      .map(({ id, name, shortName }) => ({ id, name, shortName }));
    return { items, asked: asked.length };
  }

  /** The rules of the city, each with the reading that is in force today (Art.46). */
  async ruleBook(): Promise<RuleBookView> {
    const { database, entries, ruleBook, clock } = this.parts;
    const today = civilDayOf(clock.now());
    const readings = await entries.valid(database.queries, 'interpretation');
    const inForce = (rule: string): string | null =>
      readings
        .map(({ detail }) => detail)
        .filter((detail) => detail.rule === rule && detail.effectiveOn <= today)
        .sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0]?.text ?? null;
    return { items: ruleBook.rules().map((named) => ({ ...named, reading: inForce(named.rule) })) };
  }

  async #owed(queries: Queries): Promise<RegisterList['owed']> {
    const owed = await this.parts.entries.bulletinsOwed(queries);
    const asked = bulletinsAsked(this.parts);
    return Promise.all(
      owed.map(async ({ titleEn, ...each }) => ({
        ...each,
        ...(titleEn === '' ? {} : { titleEn }),
        dueAt: civilTime(each.dueAt),
        ...{ sent: (await sentOn(this.parts, queries, each.key)).length, asked },
      })),
    );
  }

  #viewOf({ entry, organ, release, expert, recordedBy }: NamedEntry, actor: Actor): RegisterEntryView {
    const visibility = visibilityOf(actor);
    const hidden = privateFields[entry.register];
    const own = visibility.all || visibility.organIds.includes(entry.organId);
    return {
      ...{ id: entry.id, register: entry.register, organ, release, expert, recordedBy },
      detail: { ...entry.detail, ...(hidden !== undefined && !own ? { [hidden]: '' } : {}) },
      recordedAt: civilTime(entry.recordedAt),
      retiredAt: entry.retiredAt === null ? null : civilTime(entry.retiredAt),
      retiredReason: entry.retiredReason,
      actions: { retire: { reasons: [...this.parts.retire.reasons(entry, actor)] } },
    };
  }
}
