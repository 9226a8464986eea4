import { blocksFromText } from '@koujing/block';
import {
  newsroomListPage,
  newsroomNoticePage,
  newsroomReleasePage,
  type NewsroomStanding,
} from '@koujing/template';

const outlet = { name: '滨海日报（虚构）', home: './desk', until: '2027-05-26' };
const about = { organ: '滨海市水务局', number: '滨新发〔2026〕12号' };
const text = {
  blocks: [
    ...blocksFromText('2027年1月1日起执行新的供水价格。\n第一阶梯每立方米2.4元。'),
    {
      type: 'table' as const,
      header: true,
      rows: [
        [[{ text: '阶梯' }], [{ text: '每立方米' }]],
        [[{ text: '第一阶梯' }], [{ text: '2.4元' }]],
      ],
    },
  ],
  image: (sha256: string) => `./files/${sha256}`,
  files: ['关于2027年供水价格方案的公告.docx', '关于2027年供水价格方案的公告.pdf'].map((name, index) => ({
    ...{ name, address: `./files/${index}`, size: 48_213, sha256: '0123456789abcdef'.repeat(4) },
  })),
  sums: './files/SHA256SUMS',
};
const embargoed: NewsroomStanding = { kind: 'embargoed', until: '2026-12-01 06:00' };
const titled = (title: string, standing: NewsroomStanding) => ({
  ...{ ...about, number: `${about.number}${title.length}`, title, standing, address: './desk/releases/a' },
});

/** One page of each kind that an outlet can see, by path. */
export const newsroomPages: Readonly<Record<string, string>> = {
  '/list': newsroomListPage({
    outlet,
    entries: [
      titled('关于2027年供水价格方案的公告', embargoed),
      titled('关于东湖水厂迁建的公告', { kind: 'heldBack' }),
      titled('关于南湾片区停水检修的通告', { kind: 'out', at: '2026-11-27 09:30', corrected: '时间更正' }),
      titled('关于河口泵站检修的通知', { kind: 'withdrawn' }),
    ],
    topics: [
      {
        ...{ id: 'l', name: '供水消息', feed: './desk/feeds/l' },
        members: [{ id: 'r', name: '要闻部', address: 'ne…@daily.example' }],
      },
    ],
    conferences: [
      {
        ...{ number: '滨新发批〔2026〕3号', theme: '供水价格改革', name: '市政府新闻发布会', host: '周文' },
        ...{
          startsAt: '2026-12-02 10:00',
          place: '市新闻发布厅',
          isCancelled: false,
          registered: ['要闻部（已登记）'],
        },
      },
    ],
    ...{ leaveAddress: './desk/leave', newer: null, older: './desk?page=2' },
  }),
  '/embargoed': newsroomReleasePage({
    ...{ ...about, outlet, title: '关于2027年供水价格方案的公告', standing: embargoed, text },
  }),
  '/heldback': newsroomReleasePage({
    ...{ ...about, outlet, title: '关于东湖水厂迁建的公告', standing: { kind: 'heldBack' } },
  }),
  '/corrected': newsroomReleasePage({
    ...{ ...about, outlet, title: '关于南湾片区停水检修的通告' },
    standing: { kind: 'out', at: '2026-11-27 09:30', corrected: '恢复供水的时间应为次日7时。' },
    text: { ...text, portalUrl: 'https://www.binhai.gov.example/r/a.html' },
  }),
  '/revoked': newsroomNoticePage('revoked'),
};
