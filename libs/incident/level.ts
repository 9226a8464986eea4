import { inBrackets } from '@koujing/text';
import type { IncidentLevel } from './incident.api.js';
import type { Figures } from './incident.js';
import type { LevelRule, Threshold } from './incident-rules.js';

export interface Said {
  readonly message: string;
  readonly messageEn: string;
}

/** A level that the figures speak for, and why. A person confirms it. */
export interface Suggestion {
  readonly level: IncidentLevel;
  readonly why: readonly Said[];
}

const measures = [
  { figure: 'deaths', threshold: 'deaths', name: '死亡', unit: '人', nameEn: 'deaths' },
  {
    figure: 'seriouslyInjured',
    threshold: 'seriousInjuries',
    name: '重伤',
    unit: '人',
    nameEn: 'serious injuries',
  },
  {
    figure: 'lossWan',
    threshold: 'lossWan',
    name: '直接经济损失',
    unit: '万元',
    nameEn: '×10,000 yuan of loss',
  },
] as const;

const names: Readonly<Record<IncidentLevel, string>> = {
  ordinary: '一般',
  larger: '较大',
  major: '重大',
  extraordinary: '特别重大',
};

const reached = (
  rule: LevelRule,
  level: Exclude<IncidentLevel, 'ordinary'>,
  figures: Figures,
): readonly Said[] => {
  const threshold: Threshold = rule[level];
  return measures.flatMap(({ figure, threshold: name, ...words }) => {
    const value = figures[figure];
    // 以上含本数: thirty dead is already 特别重大.
    if (value === undefined || value < threshold[name]) return [];
    return [
      {
        message: `${words.name} ${value} ${words.unit}，达到 ${threshold[name]} ${words.unit}以上：${names[level]}${inBrackets(rule.article)}。`,
        messageEn: `${value} ${words.nameEn}, ${threshold[name]} or more: ${level}.`,
      },
    ];
  });
};

/** Null where the city has no thresholds for its kind. The highest level that any figure reaches. */
export const suggestLevel = (rule: LevelRule | undefined, figures: Figures): Suggestion | null => {
  if (rule === undefined) return null;
  for (const level of ['extraordinary', 'major', 'larger'] as const) {
    const why = reached(rule, level, figures);
    if (why.length > 0) return { level, why };
  }
  const none = {
    message: `已知数字均未达到较大的标准：一般${inBrackets(rule.article)}。`,
    messageEn: 'No known figure reaches the level "larger": ordinary.',
  };
  return { level: 'ordinary', why: [none] };
};
