/** What `@fastify/cookie` adds to a reply. */
export interface CookieReply {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

/** And to a request. */
export interface CookieRequest {
  readonly cookies?: Readonly<Record<string, string | undefined>>;
}

/** Injected: how cookies are sent; `secure` where the console is served over https. */
export const COOKIE_OPTIONS = Symbol('cookie options');
export interface CookieOptions {
  readonly secure: boolean;
}

export const strict = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

export const SESSION_COOKIE = 'koujing_session';

/** Over https a browser lets neither another host of the domain nor a page without https set what is called so. */
export const sessionCookie = ({ secure }: CookieOptions): string =>
  secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;
