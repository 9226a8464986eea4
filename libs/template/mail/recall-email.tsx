import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { ink, Letter, type Mail } from './letter.js';

export const recallEmailTemplate = 'recall-email@1';

/** Strings may hold slots. The withdrawn text itself is not repeated: it would be spread once more. */
export interface RecallEmailProps {
  readonly title: string;
  readonly organ: string;
  readonly jointOrgans: readonly string[];
  readonly documentNumber?: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  readonly withdrawnAt: string;
  readonly portalUrl: string;
  readonly contact: { readonly name?: string; readonly phone?: string; readonly email?: string };
}

/** Asks one media address to drop a release that was withdrawn (CHANNELS.md C: "recall mail on withdrawal"). */
export const recallEmail = (props: RecallEmailProps): Mail => ({
  subject: `【撤稿】${props.title}`,
  html: page(<RecallLetter {...props} />),
  text: [...lines(props), `门户网站地址：${props.portalUrl}`, contactLine(props), ''].join('\n'),
});

const RecallLetter = (props: RecallEmailProps): ReactElement => (
  <Letter title={`撤稿：${props.title}`} template={recallEmailTemplate}>
    <h1 style={ink.title}>撤稿函</h1>
    {lines(props).map((line, position) => (
      <p key={line} style={position === 0 ? ink.warning : ink.paragraph}>
        {position === 0 ? <strong>{line}</strong> : line}
      </p>
    ))}
    <hr style={ink.rule} />
    <p style={ink.paragraph}>
      门户网站地址：<a href={props.portalUrl}>{props.portalUrl}</a>
    </p>
    <p style={ink.soft}>{contactLine(props)}</p>
  </Letter>
);

const lines = (props: RecallEmailProps): readonly string[] => [
  `${[props.organ, ...props.jointOrgans].join('、')}于 ${props.withdrawnAt} 撤回《${props.title}》${
    props.documentNumber === undefined ? '' : `（${props.documentNumber}）`
  }。`,
  '请勿再刊播、转载或引用；已经刊播的，请尽快撤下。',
  'This release has been withdrawn. Please do not publish or quote it, and take it down where it was published.',
];

const contactLine = ({ contact, organ }: RecallEmailProps): string =>
  `媒体联系：${[contact.name ?? organ, contact.phone, contact.email].filter((part) => part !== undefined && part !== '').join('　')}`;
