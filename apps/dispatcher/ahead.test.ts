import { describe, expect, it } from '@jest/globals';
import { withAhead } from './ahead.js';

const ahead = {
  desk: ['assets/desk.js'],
  pages: {
    '/': ['assets/today.js'],
    '/releases/$id': ['assets/release.js'],
    '/releases/new': ['assets/new.js'],
    '/releases/$id/edit': ['assets/edit.js'],
  },
};
const html = '<html><head><title>口径</title></head><body></body></html>';
const namedAt = (path: string): readonly string[] =>
  [...withAhead(html, ahead, path).matchAll(/href="([^"]+)"/gu)].map(([, href]) => href ?? '');

describe('what is named ahead of a page', () => {
  it('is the session, what stands around every page, and the page at the address', () => {
    expect(namedAt('/')).toEqual(['/api/session', '/assets/desk.js', '/assets/today.js']);
    expect(namedAt('/releases/01a2/edit')).toEqual(['/api/session', '/assets/desk.js', '/assets/edit.js']);
  });

  it('is that of a page with a name of its own rather than of one that takes any', () => {
    expect(namedAt('/releases/new')).toContain('/assets/new.js');
    expect(namedAt('/releases/01a2')).toContain('/assets/release.js');
  });

  it('is nothing of a page where the address leads to none, and never a word of the address', () => {
    const answered = withAhead(html, ahead, '/"><script>/$&');
    expect(answered).not.toContain('<script>');
    expect(namedAt('/nowhere/at/all')).toEqual(['/api/session', '/assets/desk.js']);
  });
});
