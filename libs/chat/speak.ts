import { HttpFailure, type HttpPort } from '@koujing/channel';
import type { InnerHosts } from './chat-address.js';
import type { ChatDestination } from './chat-destination.js';
import type { ChatAnswer } from './chat-platform.js';
import { chatPlatforms } from './chat-platforms.js';

/** A group's robot answers at once; what takes longer is not known. */
const CALL_MS = 10_000;

export interface Voice {
  readonly http: HttpPort;
  readonly innerHosts: InnerHosts;
}

/** One try. The address that is connected to must be public, unless the operator has listed the host. */
export const speak = async (
  { http, innerHosts }: Voice,
  { platform: name, address }: Pick<ChatDestination, 'platform' | 'address'>,
  { text, at }: { readonly text: string; readonly at: Date },
): Promise<ChatAnswer | HttpFailure> => {
  const platform = chatPlatforms[name];
  const { url, body } = platform.request(address, cutTo(text, platform.mostBytes), at);
  const isInner = innerHosts.includes(new URL(url).hostname);
  try {
    const reply = await http.request({
      ...{ method: 'POST', url, body, timeoutMs: CALL_MS },
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Koujing-Notice/1' },
      ...(isInner ? {} : { reach: 'public' as const }),
    });
    return platform.answer(reply);
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
};

/** Whole characters only. */
const cutTo = (text: string, mostBytes: number): string => {
  let cut = text;
  while (Buffer.byteLength(cut, 'utf8') > mostBytes) cut = [...cut].slice(0, -1).join('');
  return cut;
};
