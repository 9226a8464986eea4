import type { Span } from '@koujing/text';

const timeUnits: ReadonlySet<string> = new Set(['天', '工作日', '月', '年', '小时', '分钟', '课时']);
/** 工期60天, 公示期为5个工作日, 为期三天, 有效期至少两年. */
const lengthBefore =
  /(?:[工公任周保过宽学限假展赛租][\u4e00-\u9fa5]{0,2}期|期限|期间|时长|时间|历时|为期|学制|持续|延长|缩短|共计?|有效期|试用期|保质期)[^，。；、\n]{0,6}$|(?:停[水电气暖课业工产航运诊]|封闭|闭[馆园]|放假|休市|断交)了?$/;
/** 90天工期, 三天的展期. */
const lengthAfter = /^的?(?:工期|期限|公示期|有效期|过渡期|宽限期|展期|赛期|假期|时长)/;

/** Whether a span of time says how long something lasts or holds, rather than counting days. */
export const isPeriod = (text: string, { start, end }: Span, unit: string): boolean =>
  timeUnits.has(unit) &&
  (lengthBefore.test(text.slice(Math.max(0, start - 14), start)) ||
    lengthAfter.test(text.slice(end, end + 6)));
