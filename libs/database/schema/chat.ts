import type { Generated } from 'kysely';
import type { Json } from './organ.js';

/** A group chat that notices go to. */
export interface ChatDestinationTable {
  id: string;
  organ_id: string;
  /** `wecom`, `dingtalk`, `feishu`. */
  platform: string;
  name: string;
  /** The robot's address and key, encrypted at rest: whoever knows them speaks in the group. */
  address: string;
  /** What of the address may be shown: its host and last letters. */
  hint: string;
  /** Kinds of notices that go there. */
  kinds: Json<readonly string[]>;
  enabled: boolean;
  /** Nothing is sent before: the platforms take some twenty messages a minute. */
  rest_until: Date | null;
  revision: Generated<number>;
  created_at: Date;
}

export interface ChatMessageTable {
  id: string;
  destination_id: string;
  /** The notice; unique for a destination. */
  key: string;
  kind: string;
  /** Path in the console. */
  link: string;
  /** `planned`, `sending`, `sent`, `failed`, `unknown`. */
  state: string;
  attempts: number;
  next_at: Date;
  lease_until: Date | null;
  last_message: string | null;
  created_at: Date;
  settled_at: Date | null;
}
