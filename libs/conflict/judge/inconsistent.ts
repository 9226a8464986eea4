import { dateInWords } from '@koujing/text';
import type { Attribute, FactConflict, Finding } from '../finding.js';
import type { OrganDirectory } from '../organ-directory.js';
import { severityOf } from '../severity.js';
import { acrossOrgans, type Judgement } from './judgement.js';

const NAMES: Readonly<Record<Attribute, string>> = {
  deaths: '死亡人数',
  injured: '受伤人数',
  missing: '失踪人数',
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
  hazard: '灾害种类',
  magnitude: '震级',
  polarity: '事项状态',
  cause: '原因',
  documentNumber: '文号',
  period: '期间',
  organ: '机关',
  count: '数量',
};

export const attributeName = (attribute: Attribute): string => NAMES[attribute];

/** The value for a person: the contract's `2026-12-31` is 2026年12月31日, everything else reads as it stands. */
export const valueInWords = (attribute: Attribute, value: string): string =>
  attribute === 'date' ? dateInWords(value) : value;

/** Same matter, overlapping validity, values that cannot both hold, neither superseding the other. */
export function inconsistent(judgement: Judgement, directory: OrganDirectory): Finding | undefined {
  const { a, b, relation } = judgement;
  const conflicts = distinct(judgement.conflicts);
  // A later text of one organ supersedes its earlier one (successive bulletins, follow-ups): never a conflict.
  if (judgement.twoEvents || conflicts.length === 0 || relation === 'supersedes' || relation === 'sameOrgan')
    return undefined;
  const severity = severityOf({
    kind: 'inconsistent',
    attributes: conflicts.map((conflict) => conflict.attribute),
    acrossOrgans: acrossOrgans(a, b, directory),
  });
  return {
    kind: 'inconsistent',
    releases: [a.id, b.id],
    severity,
    confidence: round(judgement.sameMatter * (conflicts.length > 1 ? 0.97 : 0.92)),
    facts: conflicts,
    explanation: `${a.organ}《${a.title}》与${b.organ}《${b.title}》说的是同一事项，但${conflicts.slice(0, 3).map(clause).join('；')}，请核对后统一口径。`,
  };
}

/** The same disagreement stated in several places is shown once; the rest would bury it. */
const SHOWN = 12;

export function distinct(conflicts: readonly FactConflict[]): readonly FactConflict[] {
  const first = new Map<string, FactConflict>();
  for (const conflict of conflicts) {
    const key = `${conflict.attribute}|${conflict.a.value}|${conflict.b.value}`;
    if (!first.has(key)) first.set(key, conflict);
  }
  return [...first.values()].slice(0, SHOWN);
}

const clause = ({ attribute, a, b }: FactConflict): string =>
  `${attributeName(attribute)}不一致：前者为${valueInWords(attribute, a.value)}（“${a.text}”），后者为${valueInWords(attribute, b.value)}（“${b.text}”）`;

export const round = (value: number): number => Math.round(value * 1000) / 1000;
