import type { TravellingClock } from '@koujing/kernel';
import type { Channel } from './channel.js';
import type { MemoryLog } from './ports/log-memory.js';
import type { Limit } from './manifest.js';
import type { ChannelPorts, TokenPort } from './ports.js';
import type { Publication } from './publication.js';

/** What a channel's owner gives to the contract suite (`channelContract(name, harness)`). */
export interface ChannelHarness<Settings, Secrets> {
  readonly channel: Channel<Settings, Secrets>;
  /** Valid in every respect; the release's id is taken as it stands, so keep it constant. */
  readonly publication: Publication;
  /** Settings for the pure cases. */
  readonly settings: Settings;
  /** A publication whose field measures exactly `size`; null where it cannot be made (say why beside it). */
  sized(limit: Limit, size: number): Publication | null;
  /** The steps that an undisturbed send commits, in order; [] for a channel with a single remote write. */
  readonly steps: readonly string[];
  /** What this channel does not have; the cases about it are reported as skipped. */
  readonly lacks?: readonly ('network' | 'loss' | 'token' | 'signIn' | 'recent' | 'inspect')[];
  /** A fresh platform for one case. */
  start(): Promise<ChannelWorld<Settings, Secrets>>;
}

/** How the answer to the publishing call goes missing although the platform did the work. */
export type Loss = 'reset' | 'gatewayError' | 'silence';

/** The platform of one case and the ports that lead to it. */
export interface ChannelWorld<Settings, Secrets> {
  readonly settings: Settings;
  readonly secrets: Secrets;
  /** The platform's clock and the channel's. */
  readonly clock: TravellingClock;
  readonly ports: ChannelPorts;
  readonly log: MemoryLog;
  readonly recipient?: string;
  /** The account's token as dispatch would keep it; a new object for each attempt. */
  tokens(): TokenPort;
  /** Settings that lead nowhere: connections are refused. Needed unless the channel lacks `network`. */
  readonly unreachable?: Settings | null;
  /** Secrets that the platform refuses. Needed unless the channel lacks `signIn`. */
  readonly wrongSecrets?: Secrets | null;
  /** The next publishing call is done and its answer lost. Needed unless the channel lacks `loss`. */
  readonly loseAnswer?: ((loss: Loss) => void) | null;
  /** The next calls refuse the token, once or always. Needed unless the channel lacks `token`. */
  readonly refuseToken?: ((times: 'once' | 'always') => void) | null;
  /** What the public (or the recipient) can see of the publication now. */
  copies(): Promise<number>;
  /** How often the platform has ever taken the publication. */
  accepted(): Promise<number>;
  stop(): Promise<void>;
}
