/** One MIME entity: enough of RFC 2045 and 2046 to walk the parts of a delivery report. */
export interface Entity {
  /** Lower-case type, e.g. `multipart/report`. */
  readonly type: string;
  /** Lower-case names; the first of several counts. */
  readonly headers: ReadonlyMap<string, string>;
  /** Undecoded. */
  readonly body: string;
  /** The body with its transfer encoding undone. */
  text(): string;
}

/** Deeper than any report nests; a mail that is built to exhaust the reader ends here. */
const deepest = 8;

/** Bytes as latin1: what is not ASCII is decoded where it is used. */
export const entityOf = (raw: string): Entity => {
  const [, head = '', body = ''] = /^(.*?)(?:\r?\n\r?\n(.*)|\r?\n?)$/su.exec(raw) ?? [];
  const headers = headersOf(head);
  const type = (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
  return { type, headers, body, text: () => decoded(body, headers.get('content-transfer-encoding')) };
};

/** The entity and everything inside it, in order. */
export function* partsOf(entity: Entity, depth = 0): Generator<Entity> {
  yield entity;
  const boundary = boundaryOf(entity.headers.get('content-type') ?? '');
  if (!entity.type.startsWith('multipart/') || boundary === null || depth >= deepest) return;
  for (const part of split(entity.body, boundary)) yield* partsOf(entityOf(part), depth + 1);
}

const headersOf = (head: string): ReadonlyMap<string, string> => {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
};

const boundaryOf = (contentType: string): string | null => {
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/iu.exec(contentType) ?? [];
  return quoted?.replace(/\\(.)/gu, '$1') ?? bare ?? null;
};

/** A part that was cut off by a size limit has no closing line; what is there of it still counts. */
const split = (body: string, boundary: string): readonly string[] => {
  const parts: string[] = [];
  let current: string[] | null = null;
  for (const line of body.split(/\r?\n/u)) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}` || mark === `--${boundary}--`) {
      if (current !== null) parts.push(current.join('\n'));
      current = mark.endsWith('--') && mark !== `--${boundary}` ? null : [];
    } else current?.push(line);
  }
  if (current !== null && current.length > 0) parts.push(current.join('\n'));
  return parts;
};

const decoded = (body: string, encoding = ''): string => {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return Buffer.from(
        body
          .replace(/[ \t]*=\r?\n/gu, '')
          .replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString('utf8');
    default:
      return Buffer.from(body, 'latin1').toString('utf8');
  }
};
