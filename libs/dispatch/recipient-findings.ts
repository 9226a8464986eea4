import { counted } from '@koujing/kernel';
import type { Queries } from '@koujing/database';
import type { Audience } from '@koujing/media';
import type { ReleaseVersion, RenditionPreview } from '@koujing/release';

type Findings = RenditionPreview['findings'];

/** What is wrong with whom a mailing goes to. A mailing to nobody would look like success. */
export const recipientFindings = async (
  audience: Audience,
  queries: Queries,
  { recipients, mailingListIds }: Pick<ReleaseVersion, 'recipients' | 'mailingListIds'>,
): Promise<Findings> => {
  const known = await audience.lists(queries, mailingListIds);
  const addresses = [...recipients, ...(await audience.addresses(queries, mailingListIds))];
  const suppressed = await audience.suppressed(queries, addresses);
  return [
    ...(known.length === mailingListIds.length ? [] : [unknownList]),
    ...(addresses.length === 0 ? [noRecipients] : []),
    ...(suppressed.size === 0 ? [] : [someSuppressed(suppressed.size)]),
  ];
};

const noRecipients = {
  severity: 'block',
  code: 'noRecipients',
  message: '选择了邮件渠道，但没有收件地址，所选名单里也没有人。',
  messageEn: 'An e-mail account is chosen, but no address is given and nobody is on the chosen lists.',
  field: 'recipients',
} as const;

const unknownList = {
  severity: 'block',
  code: 'unknownMailingList',
  message: '所选邮件名单中有一份不存在，请重新选择。',
  messageEn: 'One of the chosen mailing lists does not exist; choose again.',
  field: 'mailingListIds',
} as const;

const someSuppressed = (count: number): Findings[number] => ({
  severity: 'warn',
  code: 'suppressedRecipients',
  message: `有 ${count} 个地址在停发名单中，将跳过。`,
  messageEn: `Stopped, and skipped in sending: ${counted(count, 'address', 'addresses')}.`,
  field: 'recipients',
});
