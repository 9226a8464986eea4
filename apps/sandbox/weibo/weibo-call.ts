import type { World } from '../world.js';

/** One request as the handlers see it: parameters of query and body together. */
export interface WeiboRequest {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The `pic` part of a multipart body. */
  readonly picture?: Buffer;
  readonly multipart: boolean;
  readonly authorization: string | undefined;
}

export interface WeiboCall {
  /** As in the vendor's documentation, without the version: `statuses/share`. */
  readonly name: string;
  readonly path: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** Calls that need a valid token count against the day's calls. */
  readonly needsToken: boolean;
  answer(request: WeiboRequest, world: World): WeiboReply;
}

/** A JSON value, or the pages of the sign-in. */
export type WeiboReply =
  { readonly json: unknown } | { readonly page: string } | { readonly redirect: string };
