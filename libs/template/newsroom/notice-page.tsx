import { newsroomPage, type NewsroomFrame } from './frame.js';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const notices = {
  forged: {
    title: { zh: '链接不完整或不正确', en: 'This link is incomplete or wrong' },
    text: {
      zh: '请核对是否复制了完整的链接；仍打不开时，请联系新闻办换发。',
      en: 'Check that you copied all of it; if so, ask the press office for another.',
    },
  },
  expired: {
    title: { zh: '链接已过有效期', en: 'This link has expired' },
    text: { zh: '请联系新闻办换发新的专页链接。', en: 'Ask the press office for a new one.' },
  },
  revoked: {
    title: { zh: '链接已停用', en: 'This link was revoked' },
    text: {
      zh: '新闻办已停用这个链接或换发了新链接，请使用新的；没有收到的，请联系新闻办。',
      en: 'The press office revoked it or issued another; use that one, or ask for it.',
    },
  },
  missing: {
    title: { zh: '这里没有您要找的内容', en: 'There is nothing here' },
    text: { zh: '请返回稿件列表。', en: 'Go back to the list of releases.' },
  },
  replaced: {
    title: { zh: '此文件已不再提供', en: 'This file is no longer offered' },
    text: {
      zh: '稿件已更正、改动或撤回，请返回稿件列表，只用那里的版本。',
      en: 'The release was corrected, changed or withdrawn; use only what the list offers now.',
    },
  },
  left: {
    title: { zh: '已退订', en: 'Unsubscribed' },
    text: {
      zh: '这个邮箱不会再收到发给该名单的邮件，已告知新闻办。如需恢复，请联系新闻办。',
      en: 'This address gets no more mail of that list; the press office was told. Write to it to get mail again.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly title: Words; readonly text: Words }>>;

export type NewsroomNotice = keyof typeof notices;

/** A page that says one thing, in whole sentences, and nothing of what it refuses. */
export const newsroomNoticePage = (notice: NewsroomNotice, outlet?: NewsroomFrame['outlet']): string => {
  const { title, text } = notices[notice];
  return newsroomPage({
    title: title.zh,
    ...(outlet === undefined ? {} : { outlet }),
    children: (
      <>
        <h1>{title.zh}</h1>
        <p className="en" lang="en">
          {title.en}
        </p>
        <p>{text.zh}</p>
        <p lang="en">{text.en}</p>
        {outlet === undefined ? null : (
          <p>
            <a href={outlet.home}>返回稿件列表 Back to the list</a>
          </p>
        )}
      </>
    ),
  });
};
