import { counted } from '../../api/contract.js';
import type { ClashKind } from './clashes.js';
import type { View } from './days.js';
import type { EntryKind } from './entry.js';

interface Counts {
  readonly ahead: number;
  readonly conferences: number;
  readonly deadlines: number;
  readonly conflicts: number;
}

interface Words {
  readonly title: string;
  readonly lead: (counts: Counts) => string;
  readonly newConference: string;
  readonly view: string;
  readonly views: Readonly<Record<View, string>>;
  readonly before: Readonly<Record<View, string>>;
  readonly after: Readonly<Record<View, string>>;
  readonly today: string;
  readonly weekdays: readonly string[];
  readonly month: (year: number, month: number) => string;
  readonly day: (month: number, day: number) => string;
  readonly range: (from: string, to: string) => string;
  readonly rest: string;
  readonly work: string;
  /** Of a year whose holidays are not announced yet. */
  readonly provisional: (note: string) => string;
  readonly kind: string;
  readonly anyKind: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly organ: string;
  readonly anyOrgan: string;
  readonly conflict: string;
  readonly anyConflict: string;
  readonly onlyConflicts: string;
  readonly faces: Readonly<Record<'proposed' | 'out' | 'ahead' | 'held' | 'conference' | 'deadline', string>>;
  readonly conflicts: (count: number) => string;
  readonly embargoed: (count: number) => string;
  readonly clashes: Readonly<Record<ClashKind, (other: string) => string>>;
  readonly warnings: string;
  readonly more: (count: number) => string;
  readonly moreOf: (count: number, day: string) => string;
  readonly left: (count: number) => string;
  readonly empty: string;
  readonly emptyFiltered: string;
  readonly seeAll: string;
  readonly dragHelp: string;
  readonly move: string;
  readonly moveNamed: (title: string) => string;
  readonly moveTitle: string;
  readonly moveLead: (title: string, from: string) => string;
  readonly moveAt: string;
  readonly moveDo: string;
  readonly movePast: string;
  readonly moveSame: string;
  readonly moveNeeded: string;
  readonly moveRest: (name: string) => string;
  readonly moveClashes: string;
  readonly moveClear: string;
  readonly moveEmbargoed: (count: number) => string;
  readonly moveRegistered: string;
  readonly moveProposed: string;
  readonly cancel: string;
}

const zh: Words = {
  title: '日历',
  lead: ({ ahead, conferences, deadlines, conflicts }) =>
    `待发布 ${ahead} · 发布会 ${conferences} · 时限 ${deadlines} · 有冲突 ${conflicts}`,
  newConference: '安排发布会',
  view: '显示方式',
  views: { month: '月', week: '周', agenda: '列表' },
  before: { month: '上个月', week: '上一周', agenda: '前两周' },
  after: { month: '下个月', week: '下一周', agenda: '后两周' },
  today: '今天',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  month: (year, month) => `${year}年${month}月`,
  day: (month, day) => `${month}月${day}日`,
  range: (from, to) => `${from}至${to}`,
  rest: '休',
  work: '班',
  provisional: (note) => `${note}（放假安排尚未公布）`,
  kind: '类别',
  anyKind: '全部类别',
  kinds: { release: '发布稿', embargo: '禁发稿', conference: '发布会', deadline: '时限' },
  organ: '机关',
  anyOrgan: '全部机关',
  conflict: '冲突',
  anyConflict: '不论冲突',
  onlyConflicts: '有未处理冲突',
  faces: {
    out: '已发布',
    ahead: '待发布',
    proposed: '建议时间，未批准',
    held: '冲突待统筹',
    conference: '发布会',
    deadline: '时限',
  },
  conflicts: (count) => `${count} 处口径冲突`,
  embargoed: (count) => `禁发至此时，${count} 家媒体已收到`,
  clashes: {
    conflict: (other) => `与${other}口径冲突`,
    matter: (other) => `与${other}是同一事项`,
    hour: (other) => `与${other}相隔不到一小时`,
  },
  warnings: '有冲突、同一事项或时间相近',
  more: (count) => `还有 ${count} 项`,
  moreOf: (count, day) => `${day}还有 ${count} 项，按周显示`,
  left: (count) => `另有 ${count} 项太多，没有列出。请改看一周。`,
  empty: '这些天没有发布、发布会和时限。',
  emptyFiltered: '这些天没有符合条件的事项。',
  seeAll: '显示全部',
  dragHelp: '拖到另一天可以改期，时刻不变；也可以用每一项上的“改期”。',
  move: '改期',
  moveNamed: (title) => `改期：${title}`,
  moveTitle: '改期',
  moveLead: (title, from) => `《${title}》，原定 ${from}。`,
  moveAt: '改到（北京时间）',
  moveDo: '改期',
  movePast: '这个时间已过。',
  moveSame: '时间没有变化。',
  moveNeeded: '请填写时间。',
  moveRest: (name) => (name === '' ? '这一天是休息日。' : `这一天是${name}休息日。`),
  moveClashes: '改到这时会遇到：',
  moveClear: '这时前后一小时没有别的发布和发布会。',
  moveEmbargoed: (count) =>
    `${count} 家媒体已收到写明原定时间的禁发稿，改期后请另行告知，否则它们会按原定时间刊发。`,
  moveProposed: '这是起草人建议的时间。改期只改建议，批准之后才会按时发布。',
  moveRegistered: '此发布会已报送审批。改动时间后，已有的审批和文号作废，须重新报送（第三十二条）。',
  cancel: '取消',
};

const en: Words = {
  title: 'Calendar',
  lead: ({ ahead, conferences, deadlines, conflicts }) =>
    `${ahead} to go out · ${counted(conferences, 'conference')} · ${counted(deadlines, 'deadline')} · ${conflicts} in conflict`,
  newConference: 'Plan a conference',
  view: 'View',
  views: { month: 'Month', week: 'Week', agenda: 'List' },
  before: { month: 'Month before', week: 'Week before', agenda: 'Two weeks before' },
  after: { month: 'Next month', week: 'Next week', agenda: 'Next two weeks' },
  today: 'Today',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  month: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
  day: (month, day) => `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  range: (from, to) => `${from} to ${to}`,
  rest: 'off',
  work: 'work',
  provisional: (note) => `${note} (holidays not announced yet)`,
  kind: 'Kind',
  anyKind: 'All kinds',
  kinds: { release: 'Releases', embargo: 'Embargoes', conference: 'Conferences', deadline: 'Deadlines' },
  organ: 'Organ',
  anyOrgan: 'All organs',
  conflict: 'Conflict',
  anyConflict: 'Conflict or not',
  onlyConflicts: 'With open conflicts',
  faces: {
    out: 'Released',
    ahead: 'To go out',
    proposed: 'Proposed, not approved',
    held: 'Held: conflict',
    conference: 'Conference',
    deadline: 'Deadline',
  },
  conflicts: (count) => counted(count, 'conflict'),
  embargoed: (count) => `Embargoed until then; given to ${counted(count, 'newsroom')}`,
  clashes: {
    conflict: (other) => `In conflict with ${other}`,
    matter: (other) => `On the same matter as ${other}`,
    hour: (other) => `Less than an hour from ${other}`,
  },
  warnings: 'Conflict, same matter or same hour',
  more: (count) => `${count} more`,
  moreOf: (count, day) => `${count} more on ${day}, shown by week`,
  left: (count) => `Too many to list: ${count} more are left out. Please look at one week.`,
  empty: 'Nothing goes out, is held or falls due on these days.',
  emptyFiltered: 'Nothing on these days meets the filters.',
  seeAll: 'Show all',
  dragHelp: 'Drag something to another day to move it; its time of day stays. Or use its “Move”.',
  move: 'Move',
  moveNamed: (title) => `Move: ${title}`,
  moveTitle: 'Move to another time',
  moveLead: (title, from) => `“${title}”, planned for ${from}.`,
  moveAt: 'Move to (Beijing time)',
  moveDo: 'Move',
  movePast: 'This time is past.',
  moveSame: 'The time is unchanged.',
  moveNeeded: 'Please give a time.',
  moveRest: (name) => (name === '' ? 'That is a day of rest.' : `That is a day of rest (${name}).`),
  moveClashes: 'At that time it meets:',
  moveClear: 'No other release or conference is within an hour of that time.',
  moveEmbargoed: (count) =>
    `An embargoed copy that names the old time was given to ${counted(count, 'newsroom')}. Tell them of the new one, or they will publish at the old.`,
  moveProposed:
    'This time is proposed by the drafter. Moving it changes the proposal; nothing goes out before it is approved.',
  moveRegistered:
    'This conference was applied for. Another time voids its approval and number; it must be applied for anew (Art.32).',
  cancel: 'Cancel',
};

export const words = { zh, en };
