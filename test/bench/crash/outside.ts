import { join } from 'node:path';
import { stringify } from 'yaml';
import { configuredPortal } from '../../../apps/portal/configured-portal.js';
import { startPortal } from '../../../apps/portal/portal.js';
import { demoAccounts } from '../../../apps/dispatcher/demo/demo-accounts.js';
import { sections } from '../../../apps/dispatcher/server-settings.js';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../apps/sandbox/sandbox.js';
import { loadSettings } from '@koujing/settings';
import { writeFileSync } from 'node:fs';

/** Several accounts per platform, so that a row that waits for its dead worker's lease does not hold up all. */
const accountsPerChannel = { weibo: 10, wechat: 6 } as const;
export type SocialChannel = keyof typeof accountsPerChannel;

/** What is outside the house and never dies: the platforms, the public site, and the house's own configuration. */
export interface Outside {
  readonly sandbox: Sandbox;
  readonly configuration: string;
  readonly portalUrl: string;
  /** Accounts of the nth release: the portal, one of each platform, the mail. */
  accountsOf(n: number): readonly string[];
  close(): Promise<void>;
}

const unlimited = 1_000_000;

/** `platforms`: where they keep what they took and on which ports, for a run that may be cut off and go on. */
export const openOutside = async (
  folder: string,
  portalPort: number,
  platforms: Omit<SandboxOptions, 'accounts'> = {},
): Promise<Outside> => {
  const sandbox = await startSandbox({
    ...platforms,
    accounts: {
      weibo: { callsPerDay: unlimited, postsPerHour: unlimited },
      wechat: { defaultDailyLimit: unlimited },
    },
  });
  const configuration = join(folder, 'koujing.yaml');
  const demo = join(process.cwd(), 'config', 'demo');
  writeFileSync(
    configuration,
    stringify({
      server: { portalUrl: `http://127.0.0.1:${portalPort}` },
      data: { directory: join(folder, 'data') },
      mail: { server: { ...sandbox.smtp, secure: false, timeoutMs: 10_000 } },
      register: { organs: join(demo, 'organs.yaml'), people: join(demo, 'people.yaml') },
      accounts: demoAccounts(sandbox, 'http://127.0.0.1:3000').flatMap((account) => copies(account)),
    }),
  );
  const paths = [join(process.cwd(), 'config', 'default.yaml'), configuration];
  const portal = await startPortal({
    host: '127.0.0.1',
    port: portalPort,
    settings: configuredPortal(loadSettings(sections, { paths, environment: {} })),
  });
  return {
    sandbox,
    configuration,
    portalUrl: portal.url,
    accountsOf: (n) => ['portal', turn('weibo', n), turn('wechat', n), 'email'],
    close: async () => {
      await portal.close();
      await sandbox.close();
    },
  };
};

const turn = (channel: SocialChannel, n: number): string => `${channel}-${n % accountsPerChannel[channel]}`;

const isSocial = (channel: string): channel is SocialChannel => channel in accountsPerChannel;

const copies = (account: ReturnType<typeof demoAccounts>[number]) =>
  isSocial(account.channel)
    ? Array.from({ length: accountsPerChannel[account.channel] }, (_, n) => ({
        ...account,
        id: `${account.id}-${n}`,
        name: `${account.name} ${n}`,
      }))
    : [account];
