import type { Channel } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { withOwnKey, type AccountStore, type SecretBox } from '@koujing/dispatch';
import { Problem, type Reason } from '@koujing/kernel';

/** A channel account as the configuration names it. */
export interface AccountConfig {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly organ?: string | undefined;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}

/** Checks every account against its channel's manifest, and stores them all or none. @throws Problem `badInput` with all mistakes */
export const applyAccounts = async (
  database: Database,
  accounts: AccountStore,
  channels: readonly Channel[],
  { configured, box }: { readonly configured: readonly AccountConfig[]; readonly box: SecretBox },
): Promise<void> => {
  const [first, ...rest] = configured.flatMap((account) => mistakesOf(account, channels));
  if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
  await database.transaction(async (queries) => {
    for (const { id, name, channel, organ, settings, secrets } of inOneOrder(configured))
      await accounts.configure(queries, {
        id,
        name,
        channel,
        organId: organ ?? null,
        settings,
        secrets: withOwnKey(box, { id, channel, secrets }),
        enabled: true,
      });
  });
};

/** The order in which workers write accounts too: a process that starts beside them must not wait in a circle. */
const inOneOrder = (accounts: readonly AccountConfig[]): readonly AccountConfig[] =>
  accounts.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const mistakesOf = (account: AccountConfig, channels: readonly Channel[]): readonly Reason[] => {
  const channel = channels.find(({ manifest }) => manifest.channel === account.channel);
  if (channel === undefined) {
    const allowed = channels.map(({ manifest }) => manifest.channel).join('、');
    return [mistake(`accounts.${account.id}.channel`, account.channel, allowed)];
  }
  const { settings, secrets } = channel.manifest;
  return [
    ...issuesOf(`accounts.${account.id}.settings`, settings.safeParse(account.settings)),
    ...issuesOf(`accounts.${account.id}.secrets`, secrets.safeParse(account.secrets)),
  ];
};

interface Parsed {
  readonly error?:
    | { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
    | undefined;
}

/** The value of a secret is never repeated, so no mistake names what was found. */
const issuesOf = (key: string, { error }: Parsed): readonly Reason[] =>
  (error?.issues ?? []).map(({ path, message }) => mistake([key, ...path].join('.'), '（见配置）', message));

const mistake = (field: string, found: string, allowed: string): Reason => ({
  code: 'accountMistake',
  message: `渠道账号配置 ${field} 有误：现为 ${found}，应为：${allowed}。`,
  messageEn: `The channel account setting ${field} is wrong: found ${found}, allowed: ${allowed}.`,
  field,
  allowed,
});
