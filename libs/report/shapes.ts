import type { By, Line, Shape } from './figures/shape.js';
import type { ReportName, Words } from './report.api.js';
import { explainingName, fixNames, kindNames, measureNames, outcomeNames } from './report-words.js';

type Names = Readonly<Record<string, Words>>;

/** Names that the city gives, and the months that are asked for. */
export interface ShapeNames {
  readonly organs: Names;
  /** Titles of the limits (`deadlines` in the rules file). */
  readonly rules: Names;
  /** Rules of the routine duties that this city asks for (Art.29). */
  readonly duties: Names;
  readonly months: Names;
}

const say = (zh: string, en: string): Words => ({ zh, en });
const heads = {
  kind: say('类别', 'Kind'),
  organ: say('单位', 'Organ'),
  month: say('月份', 'Month'),
  channel: say('渠道', 'Channel'),
  duty: say('职责', 'Duty'),
  step: say('环节', 'Step'),
} as const;
const organs = ({ organs: named }: ShapeNames): By => ({ by: 'organ', named, onlyCounted: true });
const months = ({ months: named }: ShapeNames): By => ({ by: 'time', named });
const kinds = (measure: keyof typeof kindNames): By => ({ by: 'kind', named: kindNames[measure] });
const outcomes = (measure: keyof typeof outcomeNames): By => ({
  by: 'outcome',
  named: outcomeNames[measure],
});
const line = (key: string, label: Words, filter: Line['filter']): Line => ({ key, label, filter });
const cut = { sums: 'both', chart: 'bars' } as const;
const overTime = { sums: 'both', chart: 'columns' } as const;

const consistency = (names: ShapeNames): readonly Shape[] => [
  {
    ...{ ...cut, id: 'findingsByKind', filter: { measure: 'finding' }, head: heads.kind },
    title: say('口径冲突：五种情形与处理情况', 'Conflicts by kind and state'),
    note: say(
      '第十五条所列五种情形；裁定为“不是冲突”的不计，由导入的旧稿引起的也不计。',
      'The five of Art.15; what was ruled to be no conflict is not counted, nor what an imported text raised.',
    ),
    ...{ rows: kinds('finding'), columns: outcomes('finding') },
  },
  {
    ...{ ...overTime, id: 'findingsByMonth', filter: { measure: 'finding' }, head: heads.month },
    title: say('口径冲突：逐月', 'Conflicts by month'),
    ...{ rows: months(names), columns: kinds('finding') },
  },
  {
    ...{ ...cut, id: 'findingsByOrgan', filter: { measure: 'finding' }, head: heads.organ },
    title: say('口径冲突：各单位', 'Conflicts by organ'),
    note: say(
      '计入其稿件引出冲突的单位；工作缺位计入负有职责的单位。',
      'Counted for the organ whose text raised it; a gap for the organ whose duty it was.',
    ),
    ...{ rows: organs(names), columns: kinds('finding') },
  },
  {
    ...{ ...cut, id: 'rulings', filter: { measure: 'ruling' }, head: say('裁定', 'Ruling') },
    title: say('统筹裁定', 'Rulings'),
    ...{ rows: kinds('ruling'), columns: outcomes('ruling') },
  },
  {
    ...{ ...cut, id: 'correctionDuties', filter: { measure: 'correctionDuty' }, head: say('义务', 'Duty') },
    title: say('裁定后的更正义务', 'Duties after rulings'),
    ...{ rows: kinds('correctionDuty'), columns: outcomes('correctionDuty') },
  },
];

const timeliness = (names: ShapeNames): readonly Shape[] => [
  {
    ...{ ...cut, id: 'limitsByRule', filter: { measure: 'limit' }, head: heads.duty },
    title: say('时限：各项职责', 'Limits by duty'),
    note: say(
      '期内完成的，和期内到期而未完成的；豁免、取消的不计。',
      'Those done in these days, and those that passed in them undone; what was exempt or cancelled is not counted.',
    ),
    ...{ rows: { by: 'kind', named: names.rules, onlyCounted: true }, columns: outcomes('limit') },
  },
  {
    ...{ ...cut, id: 'limitsByOrgan', filter: { measure: 'limit' }, head: heads.organ },
    title: say('时限：各单位', 'Limits by organ'),
    ...{ rows: organs(names), columns: outcomes('limit') },
  },
  {
    ...{ ...overTime, id: 'limitsByMonth', filter: { measure: 'limit' }, head: heads.month },
    title: say('时限：逐月', 'Limits by month'),
    ...{ rows: months(names), columns: outcomes('limit') },
  },
  {
    ...{ ...cut, id: 'violationsByOrgan', filter: { measure: 'violation' }, head: heads.organ },
    title: say('违规线索：各单位', 'Violations by organ'),
    note: say('第三十九条所列六种情形；已排除的不计。', 'The six of Art.39; dismissed ones are not counted.'),
    ...{ rows: organs(names), columns: kinds('violation') },
  },
  {
    ...{ ...cut, id: 'directivesByOrgan', filter: { measure: 'directive' }, head: heads.organ },
    title: say('发布指令：各单位', 'Directives by organ'),
    ...{ rows: organs(names), columns: kinds('directive') },
  },
];

const reach = (names: ShapeNames): readonly Shape[] => [
  {
    ...{ ...cut, id: 'deliveriesByChannel', filter: { measure: 'delivery' }, head: heads.channel },
    title: say('渠道到达', 'Reach by channel'),
    note: say(
      '按期内首次发布的稿件计，每个账号一件，媒体邮件每个地址一件；以最后一次操作（发布、更正或撤回）的结果为准，撤不回的计为失败。',
      'Of what first went out in these days, one an account, for mail one an address; by what the last act there (sending, correcting, withdrawing) came to. What could not be taken back counts as failed.',
    ),
    ...{ rows: kinds('delivery'), columns: outcomes('delivery') },
  },
  {
    ...{ ...cut, id: 'deliveriesByOrgan', filter: { measure: 'delivery' }, head: heads.organ },
    title: say('渠道到达：各单位', 'Reach by organ'),
    ...{ rows: organs(names), columns: outcomes('delivery') },
  },
  {
    ...{ ...cut, id: 'failures', filter: { measure: 'delivery', outcome: 'failed' }, head: heads.channel },
    title: say('未能到达：由谁处理', 'Failures by who must act'),
    ...{ rows: kinds('delivery'), columns: { by: 'part', named: fixNames } },
  },
];

const workload = (names: ShapeNames): readonly Shape[] => [
  {
    ...{ ...cut, id: 'releasesByOrgan', filter: { measure: 'release' }, head: heads.organ },
    title: say('发布稿：各单位', 'Releases by organ'),
    ...{ rows: organs(names), columns: kinds('release') },
  },
  {
    ...{ ...overTime, id: 'releasesByMonth', filter: { measure: 'release' }, head: heads.month },
    title: say('发布稿：逐月', 'Releases by month'),
    ...{ rows: months(names), columns: kinds('release') },
  },
  {
    ...{ ...cut, id: 'signatures', filter: { measure: 'signature' }, head: heads.step },
    title: say('审签：各环节', 'Sign-offs by step'),
    ...{ rows: kinds('signature'), columns: outcomes('signature') },
  },
  {
    ...{ ...cut, id: 'interviews', filter: { measure: 'interview' }, head: say('答复', 'Reply') },
    title: say('采访申请', 'Interview requests'),
    ...{ rows: kinds('interview'), columns: outcomes('interview') },
  },
  {
    ...{ id: 'pressByOrgan', filter: {}, head: heads.organ, sums: 'columns', chart: null },
    title: say('对媒体和公众：各单位', 'Towards press and public, by organ'),
    rows: organs(names),
    columns: (['answer', 'interview', 'interpretation', 'directive'] as const).map((measure) =>
      line(measure, measureNames[measure], { measure }),
    ),
  },
];

const roster = (names: ShapeNames): readonly Shape[] => [
  {
    ...{ ...cut, id: 'lacks', filter: { measure: 'lack' }, head: heads.organ },
    title: say('发言人名单：缺项的单位', 'Organs that lack something in the roster'),
    note: say(
      '截至期末（期未满的，截至今天）；第六条、第七条。',
      'As of the last of these days, or of today (Art.6–7).',
    ),
    ...{ rows: organs(names), columns: kinds('lack') },
  },
  {
    ...{ ...cut, id: 'rosterLimits', filter: { measure: 'rosterLimit' }, head: heads.organ },
    title: say('名单变动备案：是否按时', 'Changes of the roster: filed in time?'),
    ...{ rows: organs(names), columns: outcomes('rosterLimit') },
  },
  {
    ...{ ...cut, id: 'conferencesByOrgan', filter: { measure: 'conference' }, head: heads.organ },
    title: say('新闻发布会：各单位', 'Press conferences by organ'),
    ...{ rows: organs(names), columns: kinds('conference') },
  },
  {
    ...{ ...cut, id: 'conferenceBriefs', filter: { measure: 'conference' }, head: heads.kind },
    title: say('新闻发布会：会后简报', 'Press conferences: the brief afterwards'),
    ...{ rows: kinds('conference'), columns: outcomes('conference') },
  },
  ...Object.entries(names.duties).map(([rule, { zh, en }]): Shape => ({
    ...{ ...cut, id: `routine-${rule}`, filter: { measure: 'routine', kind: rule }, head: heads.organ },
    title: say(`例行发布：${zh}`, `Routine release: ${en}`),
    note: say(
      '期末所在的季度、半年或年度（第二十九条）。',
      'Of the quarter, half-year or year that holds the last of these days (Art.29).',
    ),
    ...{ rows: organs(names), columns: outcomes('routine') },
  })),
];

/** An organ a line, whatever it has: who did nothing is told as well (Art.42). */
const bulletin = (names: ShapeNames): readonly Shape[] => [
  {
    ...{ id: 'bulletin', filter: {}, head: heads.organ, sums: 'columns', chart: null },
    title: say('各单位新闻发布工作情况', 'Release work by organ'),
    rows: { by: 'organ', named: names.organs },
    columns: [
      line('release', measureNames.release, { measure: 'release' }),
      line('conference', measureNames.conference, { measure: 'conference' }),
      ...Object.entries(outcomeNames.limit).map(([outcome, { zh, en }]) =>
        line(`limit-${outcome}`, say(`时限${zh}`, `Limits: ${en}`), { measure: 'limit', outcome }),
      ),
      line('violation', measureNames.violation, { measure: 'violation' }),
      line('finding', measureNames.finding, { measure: 'finding' }),
      line('interview', measureNames.interview, { measure: 'interview' }),
      line('refused', say('婉拒采访', 'Interviews refused'), { measure: 'interview', kind: 'refused' }),
      line('directive', measureNames.directive, { measure: 'directive' }),
      line('fulfilled', say('指令完成', 'Directives fulfilled'), { measure: 'directive', kind: 'fulfilled' }),
      ...Object.entries(outcomeNames.rosterLimit).map(([outcome, { zh, en }]) =>
        line(`roster-${outcome}`, say(`名单备案${zh}`, `Roster: ${en}`), { measure: 'rosterLimit', outcome }),
      ),
      line('routine', say('例行发布尚缺', 'Routine releases missing'), {
        measure: 'routine',
        outcome: 'missing',
      }),
    ],
  },
  ...consistency(names).slice(0, 1),
  ...timeliness(names).filter(({ id }) => id === 'violationsByOrgan'),
];

const howMany = [line('count', say('数量', 'Number'), {})];
const counted = { columns: howMany, sums: 'columns', chart: 'bars' } as const;

/** The three headings of Art.38: conferences, publicity, interpretation. */
const annual = (): readonly Shape[] => [
  {
    ...{ ...counted, id: 'conferences', filter: { measure: 'conference' }, head: heads.kind },
    ...{ title: say('一、新闻发布会', '1. Press conferences'), rows: kinds('conference') },
  },
  {
    ...{ ...counted, id: 'releases', filter: { measure: 'release' }, head: heads.kind },
    ...{ title: say('二、新闻宣传：发布稿', '2. Publicity: releases'), rows: kinds('release') },
  },
  {
    ...{
      ...counted,
      id: 'deliveries',
      filter: { measure: 'delivery', outcome: 'reached' },
      head: heads.channel,
    },
    ...{ title: say('二、新闻宣传：渠道发布', '2. Publicity: on the channels'), rows: kinds('delivery') },
  },
  {
    ...{ ...counted, id: 'answers', filter: { measure: 'answer' }, head: say('方式', 'Form') },
    ...{ title: say('二、新闻宣传：答复媒体', '2. Publicity: answers to the media'), rows: kinds('answer') },
  },
  {
    ...{ ...counted, id: 'interviews', filter: { measure: 'interview', outcome: 'held' }, head: heads.kind },
    title: say('二、新闻宣传：接受采访', '2. Publicity: interviews given'),
    rows: [line('held', say('接受采访', 'Interviews given'), {})],
  },
  {
    ...{ ...counted, id: 'interpretation', filter: {}, head: heads.kind },
    title: say('三、政策解读', '3. Interpretation of policies'),
    rows: [
      line('explaining', explainingName, { measure: 'release', outcome: 'explaining' }),
      line('experts', measureNames.interpretation, { measure: 'interpretation' }),
    ],
  },
];

export const shapesOf: Readonly<Record<ReportName, (names: ShapeNames) => readonly Shape[]>> = {
  ...{ consistency, timeliness, reach, workload, roster, bulletin, annual },
};
