import { escaped } from '@koujing/kernel';
import type { Alternative } from '@koujing/channel';

/** What a notice about one delivery speaks of. */
export interface NoticeFacts {
  readonly title: string;
  readonly account: string;
  readonly recipient: string;
  readonly state: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly fix: string | null;
  readonly field: string | null;
  readonly beyond: string | null;
  readonly alternatives: readonly Alternative[];
  /** When it goes on by itself, in the city's time. */
  readonly nextAt: string;
}

export interface NoticeText {
  readonly kind: string;
  readonly subject: string;
  readonly lines: readonly string[];
}

/** Fields as the channels name them, in the drafter's words. */
export const fieldNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  title: { zh: '标题', en: 'title' },
  digest: { zh: '摘要', en: 'summary' },
  content: { zh: '正文', en: 'body' },
  status: { zh: '微博正文', en: 'Weibo text' },
  image: { zh: '图片', en: 'picture' },
  contentSourceUrl: { zh: '原文地址', en: 'source address' },
  recipient: { zh: '收件地址', en: 'recipient address' },
};

/** The words for whoever must act; pure. */
export const noticeText = (facts: NoticeFacts): NoticeText => {
  const where = facts.recipient === '' ? facts.account : `${facts.account} → ${facts.recipient}`;
  const detail = [facts.code, facts.message].filter((part) => part !== null).join(' ');
  const said = detail === '' ? [] : [detail];
  if (facts.state === 'deferred') return postponed(facts, where, said);
  if (facts.state === 'notWithdrawable') return byHand(facts, where, said);
  if (facts.state !== 'needsPerson') return rejected(facts, where, said);
  return facts.beyond === 'handOver' ? handedOver(facts, where, said) : unclear(facts, where, said);
};

/** The steps themselves are on the page that the link opens, with who has done which. */
const byHand = ({ title }: NoticeFacts, where: string, said: readonly string[]): NoticeText => ({
  kind: 'deliveryNotWithdrawable',
  subject: `【须人工处理】${title}`,
  lines: [
    `《${title}》在“${where}”上不能由系统撤回，请按人工步骤处理并标记“已处理”。`,
    ...said,
    `"${title}" cannot be withdrawn from ${where} by the system; follow the manual steps and mark them as done.`,
  ],
});

const unclear = ({ title }: NoticeFacts, where: string, said: readonly string[]): NoticeText => ({
  kind: 'deliveryNeedsPerson',
  subject: `【待人工核实】${title}`,
  lines: [
    `《${title}》发往“${where}”的结果无法自动确定，系统不会再次发送，请人工核实后处理。`,
    ...said,
    `The outcome of "${title}" on ${where} cannot be told automatically. Nothing will be sent again until a person decides.`,
  ],
});

const handedOver = ({ title }: NoticeFacts, where: string, said: readonly string[]): NoticeText => ({
  kind: 'deliveryNeedsPerson',
  subject: `【需人工发布】${title}`,
  lines: [
    `《${title}》须在“${where}”的网页上由人工发布，发布后请在发布进度中选择“已经发出”。`,
    ...said,
    `"${title}" must be published by hand on ${where}; afterwards say so on the progress page.`,
  ],
});

const rejected = (facts: NoticeFacts, where: string, said: readonly string[]): NoticeText => {
  const { title, fix, field } = facts;
  const name = field === null ? null : (fieldNames[field] ?? { zh: field, en: field });
  const mend =
    fix !== 'content'
      ? []
      : name === null
        ? ['请修改后再发。Please edit it.']
        : [`需要修改：${name.zh}。To be mended: ${name.en}.`];
  return {
    kind: 'deliveryRejected',
    subject: `【渠道退回】${title}`,
    lines: [`《${title}》被“${where}”退回。`, ...said, ...mend, `"${title}" was rejected by ${where}.`],
  };
};

const postponed = (facts: NoticeFacts, where: string, said: readonly string[]): NoticeText => ({
  kind: 'deliveryPostponed',
  subject: `【额度用完，推迟发送】${facts.title}`,
  lines: [
    `“${where}”的额度已用完，《${facts.title}》推迟到 ${facts.nextAt} 再发。`,
    ...said,
    ...facts.alternatives.map(({ zh, en }) => `也可在发布进度中选择：${zh} ${en}`),
    `The quota of ${where} is used up; "${facts.title}" is put off until ${facts.nextAt}.`,
  ],
});

export const htmlOf = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escaped(line)}</p>`).join('');
