const slot = /\{\{slot:([\w-]+)(?::([\w-]+))?\}\}/gu;
const sha256 = /^[0-9a-f]{64}$/u;

/** A slot without a name is one that usually stays empty. */
const named = (name: string): string => (name === '' ? '' : `〔${name}〕`);

/**
 * A rendition with its slots made visible: pictures by their address here, everything else by its name.
 * In a tag (an attribute's value) it leads nowhere; in running text it is named, without markup: pages forbid inline styles.
 */
export const showSlots = (html: string, nameOf: (slot: string) => string): string =>
  html.replace(slot, (_whole, name: string, key: string | undefined, at: number) => {
    if (key !== undefined && sha256.test(key)) return `/api/images/${key}`;
    const insideTag = html.lastIndexOf('<', at) > html.lastIndexOf('>', at);
    return insideTag ? '#' : named(nameOf(name));
  });

/** The same for plain text. */
export const showSlotsInText = (text: string, nameOf: (slot: string) => string): string =>
  text.replace(slot, (_whole, name: string) => named(nameOf(name)));
