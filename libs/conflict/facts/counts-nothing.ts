import type { Span } from '@koujing/text';

/** 24小时开放, 24小时服务热线 say at all hours; 四方, 八方 everywhere; 在8个考点附近 is where, not how many there are. */
export const countsNothing = (text: string, { start, end }: Span): boolean =>
  /^[一二两三四五六七八九十]方$/.test(text.slice(start, end)) ||
  (text[start - 1] === '在' && /^[^，。；\d]{0,6}(?:附近|周边|周围|门口)/.test(text.slice(end, end + 10))) ||
  (/^24小时$/.test(text.slice(start, end)) &&
    /^(?:都|均|不间断|全天候?)?(?:接受|待命|提供|开放|受理|值守|值班|服务|热线|开诊|在线|运行|营业|供应|客服|咨询|接听|免费|内?自助)/.test(
      text.slice(end, end + 8),
    ));
