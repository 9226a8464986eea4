/**
 * How organs name an incident between themselves: “7·8”事故现场指挥部, “3.10”火灾, "11·23"爆燃. The day alone, since every organ
 * names the incident's kind its own way.
 */
const EVENT_DAY =
  /[“"‘《]?(?<![\d.·])(1[0-2]|0?[1-9])[·•・.](3[01]|[12]\d|0?[1-9])(?![\d.·])[”"’》]?(?=[^，。；、\s\d]{0,8}(?:事故|事件|案|火灾|爆|地震|坍塌|泄漏|泄露|滑坡|泥石流|洪|沉船|翻沉|中毒|疫情))/gu;

export const eventDaysIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(EVENT_DAY), ([, month, day]) => `${Number(month)}·${Number(day)}`)),
];
