import type { FindingKind, Severity } from '@koujing/conflict';

/** The five of Art.15 as reports name them. */
export const kindNames: Readonly<Record<FindingKind, string>> = {
  duplicate: '重复发布 duplicate',
  multiHeaded: '多头发布 multi-headed',
  crossRemit: '交叉发布 cross-remit',
  inconsistent: '信息发布不一致 inconsistent',
  gap: '工作缺位 gap',
};

export const severityNames: Readonly<Record<Severity, string>> = {
  block: '须裁定 block',
  warn: '提醒 warn',
  info: '备考 info',
};
