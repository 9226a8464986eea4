import type { CSSProperties, ReactElement, ReactNode } from 'react';

/** A mail in its three forms; the text says all that the HTML says. */
export interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Mail programs ignore style sheets: every style is inline. */
export const ink = {
  page: {
    margin: '0 auto',
    padding: '24px 16px',
    maxWidth: '680px',
    font: '16px/1.75 "PingFang SC","Microsoft YaHei",sans-serif',
    color: '#1d2129',
  },
  title: { margin: '0 0 12px', fontSize: '22px', lineHeight: 1.4 },
  soft: { margin: '0 0 8px', color: '#4b5563', fontSize: '14px' },
  paragraph: { margin: '0 0 14px' },
  heading: { margin: '22px 0 10px', fontSize: '17px', lineHeight: 1.5 },
  rule: { margin: '24px 0 14px', border: 0, borderTop: '1px solid #d9d9de' },
  warning: {
    margin: '0 0 16px',
    padding: '10px 14px',
    background: '#fff4d6',
    borderLeft: '5px solid #b26a00',
  },
  table: { width: '100%', margin: '0 0 16px', borderCollapse: 'collapse', fontSize: '15px', lineHeight: 1.6 },
  cell: { border: '1px solid #c9ccd3', padding: '8px 10px', textAlign: 'left', verticalAlign: 'top' },
  button: {
    display: 'inline-block',
    padding: '10px 22px',
    background: '#a8151b',
    color: '#ffffff',
    textDecoration: 'none',
    borderRadius: '4px',
  },
} as const satisfies Readonly<Record<string, CSSProperties>>;

export interface LetterProps {
  readonly title: string;
  /** `name@version` of the template. */
  readonly template: string;
  readonly children: ReactNode;
}

export const Letter = ({ title, template, children }: LetterProps): ReactElement => (
  <html lang="zh-CN">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="generator" content={`Koujing ${template}`} />
    </head>
    <body style={{ margin: 0, background: '#ffffff' }}>
      <div style={ink.page}>{children}</div>
    </body>
  </html>
);
