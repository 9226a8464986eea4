import type { Finding } from '../finding.js';
import { checkReleases } from '../check-releases.js';
import type { MatterRecord, OrganProfile, ReleaseText, StatutoryIssuer } from '../release-text.js';

/** A city of our own for the scenarios; no real organ, person or event. */
export const organs: readonly OrganProfile[] = [
  {
    name: '云川市人民政府新闻办公室',
    aliases: ['市政府新闻办'],
    level: 'city',
    kind: 'government',
    remit: ['综合新闻发布'],
  },
  {
    name: '云川市应急管理局',
    aliases: ['市应急局', '市应急管理局'],
    level: 'city',
    remit: ['应急管理', '生产安全事故', '自然灾害'],
  },
  {
    name: '云川市气象局',
    aliases: ['市气象局', '市气象台'],
    level: 'city',
    remit: ['天气预报', '气象灾害预警'],
  },
  {
    name: '云川市卫生健康委员会',
    aliases: ['市卫健委'],
    level: 'city',
    remit: ['医疗卫生', '疫情信息', '传染病防治'],
  },
  {
    name: '云川市公安局交通警察支队',
    aliases: ['市交警支队'],
    level: 'city',
    remit: ['道路交通', '交通管制', '交通事故'],
  },
  { name: '云川市消防救援支队', aliases: ['市消防支队'], level: 'city', remit: ['火灾', '消防安全'] },
  { name: '云川市教育局', aliases: ['市教育局'], level: 'city', remit: ['教育', '中小学', '招生考试'] },
  { name: '云川水务集团', aliases: ['市水务集团'], level: 'city', kind: 'utility', remit: ['供水', '停水'] },
  { name: '云川市生态环境局', aliases: ['市生态环境局'], level: 'city', remit: ['生态环境', '空气质量'] },
  { name: '云川市文化和旅游局', aliases: ['市文旅局'], level: 'city', remit: ['文化', '旅游', '景区'] },
  { name: '云川市交通运输局', aliases: ['市交通局'], level: 'city', remit: ['交通运输', '公交', '客运'] },
  {
    name: '云川市市场监督管理局',
    aliases: ['市市场监管局'],
    level: 'city',
    remit: ['市场监管', '食品安全', '药品'],
  },
  {
    name: '东山区人民政府',
    aliases: ['东山区政府'],
    level: 'district',
    area: '东山区',
    kind: 'government',
    remit: ['综合'],
  },
  {
    name: '西河区人民政府',
    aliases: ['西河区政府'],
    level: 'district',
    area: '西河区',
    kind: 'government',
    remit: ['综合'],
  },
  { name: '东山区教育局', level: 'district', area: '东山区', remit: ['教育'] },
  { name: '“11·18”事故现场指挥部', level: 'city', kind: 'fieldHeadquarters' },
];

export const statutoryIssuers: readonly StatutoryIssuer[] = [
  { subject: '气象灾害预警', organs: ['云川市气象局'] },
  { subject: '地震预报', organs: ['省人民政府'] },
  { subject: '疫情信息', organs: ['云川市卫生健康委员会'] },
];

export interface ReleaseDraft extends Partial<ReleaseText> {
  readonly organ: string;
  readonly title: string;
  readonly body: string;
}

/** `18 16:20` is that hour of November 2026. */
export function release(id: string, at: string, draft: ReleaseDraft): ReleaseText {
  const [day, hour] = at.split(' ');
  return { id, publishedAt: `2026-11-${day}T${hour}:00+08:00`, ...draft };
}

export const check = (
  releases: readonly ReleaseText[],
  more: {
    matters?: readonly MatterRecord[];
    now?: number;
    statutoryIssuers?: readonly StatutoryIssuer[];
  } = {},
): readonly Finding[] => checkReleases({ releases, organs, statutoryIssuers, ...more });

/** `kind: id id` per finding, sorted. */
export const summary = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ kind, releases, matter }) => `${kind}: ${matter ?? [...releases].sort().join(' ')}`).sort();

/** Only one kind's findings. */
export const ofKind = (findings: readonly Finding[], kind: Finding['kind']): readonly string[] =>
  summary(findings.filter((finding) => finding.kind === kind));
