import type { Span } from '@koujing/text';

/** Whose words a sentence gives, from an offset in the text on. */
export interface Quoted {
  readonly organ: string;
  readonly from: number;
}

/** Most sentences quote nobody. */
const may = /据|按照|记者从|[称示]|通报/;
/** What ends an organ's name; 据初步统计 names nobody. */
const body =
  '[\\u4e00-\\u9fa5]{1,18}?(?:局|委员会|委|办公室|办|部|厅|院|台|站|所|馆|中心|公司|集团|指挥部|支队|大队|医院|学校|大学|政府|管委会|街道|协会|红十字会)';
const telling =
  '(?:通报|消息|介绍|统计|发布|公布|预报|监测|提供|透露|数据|反映|测定|测算|核实|确认|初步核查|鉴定|周报|月报|快报|公告|通告|通知)';
const ways: readonly RegExp[] = [
  // 据市气象台预报, 根据区住建局提供的数据, 按照省疾控中心公布的口径
  new RegExp(`(?:根据|依据|按照|据)(${body})(?:[^，。；]{0,12}?)${telling}`),
  // 记者从市水务集团获悉
  new RegExp(`从(${body})(?:处|方面)?(?:获悉|了解到|得知)`),
  // 市消防救援支队通报称, 市卫健委介绍：
  new RegExp(`(${body})(?:[^，。；]{0,8}?)(?:${telling}(?:称|说|显示)|表示[，：:]|介绍[，：:])`),
];

/** 本市 and 我市 are no names; 市应急管理局 is 滨海市应急管理局. */
const isOwn = (organ: string, named: string): boolean => {
  const bare = named.replace(/^[本我该全]/, '');
  return organ === bare || organ.endsWith(bare) || bare.endsWith(organ);
};

/** Whom a sentence quotes if it is somebody else than the organ that speaks: whose count a figure is, a coordinator asks first. */
export const quotedIn = (text: string, { start, end }: Span, organ: string): Quoted | null => {
  const sentence = text.slice(start, end);
  if (!may.test(sentence)) return null;
  for (const way of ways) {
    const found = way.exec(sentence);
    const named = found?.[1];
    if (found !== null && named !== undefined && !isOwn(organ, named))
      return { organ: named.replace(/^[^\u4e00-\u9fa5]+/, ''), from: start + found.index };
  }
  return null;
};
