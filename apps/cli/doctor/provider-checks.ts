import { createHash, randomBytes } from 'node:crypto';
import type { OrganAccountSettings } from '@koujing/access';
import { HttpFailure, type HttpPort } from '@koujing/channel';
import type { Clock } from '@koujing/kernel';
import { z } from 'zod';
import { ill, warning, well, type Diagnosis } from './diagnosis.js';

/** The organ's identity provider as it is configured, and where browsers reach this house. */
export interface ConfiguredProvider {
  readonly settings: OrganAccountSettings;
  readonly consoleUrl: string;
}

interface Ports {
  readonly http: HttpPort;
  readonly clock: Clock;
}

const timeoutMs = 10_000;
const mostBytes = 1_048_576;
/** What the sign-in forgives; a token that is older or younger by our clock is refused. */
const mostSkewMs = 30_000;

const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).exactOptional(),
  code_challenge_methods_supported: z.array(z.string()).exactOptional(),
});
type Document = z.output<typeof documentSchema>;

/** What would send everybody away at the provider's door or at ours, before anybody stands there. Nobody is signed in. */
export const checkProvider = async (
  configured: ConfiguredProvider,
  ports: Ports,
): Promise<readonly Diagnosis[]> => {
  const { issuer } = configured.settings;
  const address = `${issuer.replace(/\/+$/u, '')}/.well-known/openid-configuration`;
  const asked = ports.clock.now().getTime();
  const reply = await ask(ports.http, issuer, { method: 'GET', url: address });
  if (typeof reply === 'string') return [unreachable(address, reply)];
  const found = reply.status === 200 ? documentSchema.safeParse(parsed(reply.text)) : null;
  if (found?.success !== true)
    return [unreachable(address, reply.status === 200 ? '不是 OpenID 的发现文档' : `HTTP ${reply.status}`)];
  const skew = checkSkew(reply.date, { asked, answered: ports.clock.now().getTime() });
  if (!sameAddress(found.data.issuer, issuer)) return [otherIssuer(found.data.issuer, issuer), ...skew];
  return [
    well('provider', `统一身份系统 ${issuer} 可以连接。`, `The identity provider ${issuer} answers.`),
    ...skew,
    ...pkceOf(found.data),
    await checkRedirect(found.data, configured, ports.http),
    await checkSecret(found.data, configured, ports.http),
  ];
};

const sameAddress = (one: string, other: string): boolean =>
  URL.canParse(one) && new URL(one).href === new URL(other).href;

const unreachable = (address: string, why: string): Diagnosis =>
  ill(
    'provider',
    `读不到统一身份系统的发现文档 ${address}（${why}）；请核对 access.organAccount.issuer、网络和证书，此前没有人能用统一身份登录。`,
    `The discovery document ${address} of the identity provider cannot be read (${why}); look at access.organAccount.issuer, the network and the certificate. Until then nobody signs in there.`,
  );

const otherIssuer = (found: string, issuer: string): Diagnosis =>
  ill(
    'provider',
    `统一身份系统自称 ${found}，配置里写的是 ${issuer}，登录会被拒绝；请把 access.organAccount.issuer 改成它自称的那个。`,
    `The identity provider calls itself ${found}, the configuration says ${issuer}; every sign-in would be refused. Set access.organAccount.issuer to what it calls itself.`,
  );

/** By its own Date, which counts whole seconds and was written somewhere between asking and answering. */
const checkSkew = (
  date: string | undefined,
  { asked, answered }: { readonly asked: number; readonly answered: number },
): readonly Diagnosis[] => {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return [];
  const skew = Math.max(0, asked - (theirs + 1_000), theirs - answered);
  const seconds = Math.round(skew / 1_000);
  return skew <= mostSkewMs
    ? [
        well(
          'providerClock',
          '本机与统一身份系统的时钟相符。',
          'The clocks of this machine and of the identity provider agree.',
        ),
      ]
    : [
        ill(
          'providerClock',
          `本机与统一身份系统的时钟相差约 ${seconds} 秒，超过 30 秒的登录会被拒绝；请让两边都与时间服务器同步。`,
          `The clocks of this machine and of the identity provider are about ${seconds} seconds apart; beyond 30 sign-ins are refused. Keep both by a time server.`,
        ),
      ];
};

const pkceOf = ({ code_challenge_methods_supported: ways }: Document): readonly Diagnosis[] =>
  ways === undefined || ways.includes('S256')
    ? []
    : [
        warning(
          'providerPkce',
          '统一身份系统没有写明支持 PKCE（S256），授权码被截走时少一层保护；请在那边打开。',
          'The identity provider does not say that it knows PKCE (S256), which protects a code that was intercepted; switch it on there.',
        ),
      ];

/**
 * Asks as a sign-in would, but for nobody to be asked (`prompt=none`): a provider answers at the address that is registered
 * and at no other (OpenID Connect Core 3.1.2.6; OAuth 2.0, RFC 6749, 4.1.2.1).
 */
const checkRedirect = async (
  { authorization_endpoint: endpoint }: Document,
  { settings, consoleUrl }: ConfiguredProvider,
  http: HttpPort,
): Promise<Diagnosis> => {
  const back = `${consoleUrl.replace(/\/+$/u, '')}/api/session/organ-account/callback`;
  const url = new URL(endpoint);
  const question = {
    ...{ response_type: 'code', client_id: settings.clientId, redirect_uri: back, scope: settings.scope },
    ...{ prompt: 'none', state: 'doctor', nonce: 'doctor', code_challenge_method: 'S256' },
    code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
  };
  for (const [name, value] of Object.entries(question)) url.searchParams.set(name, value);
  const reply = await ask(http, settings.issuer, { method: 'GET', url: url.href });
  if (typeof reply !== 'string') {
    const { status, location } = reply;
    if (status >= 300 && status < 400 && location?.startsWith(`${back}?`) === true)
      return well(
        'providerRedirect',
        `统一身份系统登记了回调地址 ${back}。`,
        `The identity provider has ${back} registered as the address to come back to.`,
      );
    if (status >= 400 && status < 500)
      return ill(
        'providerRedirect',
        `统一身份系统不认应用 ${settings.clientId} 或回调地址 ${back}；请在那边登记这个地址，一字不差，并核对 clientId 和 server.consoleUrl。`,
        `The identity provider does not know the client ${settings.clientId} or the address ${back}; register it there to the letter, and look at clientId and server.consoleUrl.`,
      );
  }
  return warning(
    'providerRedirect',
    `看不出统一身份系统有没有登记回调地址 ${back}；请在那边核对，一字不差。`,
    `It cannot be told whether ${back} is registered at the identity provider; look there, to the letter.`,
  );
};

/** With a code that is none: a provider looks at who asks before it looks at the code (RFC 6749, 5.2). */
const checkSecret = async (
  { token_endpoint: url, token_endpoint_auth_methods_supported: ways = ['client_secret_basic'] }: Document,
  { settings, consoleUrl }: ConfiguredProvider,
  http: HttpPort,
): Promise<Diagnosis> => {
  const { clientId, clientSecret } = settings;
  const inHeader = ways.includes('client_secret_basic') || !ways.includes('client_secret_post');
  const pair = [clientId, clientSecret].map((part) => encodeURIComponent(part)).join(':');
  const body = new URLSearchParams({
    ...{ grant_type: 'authorization_code', code: 'doctor', code_verifier: 'd'.repeat(43) },
    redirect_uri: `${consoleUrl.replace(/\/+$/u, '')}/api/session/organ-account/callback`,
    ...(inHeader ? {} : { client_id: clientId, client_secret: clientSecret }),
  });
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...(inHeader ? { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } : {}),
  };
  const reply = await ask(http, settings.issuer, { method: 'POST', url, headers, body: body.toString() });
  const said =
    typeof reply === 'string'
      ? undefined
      : z.object({ error: z.string() }).safeParse(parsed(reply.text)).data;
  if (said?.error === 'invalid_grant')
    return well(
      'providerSecret',
      '统一身份系统认本系统的密钥。',
      'The identity provider takes the secret of this house.',
    );
  if (said?.error === 'invalid_client' || said?.error === 'unauthorized_client')
    return ill(
      'providerSecret',
      `统一身份系统不认应用 ${clientId} 的密钥；请换成那边现在的一个（access.organAccount.clientSecret 或 clientSecretFile）。`,
      `The identity provider refuses the secret of the client ${clientId}; take the present one (access.organAccount.clientSecret or clientSecretFile).`,
    );
  return warning(
    'providerSecret',
    '看不出统一身份系统认不认本系统的密钥。',
    'It cannot be told whether the identity provider takes the secret of this house.',
  );
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

interface Told {
  readonly status: number;
  readonly text: string;
  readonly date: string | undefined;
  readonly location: string | undefined;
}

/** What went wrong, in a word, where there is no answer. Hosts that the document names are reached as a sign-in reaches them. */
const ask = async (
  http: HttpPort,
  issuer: string,
  request: Omit<Parameters<HttpPort['request']>[0], 'timeoutMs' | 'mostBytes'>,
): Promise<Told | string> => {
  try {
    const { status, headers, body } = await http.request({
      ...{ ...request, timeoutMs, mostBytes },
      ...(new URL(request.url).host === new URL(issuer).host ? {} : { reach: 'public' as const }),
    });
    return {
      ...{ status, text: Buffer.from(body).toString('utf8') },
      ...{ date: headers['date'], location: headers['location'] },
    };
  } catch (error) {
    if (error instanceof HttpFailure) return error.message;
    throw error;
  }
};
