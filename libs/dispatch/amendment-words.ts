import type { AmendmentAct } from './amendment.api.js';

interface Said {
  readonly message: string;
  readonly messageEn: string;
  /** False where readers may keep what they have, whatever is done. */
  readonly undoable: boolean;
}

/** What happens on a channel, and what cannot be undone, in the words of the confirmation. */
export const actWords: Readonly<Record<AmendmentAct, Said>> = {
  correct: {
    message: '在原网址更正，页面上方显示更正说明；订阅者已经下载的旧内容无法收回。',
    messageEn:
      'Corrected at the same address with a visible note; what subscribers have fetched stays with them.',
    undoable: true,
  },
  replace: {
    message: '删除原文，再发布更正版本；原文的评论、转发和阅读数随之消失，别人的截图和转载无法收回。',
    messageEn:
      'The old post is deleted and the correction published; comments and reposts go with it, screenshots and copies stay.',
    undoable: false,
  },
  followUp: {
    message: '保留原文，另发一条更正；原文仍可看到。',
    messageEn: 'The old post stays and a correction follows it.',
    undoable: false,
  },
  firstCopy: {
    message: '未曾收到原版，将直接收到更正后的版本。',
    messageEn: 'Has not received the old version and gets the corrected one.',
    undoable: true,
  },
  withdraw: {
    message:
      '从平台删除；网站地址将显示撤回说明（410），并从列表、订阅和站点地图中移除。别人的截图和转载无法收回。',
    messageEn:
      'Deleted from the platform; on the site a notice (410) takes its place, out of lists, feeds and sitemap. Copies made by others stay.',
    undoable: false,
  },
  recall: {
    message: '邮件不能收回：向每一个已收到的地址发送撤稿函。',
    messageEn: 'A mail cannot be taken back: a recall notice goes to exactly the addresses that received it.',
    undoable: false,
  },
  byHand: {
    message: '系统无法处理，请按人工步骤在平台上操作，并标记“已处理”。',
    messageEn: 'The system cannot do it: a person follows the manual steps and marks them as done.',
    undoable: false,
  },
  wait: {
    message: '上一版正在发送或结果待核实，有结果后自动处理。',
    messageEn: 'The last version is being sent or verified; it is dealt with as soon as that is known.',
    undoable: true,
  },
  none: {
    message: '没有收到过，不需要处理。',
    messageEn: 'Never received it; nothing is done.',
    undoable: true,
  },
};
