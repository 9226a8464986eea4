import { entityOf, partsOf, type Entity } from './mime-entity.js';

/** What a mail system says became of one recipient (RFC 3464 2.3). */
export interface RecipientReport {
  readonly recipient: string;
  readonly originalRecipient: string | null;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), e.g. `5.1.1`. */
  readonly status: string;
  readonly diagnostic: string;
}

export interface DeliveryReport {
  readonly reportingMta: string;
  readonly envelopeId: string | null;
  readonly recipients: readonly RecipientReport[];
  /** From the headers of our own mail that came back with it. */
  readonly original: { readonly messageId: string | null; readonly release: string | null };
  /** Message-ID of the report itself. */
  readonly messageId: string;
  readonly subject: string;
}

/**
 * Reads `multipart/report; report-type=delivery-status`; null for any other mail. Written here because mailparser
 * flattens `message/delivery-status` into the text (CHANNELS C), where the groups of several recipients run together.
 */
export const readDeliveryReport = (raw: Uint8Array): DeliveryReport | null => {
  const mail = entityOf(Buffer.from(raw).toString('latin1'));
  const entities = [...partsOf(mail)];
  const status = entities.find(({ type }) =>
    ['message/delivery-status', 'message/global-delivery-status'].includes(type),
  );
  if (status === undefined) return null;
  const [perMessage, ...perRecipient] = groupsOf(status.text());
  const recipients = perRecipient.flatMap((group) => recipientOf(group) ?? []);
  if (perMessage === undefined || recipients.length === 0) return null;
  return {
    reportingMta: typed(perMessage.get('reporting-mta')),
    envelopeId: perMessage.get('original-envelope-id') ?? null,
    recipients,
    original: originalOf(entities),
    messageId: mail.headers.get('message-id') ?? '',
    subject: mail.headers.get('subject') ?? '',
  };
};

type Fields = ReadonlyMap<string, string>;

/** Groups of header fields, one for the message and one for each recipient, with empty lines between them. */
const groupsOf = (text: string): readonly Fields[] =>
  text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n+/u)
    .map(fieldsOf)
    .filter((group) => group.size > 0);

const fieldsOf = (text: string): Fields => {
  const unfolded = text.replace(/\n[ \t]+/gu, ' ');
  const pairs = unfolded.split('\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return new Map(pairs);
};

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

const recipientOf = (group: Fields): RecipientReport | null => {
  const recipient = typed(group.get('final-recipient') ?? group.get('original-recipient'));
  const action = actions.find((known) => known === withoutComment(group.get('action')).toLowerCase());
  if (recipient === '' || action === undefined) return null;
  const original = group.get('original-recipient');
  const diagnostic = typed(group.get('diagnostic-code'));
  return {
    recipient,
    originalRecipient: original === undefined ? null : typed(original),
    action,
    status: statusOf(withoutComment(group.get('status')), diagnostic, action),
    diagnostic,
  };
};

const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/u;

/** Some servers leave out the status, or say only `5.0.0` where their diagnostic knows better. */
const statusOf = (field: string, diagnostic: string, action: RecipientReport['action']): string => {
  const given = enhanced.exec(field)?.[0];
  if (given !== undefined && !given.endsWith('.0.0')) return given;
  const told = enhanced.exec(diagnostic)?.[0];
  if (told !== undefined) return told;
  if (given !== undefined) return given;
  const reply = /\b([245])\d\d\b/u.exec(diagnostic)?.[1];
  return `${reply ?? { failed: '5', delayed: '4', delivered: '2', relayed: '2', expanded: '2' }[action]}.0.0`;
};

/** `rfc822; desk@news.example` → the address; `utf-8` types write what is not ASCII as `\x{65B0}` (RFC 6533 3). */
const typed = (value: string | undefined): string => {
  const [, type = '', rest = value ?? ''] = /^([\w-]+)\s*;\s*(.*)$/su.exec(value ?? '') ?? [];
  const plain = rest.trim().replace(/^<(.*)>$/u, '$1');
  if (!/^utf-?8$/iu.test(type)) return plain;
  return plain.replace(/\\x\{([0-9a-f]{2,6})\}/giu, (_, hex: string) =>
    String.fromCodePoint(parseInt(hex, 16)),
  );
};

const withoutComment = (value: string | undefined): string => (value ?? '').replace(/\([^)]*\)/gu, '').trim();

/** The returned mail, whole (`message/rfc822`) or its headers alone. */
const originalOf = (entities: readonly Entity[]): DeliveryReport['original'] => {
  const returned = entities.find(({ type }) =>
    ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'].includes(type),
  );
  if (returned === undefined) return { messageId: null, release: null };
  const { headers } = entityOf(returned.text());
  return {
    messageId: headers.get('message-id') ?? null,
    release: headers.get('x-koujing-release') ?? null,
  };
};
