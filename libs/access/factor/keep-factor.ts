import { civilTime } from '@koujing/kernel';
import { renderSVG } from 'uqr';
import type { AccessParts } from '../access-parts.js';
import type { Actor } from '../actor.js';
import { GuessGuard, throttleKeys } from '../guess-guard.js';
import { passwordMatches } from '../password.js';
import type { SignedIn } from '../read-session.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import type { BegunFactor, FactorView, RecoveryCodes, RemoveFactorInput } from './factor.api.js';
import { ProveCode } from './prove-code.js';
import { hashCodes, newRecoveryCodes } from './recovery-code.js';
import { needsFactor } from './needs-factor.js';
import { base32Of, keyUri, newTotpSecret } from './totp.js';

/** One's own authenticator: set up with the password, proved by a code, and taken away with both. */
export class KeepFactor {
  readonly #guard: GuessGuard;
  readonly #codes: ProveCode;

  constructor(private readonly parts: AccessParts) {
    this.#guard = new GuessGuard(parts);
    this.#codes = new ProveCode(parts);
  }

  async show(actor: Actor): Promise<FactorView> {
    const { factors, database, policy } = this.parts;
    const factor = await factors.find(database.queries, actor.personId);
    const since = factor?.confirmedAt ?? null;
    return {
      state: factor === null ? 'none' : since === null ? 'begun' : 'active',
      since: since === null ? null : civilTime(since),
      required: needsFactor(policy, actor.grants),
      recoveryCodesLeft: await factors.codesLeft(database.queries, actor.personId),
    };
  }

  async begin({ actor }: SignedIn, password: string, address: string): Promise<BegunFactor> {
    const username = await this.#provePassword(actor, password, address);
    const { database, factors, clock } = this.parts;
    const secret = newTotpSecret();
    const given = { secret, at: clock.now() };
    // In a transaction: a rotation of the key waits for it, and reads what it wrote.
    const begun = await database.transaction((queries) => factors.begin(queries, actor.personId, given));
    if (!begun) refuseIfAny([accessRefusal.factorActive]);
    const uri = keyUri(secret, '口径 Koujing', username);
    return { key: base32Of(secret), uri, picture: renderSVG(uri, { border: 2 }) };
  }

  async confirm({ actor, session }: SignedIn, code: string, address: string): Promise<RecoveryCodes> {
    const { personId } = actor;
    const { database, factors, sessions, audit, clock } = this.parts;
    const factor = await factors.find(database.queries, personId);
    refuseIfAny([
      ...(factor === null ? [accessRefusal.factorNotBegun] : []),
      ...((factor?.confirmedAt ?? null) === null ? [] : [accessRefusal.factorActive]),
    ]);
    await this.#codes.perform(personId, code, await this.#keysOf(actor, address));
    const codes = newRecoveryCodes();
    const hashes = await hashCodes(codes);
    await database.transaction(async (queries) => {
      await factors.confirm(queries, personId, clock.now());
      await factors.keepCodes(queries, personId, hashes);
      // Whoever sits in another session never proved the new factor.
      await sessions.closeAll(queries, personId, session.id);
      const subject = { subjectKind: 'person', subjectId: personId };
      await audit.record(queries, { actor: personId, action: 'person.enrolFactor', ...subject });
    });
    return { codes: [...codes] };
  }

  async renewCodes({ actor }: SignedIn, code: string, address: string): Promise<RecoveryCodes> {
    const { personId } = actor;
    await this.#requireActive(actor);
    await this.#codes.perform(personId, code, await this.#keysOf(actor, address));
    const { database, factors, audit } = this.parts;
    const codes = newRecoveryCodes();
    const hashes = await hashCodes(codes);
    await database.transaction(async (queries) => {
      await factors.keepCodes(queries, personId, hashes);
      const subject = { subjectKind: 'person', subjectId: personId };
      await audit.record(queries, { actor: personId, action: 'person.renewRecoveryCodes', ...subject });
    });
    return { codes: [...codes] };
  }

  /** For another telephone: whoever needs a factor sets up the next one before anything else. */
  async remove({ actor }: SignedIn, input: RemoveFactorInput, address: string): Promise<void> {
    const { personId } = actor;
    await this.#requireActive(actor);
    await this.#provePassword(actor, input.password, address);
    await this.#codes.perform(personId, input.code, await this.#keysOf(actor, address));
    const { database, factors, audit } = this.parts;
    await database.transaction(async (queries) => {
      await factors.remove(queries, personId);
      const subject = { subjectKind: 'person', subjectId: personId };
      await audit.record(queries, { actor: personId, action: 'person.removeFactor', ...subject });
    });
  }

  async #requireActive({ personId }: Actor): Promise<void> {
    const { database, factors } = this.parts;
    if (!(await factors.isActive(database.queries, personId))) refuseIfAny([accessRefusal.factorNotBegun]);
  }

  async #keysOf({ personId }: Actor, address: string) {
    const { people, database } = this.parts;
    return throttleKeys((await people.find(database.queries, personId))?.username ?? personId, address);
  }

  /** @returns the user name */
  async #provePassword(actor: Actor, password: string, address: string): Promise<string> {
    const { people, database } = this.parts;
    const keys = await this.#keysOf(actor, address);
    await this.#guard.refuseBlocked(keys);
    const person = await people.find(database.queries, actor.personId);
    if (person === null || !(await passwordMatches(person.passwordHash, password))) {
      await this.#guard.count(keys);
      refuseIfAny([accessRefusal.wrongPassword]);
    }
    return person?.username ?? actor.personId;
  }
}
