/** Words of official prose that stand for one another; the first of a row is the one compared. */
const rows: readonly string[] = [
  '截至 截止 截止到 截至到',
  '目前 现 当前 现在 现已',
  '造成 致使 导致 致',
  '发生 出现 突发',
  '进行 开展 实施',
  '举行 召开 举办',
  '立即 马上 迅速 立刻',
  '表示 称 说 指出',
  '同时 并且 并',
  '此外 另外 另 另有',
  '由于 因为 因',
  '死亡 遇难 身亡 丧生 罹难 离世 病亡 殉职',
  '失联 失踪 下落不明',
  '获悉 了解到 得知',
  '治愈出院 出院 治愈',
  '已经 已',
  '正在 正',
  '约 大约',
  '以及 及 和 与',
  '位于 在',
  '市民 群众',
];

interface StockWord {
  readonly word: string;
  readonly canonical: string;
}

const byHead = new Map<string, StockWord[]>();
for (const row of rows) {
  const words = row.split(' ');
  for (const word of words) {
    const head = word[0] as string;
    const list = byHead.get(head) ?? [];
    list.push({ word, canonical: words[0] as string });
    byHead.set(head, list);
  }
}
for (const list of byHead.values()) list.sort((one, other) => other.word.length - one.word.length);

/** The stock word that begins at `index`: its length and the word that it is compared as. */
export const stockWordAt = (
  text: string,
  index: number,
): { readonly length: number; readonly canonical: string } | null => {
  const list = byHead.get(text[index] as string);
  if (!list) return null;
  for (const { word, canonical } of list)
    if (text.startsWith(word, index)) return { length: word.length, canonical };
  return null;
};
