const links = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;

export const linksIn = (text: string): string[] => text.match(links) ?? [];

/** Weibo's count: a CJK character 1, two ASCII characters 1, a link as its short form (CHANNELS B2). */
export const weiboLength = (text: string, linkWeight: number): number => {
  const rest = text.replace(links, '');
  let halves = 0;
  for (const character of rest) halves += (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
  return Math.ceil(halves / 2) + linksIn(text).length * linkWeight;
};

export const hasTopic = (text: string): boolean => /#[^#\n]+#/.test(text.replace(links, ' '));

/** `*.gov.example` covers its subdomains, a bare name only itself. */
export const isSafe = (link: string, safeDomains: readonly string[]): boolean => {
  if (!URL.canParse(link)) return false;
  const host = new URL(link).hostname;
  return safeDomains.some((domain) =>
    domain.startsWith('*.') ? host.endsWith(domain.slice(1)) : host === domain,
  );
};

/** What a rewritten link looks like: fixed per link, so that the same text stays the same. */
export const withShortLinks = (text: string): string =>
  text.replace(links, (link) => {
    let sum = 0;
    for (const character of link) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 2_176_782_336;
    return `http://t.cn/A6${sum.toString(36).padStart(6, '0')}`;
  });
