import type * as openid from 'openid-client';
import { HttpFailure, type HttpPort, type LogPort } from '@koujing/channel';
import { Problem, type Clock } from '@koujing/kernel';
import type { Checks, Identity, IdentityProvider } from './identity-provider.js';
import type { OrganAccountSettings } from './organ-account-settings.js';
import { organAccountRefusal } from './organ-account-refusal.js';

type Library = typeof openid;
type Claims = Readonly<Record<string, unknown>>;

/** Somebody waits before a page; a provider that takes longer is as good as down. */
const timeoutMs = 10_000;
/** Discovery documents and key sets are a few kilobytes. */
const mostBytes = 1_048_576;
/** So often the discovery document is read anew; keys that are not known yet are fetched by themselves. */
const discoveredForMs = 3_600_000;

interface OpenIdParts {
  readonly settings: OrganAccountSettings;
  /** Where the browser reaches this house, without a slash at the end. */
  readonly consoleUrl: string;
  readonly http: HttpPort;
  readonly clock: Clock;
  readonly log: LogPort;
}

/** Speaks OpenID Connect: code, PKCE, state and nonce; the library checks what comes back, its signature too. */
export class OpenIdProvider implements IdentityProvider {
  #known: { readonly configuration: openid.Configuration; readonly until: number } | null = null;

  constructor(private readonly parts: OpenIdParts) {}

  get issuer(): string {
    return this.parts.settings.issuer;
  }

  begin(): Promise<{ readonly url: string; readonly checks: Checks }> {
    return this.#asked(async (library) => {
      const configuration = await this.#discovered(library);
      const { scope, acr, freshMinutes } = this.parts.settings;
      const checks = {
        state: library.randomState(),
        nonce: library.randomNonce(),
        verifier: library.randomPKCECodeVerifier(),
      };
      const url = library.buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: this.#redirectUri, scope, state: checks.state, nonce: checks.nonce },
        code_challenge: await library.calculatePKCECodeChallenge(checks.verifier),
        ...{ code_challenge_method: 'S256', max_age: String(freshMinutes * 60) },
        ...(acr.length === 0 ? {} : { acr_values: acr.join(' ') }),
      });
      return { url: url.href, checks };
    });
  }

  finish(query: string, { state, nonce, verifier }: Checks): Promise<Identity> {
    return this.#asked(async (library) => {
      const configuration = await this.#discovered(library);
      const tokens = await library.authorizationCodeGrant(
        configuration,
        new URL(`${this.#redirectUri}?${query}`),
        {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
          ...{ idTokenExpected: true, maxAge: this.parts.settings.freshMinutes * 60 },
        },
      );
      const claims: Claims = tokens.claims() ?? {};
      return this.#identityOf(claims, await this.#more(library, configuration, tokens, claims));
    });
  }

  async signOutUrl(): Promise<string | null> {
    try {
      return await this.#asked(async (library) => {
        const configuration = await this.#discovered(library);
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
        const back = { post_logout_redirect_uri: `${this.parts.consoleUrl}/` };
        return library.buildEndSessionUrl(configuration, back).href;
      });
    } catch (error) {
      // Our own session is over already; that the provider is away is in the log.
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  get #redirectUri(): string {
    return `${this.parts.consoleUrl}/api/session/organ-account/callback`;
  }

  /** Loaded by the first who signs in so: a house that is not connected never does, and no start waits for it. */
  async #asked<T>(work: (library: Library) => Promise<T>): Promise<T> {
    const library = await import('openid-client');
    try {
      return await work(library);
    } catch (error) {
      if (error instanceof Problem) throw error;
      this.parts.log.warn('organAccount.failed', { error: told(error) });
      throw problemOf(library, error);
    }
  }

  async #discovered(library: Library): Promise<openid.Configuration> {
    const now = this.parts.clock.now().getTime();
    if (this.#known !== null && now < this.#known.until) return this.#known.configuration;
    const { issuer, clientId, clientSecret } = this.parts.settings;
    const fetchThrough = this.#through(new URL(issuer).host);
    const configuration = await library
      .discovery(new URL(issuer), clientId, undefined, proofOf(library, clientSecret), {
        [library.customFetch]: fetchThrough,
        timeout: timeoutMs / 1_000,
        // The code came through the browser, but the token did not: its signature is checked all the same (V10.5).
        execute: [
          library.enableNonRepudiationChecks,
          // The settings take http for this very machine alone.
          ...(issuer.startsWith('http:') ? [library.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        this.parts.log.warn('organAccount.failed', { error: told(error) });
        throw new Problem('unavailable', [organAccountRefusal.providerAway]);
      });
    this.#known = { configuration, until: now + discoveredForMs };
    return configuration;
  }

  /**
   * The provider's own host the operator has named, inside or out. Other hosts come from its document, and are reached like
   * every address that others give us: public ones alone. No redirect is followed.
   */
  #through(ownHost: string): openid.CustomFetch {
    return async (url, { method, headers, body }) => {
      const given = new Response(body);
      const reply = await this.parts.http.request({
        ...{ method: method === 'POST' ? 'POST' : 'GET', url, timeoutMs, mostBytes },
        headers: { ...headers },
        ...(given.body === null ? {} : { body: new Uint8Array(await given.arrayBuffer()) }),
        ...(new URL(url).host === ownHost ? {} : { reach: 'public' as const }),
      });
      if (reply.status >= 500)
        throw new HttpFailure(`${new URL(url).host} answered ${reply.status}.`, 'maybe');
      return new Response(new Uint8Array(reply.body), { status: reply.status, headers: reply.headers });
    };
  }

  /** What the token leaves out and the provider tells who asks (OpenID Connect Core 5.3). */
  async #more(
    library: Library,
    configuration: openid.Configuration,
    tokens: { readonly access_token: string },
    claims: Claims,
  ): Promise<Claims> {
    const { nameClaim, requiredClaims } = this.parts.settings;
    const wanted = [nameClaim, ...Object.keys(requiredClaims)];
    const isWhole = wanted.every((claim) => claims[claim] !== undefined);
    if (isWhole || configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return library.fetchUserInfo(configuration, tokens.access_token, String(claims['sub']));
  }

  #identityOf(claims: Claims, more: Claims): Identity {
    const { settings } = this.parts;
    const all: Claims = { ...more, ...claims };
    const name = all[settings.nameClaim];
    if (typeof name !== 'string' || name === '') throw toldNot(settings.nameClaim);
    for (const [claim, allowed] of Object.entries(settings.requiredClaims))
      if (!valuesOf(all[claim]).some((value) => allowed.includes(value)))
        throw new Problem('unauthenticated', [organAccountRefusal.claimRequired(claim)]);
    // How somebody signed in stands in the signed token or nowhere.
    const ways = [...valuesOf(claims['acr']), ...valuesOf(claims['amr'])];
    if (settings.acr.length > 0 && !valuesOf(claims['acr']).some((value) => settings.acr.includes(value)))
      throw new Problem('unauthenticated', [organAccountRefusal.claimRequired('acr')]);
    return {
      ...{ issuer: settings.issuer, subject: String(claims['sub']), name },
      provedAt: new Date(Number(claims['auth_time']) * 1_000),
      hasFactor: ways.some((way) => settings.secondFactor.includes(way)),
    };
  }
}

/** In the header, as every provider must take it, but for those that say they take it in the body alone. */
const proofOf =
  (library: Library, secret: string): openid.ClientAuth =>
  (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const inHeader = ways.includes('client_secret_basic') || !ways.includes('client_secret_post');
    const prove = inHeader ? library.ClientSecretBasic(secret) : library.ClientSecretPost(secret);
    prove(server, ...rest);
  };

const toldNot = (claim: string): Problem =>
  new Problem('unauthenticated', [organAccountRefusal.providerToldNot(claim)]);

const valuesOf = (claim: unknown): readonly string[] =>
  (Array.isArray(claim) ? claim : [claim]).flatMap((value: unknown) =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'number' || typeof value === 'boolean'
        ? [String(value)]
        : [],
  );

/** The library wraps what the connection said. */
const isAway = (error: unknown): boolean =>
  error instanceof HttpFailure ||
  (error instanceof Error && error.cause !== undefined && isAway(error.cause));

const problemOf = (library: Library, error: unknown): unknown => {
  if (isAway(error)) return new Problem('unavailable', [organAccountRefusal.providerAway]);
  if (error instanceof library.AuthorizationResponseError)
    return new Problem('unauthenticated', [organAccountRefusal.providerSaidNo(error.error)]);
  // A code that was used already, a state or nonce that is not ours, a token that does not hold.
  if (error instanceof library.ResponseBodyError || error instanceof library.ClientError)
    return new Problem('unauthenticated', [organAccountRefusal.wayBackLost]);
  return error;
};

/** Name and message: what hangs on these errors holds tokens. */
const told = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}: ${error.message}`;
};
