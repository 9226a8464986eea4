/** The five of Art.15 as reports name them. */
export const kindNames = {
  duplicate: '重复发布 duplicate',
  multiHeaded: '多头发布 multi-headed',
  crossRemit: '交叉发布 cross-remit',
  inconsistent: '信息不一致 inconsistent',
  gap: '工作缺位 gap',
} as const;
