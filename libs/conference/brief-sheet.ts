import { digestOf } from '@koujing/kernel';
import type { SheetDocument } from '@koujing/template';
import type { ConferenceView } from './conference-view.api.js';

/** 简报 (Art.35) as a paper for the office's archive; null before it was sent. Pure. */
export const briefSheet = (
  conference: ConferenceView,
  imprint: { readonly madeBy: string; readonly madeAt: Date },
): SheetDocument | null => {
  const { brief, holding } = conference;
  if (brief === null) return null;
  const reach = brief.coverage.reduce((sum, { reach: readers }) => sum + (readers ?? 0), 0);
  const untold = brief.coverage.filter(({ reach: readers }) => readers === null).length;
  return {
    title: `新闻发布会简报：${conference.theme}`,
    author: conference.organ.name,
    about: [
      ['发布会', conference.name],
      ['批准文号', conference.number ?? '—'],
      ['发布单位', [conference.organ, ...conference.joint].map(({ name }) => name).join('、')],
      ['地点', conference.place],
      ['发布人', conference.speakers.map(({ name, post }) => `${name}（${post}）`).join('、')],
      ...(holding === null
        ? []
        : ([
            ['召开时间', new Date(holding.heldAt)],
            [
              '召开情况',
              `历时 ${holding.minutes} 分钟，到会记者 ${holding.journalists} 人，提问 ${holding.questions} 个`,
            ],
          ] as const)),
      ['报送时间', new Date(brief.sentAt)],
      ['依据', '第三十五条'],
      ['制作时间', imprint.madeAt],
      ['制作人', imprint.madeBy],
      ['内容摘要（SHA-256）', digestOf({ id: conference.id, brief, holding })],
    ],
    paragraphs: [`效果评估：${brief.evaluation}`],
    tables: [
      {
        title: `媒体和网络报道（${brief.coverage.length} 条）`,
        note: null,
        heads: ['媒体', '标题', '链接', '传播量'],
        rows: brief.coverage.map(({ outlet, title, url, reach: readers }) => [
          outlet,
          title,
          url,
          readers ?? '未报',
        ]),
        // A sum that leaves out what nobody counted would pass for the whole.
        totals: [untold === 0 ? '合计' : `合计（另有 ${untold} 条未报）`, '', '', reach],
        drawing: null,
      },
    ],
  };
};
