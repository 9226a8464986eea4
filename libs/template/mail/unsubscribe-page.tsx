import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { ink, Letter } from './letter.js';

export interface UnsubscribePageProps {
  readonly address: string;
  /** Before the button, after it, or with a link that is not ours. */
  readonly state: 'asked' | 'done' | 'left' | 'wrongLink';
  /** One of which may be left alone. */
  readonly lists?: readonly { readonly id: string; readonly name: string }[];
}

/** What a reader sees who opens the unsubscribe address; works with scripts off. */
export const unsubscribePage = (props: UnsubscribePageProps): string => page(<Unsubscribe {...props} />);

const Unsubscribe = ({ address, state, lists = [] }: UnsubscribePageProps): ReactElement => (
  <Letter title="退订媒体邮件" template="unsubscribe-page@1">
    <h1 style={ink.title}>退订媒体邮件 Unsubscribe</h1>
    {state === 'asked' && lists.length > 0 && (
      <form method="post">
        <p style={ink.paragraph}>只退订一份名单，其他照常：Leave one list and stay on the others:</p>
        {lists.map(({ id, name }) => (
          <p key={id} style={ink.paragraph}>
            <button type="submit" name="list" value={id} style={ink.button}>
              退订“{name}”
            </button>
          </p>
        ))}
      </form>
    )}
    {state === 'left' && (
      <p style={ink.paragraph}>
        已退订这份名单，其他名单照常寄送。如需恢复，请联系新闻办。Done; you left this list and stay on the
        others.
      </p>
    )}
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
