import { accessSection } from '@koujing/access';
import { alertsSection } from '@koujing/alert';
import { Problem } from '@koujing/kernel';
import { z } from 'zod';
import { clamdPlace } from './clamd.js';
import { namedWhenOpen, publicAddress } from './public-address.js';
import { citySection, section } from '@koujing/settings';
import { subscriptionsSection } from '@koujing/subscription';
import { watchSection } from '@koujing/watch';

const port = z.int('0 至 65535 的整数').min(0, '0 至 65535 的整数').max(65535, '0 至 65535 的整数');

export const roles = ['web', 'worker', 'scheduler'] as const;
export type Role = (typeof roles)[number];

const serverSection = section(
  'server',
  z
    .strictObject({
      host: z.string().min(1),
      port,
      portalPort: port,
      portalUrl: publicAddress,
      /** Address of the console in mails; empty means http://host:port. */
      consoleUrl: publicAddress.default(''),
      /** Public address of the media desk's pages, forwarded to /api/newsroom here; empty means the console's address. */
      newsroomUrl: publicAddress.default(''),
      /** Addresses of the proxies in front, whose X-Forwarded-For is believed: else everybody behind them has one address. */
      trustProxy: z.array(z.string().min(1, '地址或网段')).default([]),
      /** Of one session or API key, and of one address without either. Less than 600 would stop a clerk who works fast. */
      requestsPerMinute: z.int('不小于 600 的整数').min(600, '不小于 600 的整数').default(6_000),
      roles: z.array(z.enum(roles, `${roles.join('、')} 之一`)).min(1, '至少一个角色'),
    })
    .superRefine(namedWhenOpen),
);

const name = z.string('一串文字').min(1, '不能为空；密钥可写成 ${环境变量名}');

/** An S3-compatible bucket that the portal is written to instead of the data directory. */
const bucketSchema = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/u, error: 'http 或 https 地址' }),
  region: name.default('us-east-1'),
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u, '存储桶名：3 至 63 个小写字母、数字、点和连字符'),
  prefix: z
    .string()
    .regex(/^(?:[\w.-]+(?:\/[\w.-]+)*)?$/u, '桶内的目录，前后没有斜线')
    .default(''),
  pathStyle: z.boolean().default(true),
  accessKeyId: name,
  secretAccessKey: name,
});

export const dataSection = section(
  'data',
  z.strictObject({
    directory: z.string().min(1),
    bucket: bucketSchema.optional(),
    /** A read-only standby of `DATABASE_URL`; `DATABASE_REPLICA_URL` overrides it. */
    replicaUrl: z.string('postgres://…').optional(),
    /** Less than the looks take would never be kept; who reads an answer of five minutes ago takes it for the present one. */
    replicaLagSeconds: z.number('2 至 300 的数').min(2, '2 至 300 的数').max(300, '2 至 300 的数'),
  }),
);

const mailSection = section(
  'mail',
  z.strictObject({
    from: z.email('邮箱地址'),
    server: z.strictObject({
      host: z.string().min(1),
      port,
      secure: z.boolean(),
      /** The server is on another machine and knows no TLS; without it nothing is sent to such a one in clear. */
      plainText: z.boolean().default(false),
      user: z.string().optional(),
      password: z.string().optional(),
      timeoutMs: z.int().min(1000),
    }),
    /** Where the MX of the return address's domain points to; absent where nobody takes bounces. */
    returns: z.strictObject({ host: z.string().min(1), port }).optional(),
  }),
);

/** Channel accounts; settings and secrets are checked against the channel's manifest. */
const accountsSection = section(
  'accounts',
  z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/u, '小写字母、数字和连字符'),
      name: z.string().min(1),
      channel: z.string().min(1),
      organ: z.string().optional(),
      settings: z.record(z.string(), z.unknown()).default({}),
      secrets: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
);

/** Organs, media addresses and the first administrator of a configured city, read from files of the same form as the demo's. */
const registerSection = section(
  'register',
  z.strictObject({
    organs: z.string().optional(),
    people: z.string().optional(),
    media: z.string().optional(),
  }),
);

/** Group chats: hosts of the inner network that robots may be reached at, by http too; all others only by https outside. */
const chatsSection = section(
  'chats',
  z.strictObject({ innerHosts: z.array(z.string().min(1, '主机名')).default([]) }),
);

/** An authority of the city's own, and where its certificates are met: nobody else's is believed there. */
export const internalCaSection = section(
  'internalCa',
  z
    .strictObject({
      file: z.string().min(1, '证书文件（PEM）').optional(),
      hosts: z.array(z.string().min(1, '主机名').toLowerCase()).default([]),
    })
    .refine(({ file, hosts }) => (file === undefined) === (hosts.length === 0), 'file 和 hosts 一起写'),
);

/** A virus scanner on this machine that speaks clamd's protocol; without one no file is scanned. */
const antivirusSection = section(
  'antivirus',
  z.strictObject({
    clamd: z
      .string()
      .refine((given) => clamdPlace(given) !== null, '套接字的完整路径，或本机的 127.0.0.1:端口')
      .optional(),
  }),
);

export const sections = [
  antivirusSection,
  internalCaSection,
  citySection,
  serverSection,
  dataSection,
  mailSection,
  accountsSection,
  registerSection,
  accessSection,
  chatsSection,
  subscriptionsSection,
  alertsSection,
  watchSection,
] as const;

/** `KOUJING_ROLES=web,worker`. @throws Problem `badInput` */
export const rolesFrom = (value: string): readonly Role[] => {
  const named = value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const known = named.filter((word): word is Role => (roles as readonly string[]).includes(word));
  if (known.length > 0 && known.length === named.length) return known;
  throw new Problem('badInput', [
    {
      code: 'unknownRole',
      message: `KOUJING_ROLES 现为“${value}”，应为 ${roles.join('、')} 中的一个或几个，用逗号分开。`,
      messageEn: `KOUJING_ROLES is "${value}"; it must be one or more of ${roles.join(', ')}, separated by commas.`,
      field: 'KOUJING_ROLES',
      allowed: roles.join(','),
    },
  ]);
};
