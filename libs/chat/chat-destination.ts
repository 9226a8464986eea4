import type { OrganId } from '@koujing/kernel';
import type { ChatPlatformName } from './chat.api.js';
import type { ChatAddress } from './chat-platform.js';

/** A group chat to which an organ lets notices go. */
export interface ChatDestination {
  readonly id: string;
  readonly organId: OrganId;
  readonly platform: ChatPlatformName;
  readonly name: string;
  readonly address: ChatAddress;
  readonly hint: string;
  readonly kinds: readonly string[];
  readonly enabled: boolean;
  readonly revision: number;
}

/** Seals addresses for the database; the house's box for credentials. */
export interface Sealer {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
}
