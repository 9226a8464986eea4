import type { EvidenceGround } from './evidence-cases.js';
import type { DiskWatch } from './door/disk-watch.js';
import type { KeySource } from './key-rotation.js';
import type { Database } from '@koujing/database';
import type { AccessPolicy, OrganAccountSettings } from '@koujing/access';
import type { Clock } from '@koujing/kernel';
import type { Role } from './server-settings.js';
import type { Bucket, InternalCa, LogPort } from '@koujing/channel';
import type { CityRules } from './city-rules.js';
import type { NoticeMail } from '@koujing/notify';
import type { ReturnAddress } from './return-server.js';
import type { AlertSettings } from '@koujing/alert';
import type { Provider, Type } from '@nestjs/common';

/** What one process of the house is made of. */
export interface ServerParts extends EvidenceGround {
  readonly database: Database;
  /** The city's clock; journeys travel with it. */
  readonly clock: Clock;
  readonly roles: readonly Role[];
  readonly log: LogPort;
  /** Where the key comes from, if other processes have it too and may replace it. */
  readonly followsKey?: KeySource | null;
  /** Whether what is done can be kept; without it the disk is not looked at. */
  readonly disk?: DiskWatch;
  /** What every uploaded file is shown to; without it no file is scanned. */
  readonly scan?: (bytes: Uint8Array) => Promise<void>;
  /** Requests at once, beyond which later ones are sent away. */
  readonly mostAtOnce?: number;
  /** Requests a minute of one session, key, or address without either. */
  readonly requestsPerMinute?: number;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly consoleUrl: string;
  /** Main colour of the console, #rrggbb, if the city has its own. */
  readonly consoleAccent?: string;
  /** Proxies in front, whose X-Forwarded-For is believed. */
  readonly trustProxy?: readonly string[];
  /** What is not taken as a password, in small letters (NFKC). */
  readonly commonPasswords?: ReadonlySet<string>;
  /** What this city and its sites are called: words that no password consists of. */
  readonly cityNames?: readonly string[];
  /** Who needs more than a password to get in. */
  readonly access?: AccessPolicy;
  /** The organ's identity provider, where the city has connected one. */
  readonly organAccount?: OrganAccountSettings;
  /** Where newsrooms reach their pages, without a slash at the end; without it at the console's own address. */
  readonly newsroomUrl?: string;
  /** Base of the permanent addresses, without a slash at the end. */
  readonly portalUrl: string;
  readonly rules: CityRules;
  readonly numberPrefix: string;
  readonly timeZone: string;
  readonly noticeMail: NoticeMail;
  /** Where the portal lies, if not in a folder. */
  readonly bucket?: Bucket | null;
  /** Whose certificates are believed at the city's own hosts. */
  readonly internalCa?: InternalCa | null;
  /** Where bounces are taken; null if they go elsewhere. Port 0 takes any free one. */
  readonly returns: ReturnAddress | null;
  /** Opens /metrics to a scraper elsewhere; without one it is open to this machine. */
  readonly metricsToken?: string | null;
  /** Hosts of the inner network at which robots of group chats may be reached. */
  readonly innerChatHosts?: readonly string[];
  /** Hosts of the inner network to which events may be sent. */
  readonly innerSubscriberHosts?: readonly string[];
  /** Hosts of the inner network whose sites may be read. */
  readonly innerWatchHosts?: readonly string[];
  /** CAP messages; without them everything is an exercise, sent in the portal's name. */
  readonly alerts?: AlertSettings;
  /** Further faces of this process, e.g. the demo's accounts. */
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Provider[];
}
