import type { PersonId } from '@koujing/kernel';

/** An hour without a request ends a session, twelve end it anyway: a shared office desk is the danger, retyping a password the price. */
export const IDLE_MS = 60 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
/** `seen_at` is written at most this often, so that reading pages does not write rows. */
export const TOUCH_MS = 60_000;

/**
 * So long the former token still opens the session after the person proved anew who they are: other windows of the browser
 * have asked with it meanwhile, and would be shown the door. Whoever stole it has ten seconds more, and none of the proof.
 */
export const GRACE_MS = 10_000;

export interface Session {
  /** SHA-256 of the cookie's token. */
  readonly id: string;
  readonly personId: PersonId;
  readonly csrf: string;
  readonly createdAt: Date;
  /** When the password was entered last: at the sign-in, or since. */
  readonly provedAt: Date | null;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  /** What the browser says of itself, and from where it came. */
  readonly agent: string;
  readonly address: string;
  /** Opened by the account at the organ's identity provider: a first password that was not used binds nobody. */
  readonly byOrganAccount: boolean;
  /** What was proved there counts as the second factor. */
  readonly factorElsewhere: boolean;
}

/** From where somebody comes: the address, and what the browser says of itself. */
export interface From {
  readonly address: string;
  readonly agent: string;
}

export const isOver = (session: Session, now: Date): boolean =>
  now >= session.expiresAt || now.getTime() - session.seenAt.getTime() >= IDLE_MS;
