import {
  deliveryOfReturnPath,
  emailSecrets,
  emailSettings,
  mailDigest,
  type DeliveryReport,
} from '@koujing/channels/email';
import type { Account } from '../account.js';
import type { Delivery } from '../delivery.js';

/** What of an e-mail account recognises its own mail. */
export interface MailKeys {
  readonly accountId: string;
  readonly bounceAddress: string;
  readonly key: string;
}

export const mailKeysOf = (accounts: readonly Account[]): readonly MailKeys[] =>
  accounts
    .filter(({ channel }) => channel === 'email')
    .flatMap(({ id, settings, secrets }) => {
      const parsed = emailSettings.safeParse(settings);
      const { unsubscribeKey } = emailSecrets.parse(secrets);
      return parsed.success
        ? [{ accountId: id, bounceAddress: parsed.data.bounceAddress, key: unsubscribeKey }]
        : [];
    });

/** Is this an address that we take mail for: the return address itself, or one that names a delivery. */
export const isReturnAddress = (address: string, keys: readonly MailKeys[]): boolean =>
  keys.some(
    ({ bounceAddress, key }) =>
      bounceAddress !== '' &&
      (address.toLowerCase() === bounceAddress.toLowerCase() ||
        deliveryOfReturnPath(address, bounceAddress, key) !== null),
  );

/** VERP: the first of the envelope's recipients that names a delivery. */
export const namedDelivery = (addresses: readonly string[], keys: readonly MailKeys[]): string | null => {
  for (const address of addresses)
    for (const { bounceAddress, key } of keys) {
      const id = bounceAddress === '' ? null : deliveryOfReturnPath(address, bounceAddress, key);
      if (id !== null) return id;
    }
  return null;
};

/** `X-Koujing-Release: <id> v<version>` of the returned mail. */
export const returnedRelease = ({
  original,
}: DeliveryReport): { readonly releaseId: string; readonly version: number } | null => {
  const [, releaseId, version] = /^(\S{1,64}) v(\d{1,9})$/u.exec(original.release ?? '') ?? [];
  return releaseId === undefined ? null : { releaseId, version: Number(version) };
};

/** The Message-ID holds a digest that only we can make: a report that shows it speaks of this row. */
export const speaksOf = (report: DeliveryReport, row: Delivery, keys: readonly MailKeys[]): boolean => {
  const key = keys.find(({ accountId }) => accountId === row.accountId)?.key ?? '';
  if (key === '') return false;
  const digest = mailDigest(row, row.recipient, key);
  return report.original.messageId?.startsWith(`<${digest}@`) ?? false;
};
