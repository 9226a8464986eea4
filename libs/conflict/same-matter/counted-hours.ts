/** 截至16日7时, 至16日17时: the hour up to which something is counted, whatever the day is called. */
const COUNTED_UP_TO = /(?:截[至止]到?|[。；\n]至)[^，。；]{0,14}?(?<!\d)(\d{1,2})(?:时|点)/gu;
/** Only what is counted over all of it is one count, whoever tells it. */
const OVER_ALL = /全[国省市区县州镇]/u;

export const countedHoursIn = (text: string): readonly string[] =>
  OVER_ALL.test(text)
    ? [...new Set(Array.from(text.matchAll(COUNTED_UP_TO), ([, hour]) => hour as string))]
    : [];
