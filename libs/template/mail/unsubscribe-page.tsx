import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { ink, Letter } from './letter.js';

export interface UnsubscribePageProps {
  readonly address: string;
  /** Before the button, after it, or with a link that is not ours. */
  readonly state: 'asked' | 'done' | 'wrongLink';
}

/** What a reader sees who opens the unsubscribe address; works with scripts off. */
export const unsubscribePage = (props: UnsubscribePageProps): string => page(<Unsubscribe {...props} />);

const Unsubscribe = ({ address, state }: UnsubscribePageProps): ReactElement => (
  <Letter title="退订媒体邮件" template="unsubscribe-page@1">
    <h1 style={ink.title}>退订媒体邮件 Unsubscribe</h1>
    {state === 'asked' && (
      <form method="post">
        <p style={ink.paragraph}>
          {address} 将不再收到我们发给媒体的邮件。This address will get no more of our mail to the media.
        </p>
        <button type="submit" style={ink.button}>
          确认退订 Unsubscribe
        </button>
      </form>
    )}
    {state === 'done' && (
      <p style={ink.paragraph}>
        已退订：{address} 不会再收到我们发给媒体的邮件。如需恢复，请联系新闻办。Done; write to the press
        office to get mail again.
      </p>
    )}
    {state === 'wrongLink' && (
      <p style={ink.warning}>
        退订链接不完整或已失效，请直接回复邮件告知我们。This link is incomplete or no longer valid; please
        answer the mail instead.
      </p>
    )}
  </Letter>
);
