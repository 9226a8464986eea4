import { portalArticlePage } from './article.js';
import { sharePath } from './share-picture.js';
import type { Column, Site } from './site.js';

const siteTags = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const columnTags = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];

/** What of a page's head the site says, and not the article. Our own templates write them, always in these forms. */
const pieces: readonly RegExp[] = [
  /<meta http-equiv="Content-Security-Policy" content="[^"]*"\/>/u,
  ...[...siteTags, ...columnTags].map((name) => new RegExp(`<meta name="${name}" content="[^"]*"/>`, 'u')),
  /(?:<link rel="alternate" type="application\/(?:rss|atom|feed)\+\w+"[^>]*\/>)+/u,
  /<meta property="og:site_name" content="[^"]*"\/>/u,
  new RegExp(`<meta property="og:image" content="[^"]*/${sharePath}"/>`, 'u'),
  /<style>[^<]*<\/style>/u,
  /"publisher":\{[^}]*\}/u,
];
const nameOf = /<meta name="SiteName" content="([^"]*)"\/>/u;

/**
 * The site's part of an article's page as the site is now – tags, style, head and foot – around the words that were approved: a new
 * record number or another column of the navigation stands on every page. A page of the present settings stays as it is, byte for
 * byte; so does one that no template of ours wrote.
 */
export const portalDress = (site: Site, column: Column): ((page: string) => string) => {
  const frame = portalArticlePage({ ...plain, site, column });
  const [, top, , foot] = partsOf(frame) ?? ['', '', '', ''];
  const own = pieces.map((piece) => [piece, piece.exec(frame)?.[0] ?? ''] as const);
  const name = nameOf.exec(frame)?.[1] ?? '';
  return (page) => {
    const parts = partsOf(page);
    if (parts === null) return page;
    const [head, above, article, below] = parts;
    // A rebuild mostly meets pages of the present settings, and ten replacements cost more than to look.
    if (above === top && below === foot && own.every((piece) => stands(piece, head))) return page;
    const before = nameOf.exec(head)?.[1] ?? name;
    const titled = head.replace(` - ${before}</title>`, () => ` - ${name}</title>`);
    return own.reduce((now, [piece, text]) => now.replace(piece, () => text), titled) + top + article + foot;
  };
};

const stands = ([piece, text]: readonly [RegExp, string], head: string): boolean =>
  text === '' ? !piece.test(head) : head.includes(text);

/** Head; the body down to the article; the article's own; the rest. Null for what no template of ours wrote. */
const partsOf = (page: string): readonly [string, string, string, string] | null => {
  const [body, main, end] = [page.indexOf('<body>'), page.indexOf('<main'), page.lastIndexOf('</main>')];
  return body < 0 || main < body || end < main
    ? null
    : [page.slice(0, body), page.slice(body, main), page.slice(main, end), page.slice(end)];
};

const plain = {
  ...{ title: '', blocks: [], summary: '', organ: '', jointOrgans: [], keywords: [] },
  // Without an address a page is shown without a card.
  portalUrl: 'https://page.example/',
  ...{ releaseId: '', version: 1, pubDate: '', publishedAt: '', updatedAt: '', correction: '' },
  image: () => '',
};
