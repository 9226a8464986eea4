import type { Queries } from '@koujing/database';
import { digestOf, Problem, type Reason } from '@koujing/kernel';
import type { AccessParts } from '../access-parts.js';
import { ProveCode } from '../factor/prove-code.js';
import { addressKey, GuessGuard, throttleKeys } from '../guess-guard.js';
import { newSession, type OpenedSession } from '../opened-session.js';
import type { Person } from '../person.js';
import type { Sealer } from '../sealer.js';
import { ABSOLUTE_MS, type From, type Session } from '../session.js';
import { SealCarried, type Carried } from './carried.js';
import type { Identity, IdentityProvider } from './identity-provider.js';
import type { OrganAccountView } from './organ-account.api.js';
import { organAccountRefusal } from './organ-account-refusal.js';
import type { OrganAccount, OrganAccountStore } from './organ-account-store.sql.js';

export interface OrganSignInParts extends AccessParts {
  readonly organAccounts: OrganAccountStore;
  /** Null where the city has connected none. */
  readonly provider: IdentityProvider | null;
  readonly box: Sealer;
}

/** Where the browser goes next, what it takes along, and the session that it got. */
export interface Next {
  readonly location: string;
  readonly carried: string | null;
  readonly opened?: OpenedSession;
}

/**
 * Signs in whom the organ's identity provider knows. A person is found by the account that an administrator registered for
 * them: by its name until the first sign-in, which binds the provider's issuer and subject; by those alone from then on, so
 * that a name that is handed on to a successor opens nothing. Never by e-mail, which people change themselves and providers
 * seldom prove; and nobody is created: who may do what for an organ is said here, by two administrators, and not there.
 */
export class SignInWithAccount {
  readonly #guard: GuessGuard;
  readonly #codes: ProveCode;
  readonly #carry: SealCarried;

  constructor(private readonly parts: OrganSignInParts) {
    this.#guard = new GuessGuard(parts);
    this.#codes = new ProveCode(parts);
    this.#carry = new SealCarried(parts);
  }

  show(sealed: string | undefined): OrganAccountView {
    const carried = this.#carry.open(sealed);
    return {
      offered: this.parts.provider !== null,
      asksForCode: carried?.kind === 'code',
      reasons: carried?.kind === 'refused' ? [...carried.reasons] : [],
    };
  }

  /** To the provider's page; `to` is the page of this house to come back to, `token` that of the session the browser is in. */
  begin(to: string, from: From, token?: string): Promise<Next> {
    return this.#orTold(to, async () => {
      await this.#guard.refuseBlocked([addressKey(from.address)]);
      const { url, checks } = await this.#provider.begin();
      const former = token === undefined ? null : digestOf(token);
      return { location: url, carried: this.#carry.seal({ kind: 'away', checks, to, former }) };
    });
  }

  /** Back from there. */
  finish(query: string, sealed: string | undefined, from: From): Promise<Next> {
    const carried = this.#carry.open(sealed);
    const to = carried?.kind === 'away' ? carried.to : '/';
    return this.#orTold(to, async () => {
      const key = addressKey(from.address);
      await this.#guard.refuseBlocked([key]);
      const identity = await this.#identity(query, carried).catch(async (error: unknown) => {
        if (error instanceof Problem && error.code === 'unauthenticated') await this.#guard.count([key]);
        throw error;
      });
      const { person } = await this.#found(identity);
      const { database, factors } = this.parts;
      if (!identity.hasFactor && (await factors.isActive(database.queries, person.id))) {
        const waiting = { ...identity, provedAt: identity.provedAt.toISOString() };
        const next = { kind: 'code', personId: person.id, identity: waiting } as const;
        return { location: to, carried: this.#carry.seal(next) };
      }
      const opened = await this.#open(identity, from);
      if (carried?.kind === 'away' && carried.former !== null)
        await this.parts.sessions.close(database.queries, carried.former);
      return { location: to, carried: null, opened };
    });
  }

  /** The code of the authenticator, of whom the provider let in. @throws Problem */
  async prove(code: string, sealed: string | undefined, from: From): Promise<OpenedSession> {
    const carried = this.#carry.open(sealed);
    if (carried?.kind !== 'code') throw new Problem('unauthenticated', [organAccountRefusal.wayBackLost]);
    const identity = { ...carried.identity, provedAt: new Date(carried.identity.provedAt) };
    const { person } = await this.#found(identity);
    await this.#codes.perform(person.id, code, throttleKeys(person.username, from.address));
    return this.#open(identity, from);
  }

  /** Where the session at the provider is ended, for whoever came from there. */
  async signOutUrl({ byOrganAccount }: Session): Promise<string | null> {
    return byOrganAccount && this.parts.provider !== null ? this.parts.provider.signOutUrl() : null;
  }

  get #provider(): IdentityProvider {
    if (this.parts.provider === null) throw new Problem('notFound', [organAccountRefusal.organAccountOff]);
    return this.parts.provider;
  }

  /** A browser that was sent here shows a page: what is refused is told on the next one. */
  async #orTold(to: string, step: () => Promise<Next>): Promise<Next> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { location: to, carried: this.#carry.seal({ kind: 'refused', reasons: error.reasons }) };
    }
  }

  async #identity(query: string, carried: Carried | null): Promise<Identity> {
    if (carried?.kind !== 'away') throw new Problem('unauthenticated', [organAccountRefusal.wayBackLost]);
    return this.#provider.finish(query, carried.checks);
  }

  /** @throws Problem `unauthenticated`; the record names who was sent away */
  async #found(identity: Identity): Promise<{ readonly person: Person; readonly account: OrganAccount }> {
    const { database, people, organAccounts } = this.parts;
    const { issuer, subject, name } = identity;
    const { queries } = database;
    const account =
      (await organAccounts.bySubject(queries, issuer, subject)) ??
      (await organAccounts.byName(queries, issuer, name));
    if (account === null) return this.#refuse(identity, organAccountRefusal.accountUnknown(name), null);
    const { personId } = account;
    if (account.subject !== null && account.subject !== subject)
      return this.#refuse(identity, organAccountRefusal.accountHandedOn(name), personId);
    const person = await people.find(queries, personId);
    if (person === null || person.disabled)
      return this.#refuse(identity, organAccountRefusal.accountRetired, personId);
    return { person, account };
  }

  async #refuse(
    { issuer, subject, name }: Identity,
    reason: Reason,
    personId: string | null,
  ): Promise<never> {
    const { database, audit } = this.parts;
    const about =
      personId === null
        ? { subjectKind: 'organAccount', subjectId: name }
        : { subjectKind: 'person', subjectId: personId };
    await database.transaction((queries) =>
      audit.record(queries, {
        ...{ actor: 'system:organ-account', action: 'session.refuseAccount', ...about },
        detail: { issuer, subject, name, why: reason.code },
      }),
    );
    throw new Problem('unauthenticated', [reason]);
  }

  async #open(identity: Identity, from: From): Promise<OpenedSession> {
    const { database, sessions, audit, clock } = this.parts;
    // Looked at once more: a code may have been waited for since.
    const { person, account } = await this.#found(identity);
    const now = clock.now();
    const opened = newSession(person.id, from, {
      ...{ now, forMs: ABSOLUTE_MS, byOrganAccount: true },
      // A provider whose clock is ahead must not count as proof for longer.
      provedAt: identity.provedAt < now ? identity.provedAt : now,
      factorElsewhere: identity.hasFactor,
    });
    await database.transaction(async (queries) => {
      if (account.subject === null) await this.#bind(queries, account, identity);
      await sessions.sweep(queries, now);
      await sessions.open(queries, opened.session);
      await audit.record(queries, {
        ...{ actor: person.id, action: 'session.openByAccount', subjectKind: 'person', subjectId: person.id },
        detail: { issuer: identity.issuer, name: identity.name, address: from.address },
      });
    });
    return opened;
  }

  async #bind(queries: Queries, account: OrganAccount, { issuer, subject, name }: Identity): Promise<void> {
    const { organAccounts, audit, clock } = this.parts;
    const { personId } = account;
    if (!(await organAccounts.bind(queries, account, { subject, at: clock.now() })))
      throw new Problem('unauthenticated', [organAccountRefusal.wayBackLost]);
    await audit.record(queries, {
      ...{ actor: personId, action: 'person.bindAccount', subjectKind: 'person', subjectId: personId },
      detail: { issuer, subject, name },
    });
  }
}
