/** Pictures of releases are named by their content; everything else may change at any moment, so it is asked for again. */
export const cacheControl = (path: string): string =>
  /(?:^|\/)a\/[0-9a-f]+\.(?:jpg|png)$/u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xml: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Every .xml of the site is a feed, but for the sitemaps and the alerts. */
export const contentType = (path: string): string =>
  path.endsWith('.cap.xml')
    ? 'application/cap+xml; charset=utf-8'
    : /sitemap\.xml$|(?:^|\/)sitemap\/\d+\.xml$/u.test(path)
      ? 'application/xml; charset=utf-8'
      : typeOfEnding(path);

const typeOfEnding = (path: string): string =>
  types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
