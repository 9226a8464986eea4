import { stepWords } from '@koujing/signoff';
import type { Measure } from './figures/figure.js';
import type { ReportName, Words } from './report.api.js';

const say = (zh: string, en: string): Words => ({ zh, en });
type Names = Readonly<Record<string, Words>>;

export const reportTitles: Readonly<Record<ReportName, Words>> = {
  consistency: say('口径一致情况报告', 'Consistency report'),
  timeliness: say('发布及时情况报告', 'Timeliness report'),
  reach: say('渠道到达情况报告', 'Reach report'),
  workload: say('发布工作量报告', 'Workload report'),
  roster: say('发言人名单与新闻发布会报告', 'Roster and conference report'),
  bulletin: say('新闻发布工作半年通报', 'Half-yearly bulletin on release work'),
  annual: say('政府信息公开年度报告·新闻发布专章', 'Release work in the annual disclosure report'),
};

export const measureNames: Readonly<Record<Measure, Words>> = {
  finding: say('口径冲突', 'Conflicts'),
  ruling: say('统筹裁定', 'Rulings'),
  correctionDuty: say('裁定后的更正义务', 'Duties after rulings'),
  limit: say('时限', 'Limits'),
  rosterLimit: say('名单变动备案', 'Roster changes filed'),
  violation: say('违规线索', 'Violations'),
  delivery: say('渠道送达', 'Deliveries'),
  release: say('发布稿', 'Releases'),
  signature: say('审签', 'Sign-offs'),
  answer: say('答复媒体', 'Answers to the media'),
  interview: say('采访申请', 'Interview requests'),
  directive: say('发布指令', 'Directives'),
  interpretation: say('专家解读', 'Experts’ interpretations'),
  conference: say('新闻发布会', 'Press conferences'),
  lack: say('名单缺项', 'Lacking in the roster'),
  routine: say('例行发布', 'Routine releases'),
};

const findingKinds: Names = {
  inconsistent: say('信息发布不一致', 'Inconsistent'),
  multiHeaded: say('多头发布', 'Multi-headed'),
  crossRemit: say('交叉发布', 'Cross-remit'),
  duplicate: say('重复发布', 'Duplicate'),
  gap: say('工作缺位', 'Gap'),
};
const findingStates: Names = {
  open: say('待处理', 'Open'),
  coordinating: say('协调中', 'In coordination'),
  ruled: say('已裁定', 'Ruled'),
  closed: say('已消除', 'Closed'),
};
const releaseKinds: Names = {
  routine: say('常规政务', 'Routine'),
  hotTopic: say('社会热点', 'Public concern'),
  emergency: say('突发事件', 'Emergency'),
  warning: say('重要预警', 'Warning'),
  majorEvent: say('重大活动', 'Major event'),
  mediaScrutiny: say('舆论监督', 'Media scrutiny'),
  other: say('其他', 'Other'),
};
/** Art.12(3). */
export const explainingName = say('政策解读稿', 'Explaining a policy');
const limitOutcomes: Names = {
  inTime: say('按时', 'In time'),
  late: say('逾期完成', 'Done late'),
  overdue: say('逾期未完成', 'Overdue'),
};

/** What the values of each measure are called, in the order in which they are shown. */
export const kindNames: Readonly<Record<Measure, Names>> = {
  finding: findingKinds,
  ruling: {
    preferA: say('以甲稿为准', 'Text A prevails'),
    preferB: say('以乙稿为准', 'Text B prevails'),
    joint: say('联合发布', 'Joint release'),
    withdraw: say('撤回', 'Withdraw'),
    letStand: say('并存', 'Let both stand'),
    notAConflict: say('不是冲突', 'Not a conflict'),
  },
  correctionDuty: {
    correct: say('更正', 'Correct'),
    withdraw: say('撤回', 'Withdraw'),
    joint: say('改为联合发布', 'Make it joint'),
  },
  // Rules have their titles in the rules file of the city.
  limit: {},
  rosterLimit: {},
  violation: {
    notReleased: say('应发布未发布', 'Not released'),
    interviewRefused: say('拒绝采访', 'Interview refused'),
    emergencyMishandled: say('突发事件处置不当', 'Emergency mishandled'),
    unauthorised: say('擅自发布', 'Unauthorised'),
    directiveDisobeyed: say('不执行指令', 'Directive disobeyed'),
    reviewMissing: say('未履行保密审查', 'Review missing'),
  },
  delivery: {
    portal: say('门户网站', 'Portal'),
    weibo: say('微博', 'Weibo'),
    wechat: say('微信公众号', 'WeChat'),
    email: say('媒体邮件', 'Media e-mail'),
    webhook: say('城市 App', 'City app'),
  },
  release: releaseKinds,
  signature: stepWords,
  answer: {
    telephone: say('电话', 'Telephone'),
    fax: say('传真', 'Fax'),
    email: say('电子邮件', 'E-mail'),
  },
  interview: {
    accepted: say('已受理', 'Accepted'),
    refused: say('已婉拒', 'Refused'),
    waiting: say('未答复', 'Unanswered'),
  },
  directive: { fulfilled: say('已完成', 'Fulfilled'), open: say('未完成', 'Not fulfilled') },
  interpretation: {},
  conference: {
    party: say('党委发布会', 'Of the Party committee'),
    government: say('政府发布会', 'Of the government'),
    own: say('自主召开', 'Of one’s own'),
    county: say('县（市、区）发布会', 'Of a county'),
  },
  lack: {
    releaseUnit: say('未明确发布机构', 'No release unit'),
    spokesperson: say('缺新闻发言人', 'No spokesperson'),
    pressAssistant: say('缺新闻助理', 'No press assistant'),
  },
  // As `limit`.
  routine: {},
};

export const outcomeNames: Readonly<Record<Measure, Names>> = {
  finding: findingStates,
  ruling: findingKinds,
  correctionDuty: { owed: say('未完成', 'Owed'), ended: say('已了结', 'Ended') },
  limit: limitOutcomes,
  rosterLimit: limitOutcomes,
  violation: {
    established: say('待认定', 'Established'),
    consequenceRecorded: say('已认定', 'Consequence recorded'),
    closed: say('已办结', 'Closed'),
  },
  delivery: {
    reached: say('已到达', 'Reached'),
    underWay: say('进行中', 'Under way'),
    uncertain: say('结果待核实', 'Uncertain'),
    failed: say('失败', 'Failed'),
    takenBack: say('已撤回', 'Taken back'),
    calledOff: say('已取消', 'Called off'),
  },
  release: { plain: say('其他稿件', 'Others'), explaining: explainingName },
  signature: { agree: say('同意', 'Agreed'), return: say('退回', 'Returned') },
  answer: {},
  interview: { held: say('已采访', 'Held'), notHeld: say('未采访', 'Not held') },
  directive: {},
  interpretation: {},
  conference: {
    briefed: say('已报简报', 'Brief sent'),
    briefOwed: say('未报简报', 'Brief owed'),
  },
  lack: {},
  routine: { done: say('已完成', 'Done'), missing: say('尚缺', 'Missing') },
};

/** Who must act after a failure, as the channel says it. */
export const fixNames: Names = {
  content: say('内容须修改', 'The content'),
  credential: say('账号授权', 'The authorisation'),
  quota: say('平台限额', 'The quota'),
  operator: say('运维处理', 'The operator'),
  '': say('未归类', 'Not classified'),
};
