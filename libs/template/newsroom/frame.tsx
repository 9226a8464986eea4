import { createHash } from 'node:crypto';
import type { ReactElement, ReactNode } from 'react';
import { page } from '../markup.js';
import { portalStyle } from '../portal/style.js';

/** Beside the portal's own look: what only these pages have. */
const own = `
.bar{background:var(--red);color:var(--on-red)}.bar .wrap{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2em 2em;padding-top:16px;padding-bottom:16px}.bar strong{font-size:1.16em}
.bar a{color:var(--on-red)}.bar :focus-visible{outline-color:var(--on-red)}
main.desk{padding-top:8px}.desk h1{text-align:left;max-width:none;margin:.9em 0 .3em}.desk h2{font-size:1.16em;margin:1.8em 0 .4em;padding-bottom:.35em;border-bottom:2px solid var(--red-ink)}
.en{color:var(--soft);font-size:.86em}.entries{list-style:none;margin:0;padding:0}.entries>li{padding:.9em 0;border-bottom:1px solid var(--line)}.entries p{margin:.2em 0}.entries a{overflow-wrap:anywhere}
.tag{display:inline-block;padding:0 .5em;border:1px solid var(--note-line);background:var(--note);font-size:.86em;margin-right:.6em}
.note{max-width:none}.files{width:100%;border-collapse:collapse;font-size:.9em}.files th,.files td{border:1px solid var(--line);padding:.5em .7em;text-align:left;vertical-align:top}.files code{overflow-wrap:anywhere;font-size:.86em}
.desk .body{margin:1em 0;max-width:44em}.leave{display:flex;flex-wrap:wrap;gap:.4em 1em;align-items:center;margin:.3em 0}.desk .leave button{padding:0 1em;border:1px solid var(--soft);background:var(--paper);color:var(--ink);cursor:pointer}
@media (max-width:640px){.files thead{display:none}.files tr{display:block;border:1px solid var(--line);margin:0 0 .8em}.files td{display:block;border:0;padding:.3em .7em}}`;

const style = `${portalStyle()}${own.replaceAll('\n', '')}`;

/**
 * Nothing but the pages' own style and pictures is loaded, nothing runs, nobody frames them, and no address that they link
 * to hears by which link one came.
 */
export const newsroomHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
};

export interface NewsroomFrame {
  readonly title: string;
  /** Whose page; absent where the link opened nothing. */
  readonly outlet?: { readonly name: string; readonly home: string; readonly until: string };
  readonly children?: ReactNode;
}

export const newsroomPage = (frame: NewsroomFrame): string => page(<Frame {...frame} />);

const Frame = ({ title, outlet, children }: NewsroomFrame): ReactElement => (
  <html lang="zh-CN">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <meta name="referrer" content="no-referrer" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      <div className="page">
        <a className="skip" href="#main">
          跳到正文 Skip to the text
        </a>
        <header className="bar">
          <div className="wrap">
            <strong>
              {outlet === undefined ? '媒体专页' : <a href={outlet.home}>媒体专页 · {outlet.name}</a>}
            </strong>
            <span lang="en">Media desk</span>
          </div>
        </header>
        <main id="main" className="wrap desk">
          {children}
        </main>
        <footer>
          <div className="wrap">
            {outlet === undefined ? null : (
              <>
                <p>
                  本页仅供 {outlet.name} 使用，链接有效期至 {outlet.until}
                  ，请勿转发或公开。如链接外泄，请立即告知新闻办停用换发。
                </p>
                <p lang="en">
                  For {outlet.name} alone; the link ends on {outlet.until}. Do not pass it on; if it leaked,
                  tell the press office at once.
                </p>
              </>
            )}
          </div>
        </footer>
      </div>
    </body>
  </html>
);
