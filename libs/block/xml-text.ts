const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Neither NUL nor half of a pair, which no database keeps. */
const isCharacter = (code: number): boolean =>
  code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);

/** The characters that an XML text stands for. */
export const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return isCharacter(code) ? String.fromCodePoint(code) : '';
    },
  );

/** What a reader would read in a piece of XML: its texts, without tags and without gaps. */
export const readable = (xml: string): string =>
  unescaped(xml.replace(/<[^<>]*>/gu, ''))
    .replace(/\s+/gu, ' ')
    .trim();

export interface Element {
  /** Its opening tag. */
  readonly tag: string;
  readonly inner: string;
}

/**
 * The outermost elements of this name, whatever its prefix. One pass: a pattern from opening to closing tag would take
 * hours over a file that only opens.
 */
export const elementsOf = (xml: string, name: string): readonly Element[] => {
  const found: Element[] = [];
  let open: { readonly tag: string; readonly from: number } | null = null;
  let depth = 0;
  for (const match of xml.matchAll(new RegExp(`<(/?)(?:\\w+:)?${name}(?:\\s[^<>]*)?(/?)>`, 'gu'))) {
    const [tag, closes] = match;
    if (tag.endsWith('/>')) continue;
    if (closes === '') {
      depth += 1;
      open ??= { tag, from: match.index + tag.length };
    } else if (open !== null && (depth -= 1) === 0) {
      found.push({ tag: open.tag, inner: xml.slice(open.from, match.index) });
      open = null;
    }
  }
  return found;
};

/** The text of every such element; empty ones are left out. */
export const textsOf = (xml: string, name: string): readonly string[] =>
  elementsOf(xml, name)
    .map(({ inner }) => readable(inner))
    .filter((text) => text !== '');

export const attributeOf = (tag: string, name: string): string | null => {
  const value = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return value === null ? null : unescaped(value[1] ?? value[2] ?? '');
};

export interface Children {
  /** The opening tag of the outermost element, with whatever stands before it. */
  readonly root: string;
  readonly name: string;
  readonly children: readonly { readonly name: string; readonly xml: string }[];
}

/** The elements right under the outermost one; names without their prefix. One pass, as above. */
export const childrenOf = (xml: string): Children => {
  const children: { name: string; xml: string }[] = [];
  let root = { text: '', name: '' };
  let depth = 0;
  let from = 0;
  for (const { index, 0: tag, 1: closes, 2: name = '' } of xml.matchAll(/<(\/?)([\w:.-]+)[^<>]*>/gu)) {
    const end = index + tag.length;
    if (depth === 0 && root.name === '') root = { text: xml.slice(0, end), name };
    if (depth === 1 && closes === '') from = index;
    if (closes !== '') depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth === 1 && from > 0 && (closes !== '' || tag.endsWith('/>'))) {
      children.push({ name: name.slice(name.indexOf(':') + 1), xml: xml.slice(from, end) });
      from = 0;
    }
  }
  return { root: root.text, name: root.name, children };
};
