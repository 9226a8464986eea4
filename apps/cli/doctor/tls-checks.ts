import { connect, type ConnectionOptions } from 'node:tls';
import type { Clock } from '@koujing/kernel';
import { ill, warning, well, type Diagnosis } from './diagnosis.js';

/** An address by which people reach this house. */
export interface PublicAddress {
  readonly url: string;
  readonly name: readonly [string, string];
  /** The console of an office may stand on a network of its own, with a certificate that its machines alone trust. */
  readonly mayBeInner: boolean;
}

/** Those that the configuration names, each host once. */
export const publicAddresses = (server: {
  readonly consoleUrl: string;
  readonly portalUrl: string;
  readonly newsroomUrl: string;
}): readonly PublicAddress[] => {
  const named: readonly PublicAddress[] = [
    { url: server.portalUrl, name: ['门户', 'portal'], mayBeInner: false },
    { url: server.newsroomUrl, name: ['媒体专页', 'page of the media'], mayBeInner: false },
    { url: server.consoleUrl, name: ['控制台', 'console'], mayBeInner: true },
  ];
  const https = named.filter(({ url }) => url.startsWith('https:'));
  const hostOf = ({ url }: PublicAddress): string => new URL(url).host;
  return https.filter((each, index) => https.findIndex((other) => hostOf(other) === hostOf(each)) === index);
};

interface Parts {
  readonly clock: Clock;
  /** Certificates to trust in place of those that come with Node; only tests name some. */
  readonly ca?: string;
}

/** What a browser would meet. */
interface Met {
  readonly protocol: string;
  /** Why a browser would warn; null if it would not. */
  readonly distrust: string | null;
  readonly until: Date;
}

const timeoutMs = 10_000;
const soonMs = 30 * 86_400_000;
/** What TLS 1.0 and 1.1 can still be asked for with; today's defaults leave them out. */
const outdated = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

/**
 * Whether the proxy in front speaks TLS as it should (ASVS V12.1.1, 12.2.2): a certificate that browsers trust and that does
 * not end soon, and nothing older than TLS 1.2. Nothing is sent over the connection.
 */
export const checkTls = async (address: PublicAddress, { clock, ca }: Parts): Promise<Diagnosis> => {
  const { url, name, mayBeInner } = address;
  const [zh, en] = name;
  const trusted = ca === undefined ? {} : { ca };
  const met = await meet(url, trusted);
  if (typeof met === 'string')
    return warning(
      'tls',
      `从这台机器连不上${zh} ${url}（${met}），证书和 TLS 版本没有检查；请在能打开它的机器上看一次。`,
      `The ${en} ${url} cannot be reached from this machine (${met}): its certificate and TLS versions were not looked at.`,
    );
  if (met.distrust !== null) return distrusted(address, met.distrust);
  if (typeof (await meet(url, { ...trusted, ...outdated })) !== 'string')
    return ill(
      'tls',
      `${zh} ${url} 还接受 TLS 1.1 或更旧的版本；请在反向代理里只留 TLS 1.2 和 1.3（nginx：ssl_protocols TLSv1.2 TLSv1.3）。`,
      `The ${en} ${url} still takes TLS 1.1 or older; leave only TLS 1.2 and 1.3 in the proxy.`,
    );
  const left = met.until.getTime() - clock.now().getTime();
  const days = Math.floor(left / 86_400_000);
  if (left < soonMs)
    return warning(
      'tls',
      `${zh} ${url} 的证书还有 ${days} 天到期，请尽快更换，并让更换自动进行。`,
      `The certificate of the ${en} ${url} ends in ${days} days; renew it, and let that happen by itself.`,
    );
  return well(
    'tls',
    `${zh} ${url}：${met.protocol}，证书受信任，${mayBeInner ? '' : '公众的浏览器不会警告，'}还有 ${days} 天到期。`,
    `The ${en} ${url}: ${met.protocol}, its certificate is trusted and ends in ${days} days.`,
  );
};

const distrusted = ({ url, name: [zh, en], mayBeInner }: PublicAddress, why: string): Diagnosis =>
  mayBeInner
    ? warning(
        'tls',
        `${zh} ${url} 的证书不在公开信任之列（${why}）；只在内网用、且内网的机器都信任它时可以，否则请换成公开信任的证书。`,
        `The certificate of the ${en} ${url} is not publicly trusted (${why}); that will do only on an inner network whose machines all trust it.`,
      )
    : ill(
        'tls',
        `${zh} ${url} 的证书不受信任（${why}），公众的浏览器会警告或打不开；请换成公开信任的证书，域名与地址相符。`,
        `The certificate of the ${en} ${url} is not trusted (${why}): browsers of the public warn or refuse. Get a publicly trusted one for this very name.`,
      );

/** A connection that is opened, looked at and closed; the error's code if there is none. */
const meet = (url: string, options: ConnectionOptions): Promise<Met | string> => {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/gu, '');
  return new Promise((resolve) => {
    const socket = connect({
      ...{ host, port: port === '' ? 443 : Number(port), timeout: timeoutMs },
      // No name for a bare address (RFC 6066 3).
      ...(/^[\d.]+$|:/u.test(host) ? {} : { servername: host }),
      // To say what is wrong with it: nothing is sent, and nothing that comes is believed.
      rejectUnauthorized: false,
      ...options,
    });
    const end = (found: Met | string): void => {
      resolve(found);
      socket.destroy();
    };
    socket.once('secureConnect', () => {
      const { valid_to: until } = socket.getPeerCertificate();
      const error = socket.authorizationError as unknown;
      end({
        protocol: socket.getProtocol() ?? '',
        distrust: socket.authorized ? null : codeOf(error),
        until: new Date(until),
      });
    });
    socket.once('timeout', () => end('ETIMEDOUT'));
    socket.once('error', (error) => end(codeOf(error)));
  });
};

const codeOf = (error: unknown): string => {
  if (typeof error === 'string') return error;
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return code ?? message ?? String(error);
};
