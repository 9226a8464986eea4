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

/** Where the public reaches the site by https: a year. A browser that came by http takes no notice of it. */
export const overHttps: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000',
};
