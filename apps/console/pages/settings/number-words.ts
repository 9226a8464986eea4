import type { RulesView } from '../../api/contract.js';
import { aside } from '../../parts/punctuation.js';

type Unit = NonNullable<RulesView['items'][number]['number']>['unit'];
type Value = number | string | null;

const zhUnits: Readonly<Record<Unit, string>> = {
  workday: '个工作日',
  day: '天',
  hour: '小时',
  minute: '分钟',
  month: '个月',
  person: '人',
  tenThousandYuan: '万元',
  percent: '%',
  perQuarter: '次／季度',
  perHalfYear: '次／半年',
  perYear: '次／年',
  timeOfDay: '',
  rank: '',
  ranks: '',
  rankTable: '',
  conferenceStages: '',
  releaseChains: '',
};

/** A percent sign stands at its number, a word apart from it. */
const beside = (value: number | string, unit: string): string =>
  unit === '' || unit === '%' ? `${value}${unit}` : `${value} ${unit}`;

const zh = {
  withUnit: (value: Value, unit: Unit) => (value === null ? '未定' : beside(value, zhUnits[unit])),
  change: '修改',
  changeOf: (name: string) => `修改：${name}`,
  restore: '恢复',
  restoreOf: (name: string) => `恢复：${name}`,
  restoreAsk: (inFile: string) => `恢复为规则文件里的数字（${inFile}）？`,
  restorePartAsk: '恢复为规则文件里的内容？',
  cancel: '返回',
  setTag: '控制台设置',
  setBy: (by: string, at: string, basis: string) => `${by} ${at} 设置，依据：${basis}`,
  inFile: (value: string) => `规则文件：${value}`,
  idlePart: '控制台设置的已不合现在的条文，不作数，以规则文件为准。',
  idle: (value: string) => `控制台设置的 ${value} 比现在的条文宽，不作数，以规则文件为准。`,
  number: (unit: Unit) => {
    if (unit === 'percent') return '新的数字（时限过去百分之几时提醒）';
    return zhUnits[unit] === '' ? '新的钟点' : `新的数字（${zhUnits[unit].replace('个', '')}）`;
  },
  allowed: (words: string) => `可填 ${words}`,
  basis: '依据',
  basisHelp: '如本市文件的名称、文号；与它一起显示，并记入审计。',
  lead: (inFile: string, article: string, since: string) =>
    `规则文件：${inFile}${aside(article, 'zh')}。${since}`,
  leadPart: (article: string, allowed: string, since: string) => `依据 ${article}；${allowed}。${since}`,
  since: {
    nextStart: '保存后新起算的按新的设置；已经起算、正在审签的不变。',
    atOnce: '保存后立即适用，其他进程在两秒内跟上。',
  },
};

const enUnits: Readonly<Record<Unit, string>> = {
  workday: 'working days',
  day: 'days',
  hour: 'hours',
  minute: 'minutes',
  month: 'months',
  person: 'persons',
  tenThousandYuan: '× 10,000 yuan',
  percent: '%',
  perQuarter: 'times a quarter',
  perHalfYear: 'times a half-year',
  perYear: 'times a year',
  timeOfDay: '',
  rank: '',
  ranks: '',
  rankTable: '',
  conferenceStages: '',
  releaseChains: '',
};

/** Of one: `1 working day`, and `once a quarter`. */
const ofOne = (unit: string): string =>
  unit.startsWith('times ') ? unit.replace('times', 'once') : `1 ${unit.replace(/s$/u, '')}`;

const en: typeof zh = {
  withUnit: (value, unit) => {
    if (value === null) return 'not set';
    const words = enUnits[unit];
    return value === 1 && /s\b/u.test(words) ? ofOne(words) : beside(value, words);
  },
  change: 'Change',
  changeOf: (name) => `Change: ${name}`,
  restore: 'Take back',
  restoreOf: (name) => `Take back: ${name}`,
  restoreAsk: (inFile) => `Take back to the number of the rules file (${inFile})?`,
  restorePartAsk: 'Take back to what the rules file says?',
  cancel: 'Back',
  setTag: 'set in the console',
  setBy: (by, at, basis) => `set by ${by}, ${at}; basis: ${basis}`,
  inFile: (value) => `Rules file: ${value}`,
  idlePart: 'What was set in the console no longer fits the provision: the rules file holds instead.',
  idle: (value) =>
    `${value}, set in the console, is laxer than the provision is now: the rules file holds instead.`,
  number: (unit) => {
    if (unit === 'percent') return 'New number (percent of the limit that has passed)';
    return enUnits[unit] === '' ? 'New time of day' : `New number (${enUnits[unit]})`;
  },
  allowed: (words) => `Allowed: ${words}`,
  basis: 'Basis',
  basisHelp: 'E.g. name and number of a paper of the city; shown with it and recorded in the audit.',
  lead: (inFile, article, since) => `Rules file: ${inFile}${aside(article, 'en')}. ${since}`,
  leadPart: (article, allowed, since) => `Basis: ${article}. Allowed: ${allowed}. ${since}`,
  since: {
    nextStart:
      'What starts after you save goes by the new setting; what runs or is being signed keeps its own.',
    atOnce: 'It counts as soon as it is saved; other processes follow within two seconds.',
  },
};

export const numberWords = { zh, en };
