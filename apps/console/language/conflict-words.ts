import type { FindingState, FindingSummary, RulingKind } from '../api/contract.js';

interface ConflictWords {
  readonly kinds: Record<FindingSummary['kind'], string>;
  readonly states: Record<FindingState, string>;
  readonly severities: Record<FindingSummary['severity'], string>;
  readonly rulings: Record<RulingKind, string>;
  readonly attributes: Readonly<Record<string, string>>;
}

const zh: ConflictWords = {
  kinds: {
    duplicate: '重复发布',
    multiHeaded: '多头发布',
    crossRemit: '交叉发布',
    inconsistent: '信息不一致',
    gap: '工作缺位',
  },
  states: { open: '待处理', coordinating: '协调中', ruled: '已裁定', closed: '已消除' },
  severities: { block: '阻止发布', warn: '提醒', info: '供参考' },
  rulings: {
    preferA: '以甲稿为准',
    preferB: '以乙稿为准',
    joint: '联合发布',
    withdraw: '撤回',
    letStand: '并存',
    notAConflict: '不是冲突',
  },
  attributes: {
    deaths: '死亡人数',
    injured: '受伤人数',
    missing: '失联人数',
    trapped: '被困人数',
    evacuated: '转移人数',
    people: '人数',
    cases: '病例数',
    date: '日期',
    time: '时间',
    place: '地点',
    amount: '金额',
    percent: '比例',
    phone: '电话',
    url: '网址',
    warningColour: '预警颜色',
    responseLevel: '响应级别',
    hazard: '灾种',
    magnitude: '震级',
    polarity: '说法相反',
    cause: '原因',
    documentNumber: '文号',
    period: '期限',
    organ: '机关',
    count: '数量',
  },
};

const en: ConflictWords = {
  kinds: {
    duplicate: 'Duplicate',
    multiHeaded: 'Multi-headed',
    crossRemit: 'Cross-remit',
    inconsistent: 'Inconsistent',
    gap: 'Gap',
  },
  states: { open: 'Open', coordinating: 'In coordination', ruled: 'Ruled', closed: 'Closed' },
  severities: { block: 'Blocks release', warn: 'Warning', info: 'For information' },
  rulings: {
    preferA: 'Text A prevails',
    preferB: 'Text B prevails',
    joint: 'Joint release',
    withdraw: 'Withdraw',
    letStand: 'Let both stand',
    notAConflict: 'Not a conflict',
  },
  attributes: {
    deaths: 'Deaths',
    injured: 'Injured',
    missing: 'Missing',
    trapped: 'Trapped',
    evacuated: 'Evacuated',
    people: 'People',
    cases: 'Cases',
    date: 'Date',
    time: 'Time',
    place: 'Place',
    amount: 'Amount',
    percent: 'Percentage',
    phone: 'Telephone',
    url: 'Address',
    warningColour: 'Warning colour',
    responseLevel: 'Response level',
    hazard: 'Hazard',
    magnitude: 'Magnitude',
    polarity: 'Opposite statements',
    cause: 'Cause',
    documentNumber: 'Document number',
    period: 'Period',
    organ: 'Organ',
    count: 'Count',
  },
};

export const conflictWords = { zh, en };
