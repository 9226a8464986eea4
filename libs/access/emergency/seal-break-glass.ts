import { hashPassword } from '../password.js';
import type { PeopleParts } from '../people/people-parts.js';
import { breakGlassId, newBreakGlassPassword } from './break-glass.js';
import type { BreakGlassStore } from './break-glass-store.sql.js';

type SealParts = Pick<PeopleParts, 'database' | 'people' | 'sessions' | 'audit' | 'clock'> & {
  readonly breakGlass: BreakGlassStore;
};

/** A new password for the emergency account, answered once; the one before opens nothing any more. */
export class SealBreakGlass {
  constructor(private readonly parts: SealParts) {}

  async perform(): Promise<{ readonly username: string; readonly password: string }> {
    const { database, people, sessions, breakGlass, audit, clock } = this.parts;
    const password = newBreakGlassPassword();
    const passwordHash = await hashPassword(password);
    const person = { id: breakGlassId, username: breakGlassId, name: '应急账号', email: '', passwordHash };
    await database.transaction(async (queries) => {
      // Closed until it is opened: nobody is told anything in its name, and no other door lets it in.
      await people.save(queries, { ...person, disabled: true });
      for (const role of ['administrator', 'coordinator'] as const)
        await people.grant(queries, { personId: breakGlassId, organId: null, role });
      await sessions.closeAll(queries, breakGlassId);
      await breakGlass.seal(queries, clock.now());
      await audit.record(queries, {
        ...{ actor: 'system:operator', action: 'person.sealBreakGlass' },
        ...{ subjectKind: 'person', subjectId: breakGlassId },
      });
    });
    return { username: breakGlassId, password };
  }
}
