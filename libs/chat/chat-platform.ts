import type { HttpReply } from '@koujing/channel';

/** Where a robot listens, and the key that it is signed with; '' where there is none. */
export interface ChatAddress {
  readonly url: string;
  readonly key: string;
}

/**
 * What an answer means. `unknown`: the message may stand in the group, and none of the platforms tells; it is not sent
 * again, for none of them refuses a double.
 */
export type ChatAnswer =
  | { readonly kind: 'sent'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'later'; readonly message: string; readonly delayMs: number }
  | { readonly kind: 'unknown'; readonly message: string };

/** The protocol of one platform: pure. */
export interface ChatPlatform {
  /** Bytes of text that one message takes. */
  readonly mostBytes: number;
  /** Least time between two messages of one robot. */
  readonly restMs: number;
  request(address: ChatAddress, text: string, at: Date): { readonly url: string; readonly body: string };
  answer(reply: HttpReply): ChatAnswer;
}
