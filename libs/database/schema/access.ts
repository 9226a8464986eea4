import type { ColumnType, Generated } from 'kysely';
import type { Json } from './organ.js';

export interface PersonTable {
  id: string;
  username: string;
  name: string;
  email: string;
  password_hash: string;
  disabled: boolean;
  phone: Generated<string>;
  /** Raised by every change of the entry; a change that read an older one is refused as stale. */
  revision: Generated<number>;
  /** Until when the password that an administrator was shown opens a session; null once it is the person's own. */
  first_password_until: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Two administrators stand behind the password: the one who was shown it is not the one who wanted it. */
  opened_by_two: Generated<boolean>;
}

/** A person's role in one organ; `organ_id` null means in all organs. */
export interface RoleGrantTable {
  person_id: string;
  organ_id: string | null;
  role: string;
}

/** A role that the city's file of people listed when it was last read. */
export interface ListedRoleTable {
  person_id: string;
  organ_id: string;
  role: string;
}

export interface SessionTable {
  /** SHA-256 of the cookie's token: a stolen table opens no session. */
  id: string;
  person_id: string;
  csrf: string;
  created_at: Date;
  /** When the password was entered last; null in sessions older than the question. */
  proved_at: Date | null;
  seen_at: Date;
  expires_at: Date;
  /** What the browser says of itself, and from where it came; '' in sessions older than the question. */
  agent: Generated<string>;
  address: Generated<string>;
  /** Opened by the person's account at the organ's identity provider; and with a second factor proved there that counts here. */
  by_organ_account: Generated<boolean>;
  factor_elsewhere: Generated<boolean>;
}

/** Whose account at the organ's identity provider opens a session here. */
export interface OrganAccountTable {
  person_id: string;
  issuer: string;
  /** What the provider calls the person, as an administrator registered it. */
  name: string;
  /** The provider's own unchanging name; null until the first sign-in. */
  subject: string | null;
  set_by: string;
  set_at: Date;
  bound_at: Date | null;
}

export interface SecondFactorTable {
  person_id: string;
  /** Sealed, bound to the person. */
  secret: string;
  begun_at: Date;
  /** Null until a code has proved that the authenticator holds the secret. */
  confirmed_at: Date | null;
  /** The step of the last code that was taken: none is taken twice. */
  last_step: Generated<number>;
}

export interface RecoveryCodeTable {
  person_id: string;
  /** argon2id, like a password: the codes are shown once. */
  hash: string;
  used_at: Date | null;
}

export interface LoginFailureTable {
  key: string;
  failures: number;
  blocked_until: Date | null;
}

export interface ApiKeyTable {
  id: string;
  person_id: string;
  name: string;
  scopes: Json<readonly string[]>;
  /** SHA-256 of the secret: a stolen table opens nothing. */
  secret_digest: string;
  hint: string;
  issued_by: string;
  issued_at: Date;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
  by_two: Generated<boolean>;
}

/** A write that its sender named, so as to repeat it safely. */
export interface RequestOnceTable {
  person_id: string;
  key: string;
  request_digest: string;
  /** Null until it was answered; for ever, if the process died in between. */
  status: number | null;
  answer: Json<unknown> | null;
  made_at: Date;
}

/** What one administrator wants and another has to confirm; `outcome` null while it waits. */
export interface RoleChangeTable {
  id: string;
  person_id: string;
  kind: string;
  grants: Json<readonly { readonly role: string; readonly organId: string | null }[]>;
  reason: string;
  /** The account that is to be linked; null in changes of other kinds. */
  account_name: string | null;
  /** What the key is to be; null in changes of other kinds. */
  api_key: Json<{ readonly name: string; readonly scopes: readonly string[]; readonly days: number } | null>;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  outcome: string | null;
}

export interface BreakGlassTable {
  person_id: string;
  sealed_at: Date;
  /** Null while it is sealed. */
  used_at: Date | null;
  reason: string | null;
}
