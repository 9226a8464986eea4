/** What a way to the provider and back is recognised by; kept by the browser, sealed. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636): who picked up the code on the way cannot use it. */
  readonly verifier: string;
}

/** Whom the provider let in. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** What the configured claim calls them. */
  readonly name: string;
  /** When they proved there who they are. */
  readonly provedAt: Date;
  /** Whether what they proved it by counts as our second factor. */
  readonly hasFactor: boolean;
}

/** The organ's identity provider. */
export interface IdentityProvider {
  readonly issuer: string;
  /** @throws Problem `unavailable` if it cannot be reached */
  begin(): Promise<{ readonly url: string; readonly checks: Checks }>;
  /** Turns the query that the browser came back with into a person. @throws Problem `unavailable`, `unauthenticated` */
  finish(query: string, checks: Checks): Promise<Identity>;
  /** Where the session there is ended; null if it offers no such page or cannot be reached. */
  signOutUrl(): Promise<string | null>;
}
