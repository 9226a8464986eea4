const slot = /\{\{slot:([\w-]+)(?::([\w-]+))?\}\}/gu;
const sha256 = /^[0-9a-f]{64}$/u;

/**
 * A rendition with its slots made visible: pictures by their address here, everything else by its name.
 * Inside a tag (an attribute's value) a name is written plainly; in running text it is set apart.
 */
export const showSlots = (html: string, nameOf: (slot: string) => string): string =>
  html.replace(slot, (_whole, name: string, key: string | undefined, at: number) => {
    if (key !== undefined && sha256.test(key)) return `/api/images/${key}`;
    const insideTag = html.lastIndexOf('<', at) > html.lastIndexOf('>', at);
    return insideTag ? '#' : `<span style="opacity:.65">〔${nameOf(name)}〕</span>`;
  });

/** The same for plain text. */
export const showSlotsInText = (text: string, nameOf: (slot: string) => string): string =>
  text.replace(slot, (_whole, name: string) => `〔${nameOf(name)}〕`);
