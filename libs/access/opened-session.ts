import { randomBytes } from 'node:crypto';
import { digestOf, type PersonId } from '@koujing/kernel';
import type { From, Session } from './session.js';

/** A session just opened; the token goes into the cookie and is kept nowhere. */
export interface OpenedSession {
  readonly token: string;
  readonly session: Session;
}

/** Longer ones say nothing more, and whoever sends them chooses the length. */
const longestAgent = 400;

/** How a session is opened: when the person proved who they are, for how long, and by what. */
interface Opening extends Partial<Pick<Session, 'byOrganAccount' | 'factorElsewhere'>> {
  readonly now: Date;
  readonly forMs: number;
  /** Now, if not told. */
  readonly provedAt?: Date;
}

const newToken = (): string => randomBytes(32).toString('base64url');

/** The same session behind another token, whoever saw the present one (ASVS V7.2.4). It lasts no longer for it. */
export const renewedSession = (session: Session, now: Date): OpenedSession => {
  const token = newToken();
  return { token, session: { ...session, id: digestOf(token), provedAt: now, seenAt: now } };
};

export const newSession = (
  personId: PersonId,
  from: From,
  { now, forMs, provedAt = now, byOrganAccount = false, factorElsewhere = false }: Opening,
): OpenedSession => {
  const token = newToken();
  const session: Session = {
    ...{ id: digestOf(token), personId, csrf: randomBytes(24).toString('base64url') },
    ...{ createdAt: now, provedAt, seenAt: now, expiresAt: new Date(now.getTime() + forMs) },
    ...{ address: from.address, agent: from.agent.slice(0, longestAgent) },
    ...{ byOrganAccount, factorElsewhere },
  };
  return { token, session };
};
