/** The pages need no frame and nothing from elsewhere; each page narrows `style-src` to its own style's hash; their one script is a file of the site. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Pictures are named by their content; everything else may be corrected or withdrawn at any moment, so it is asked for again. */
export const cacheControl = (path: string): string =>
  /\.(jpg|png)$/u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

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
