import type { FactAttribute, StatedLine } from '@koujing/matter';

type Wording = (line: StatedLine) => string;

const people =
  (verb: string): Wording =>
  ({ about, value, unit }) =>
    `${about}${verb}${value}${unit || '人'}`;
const plain: Wording = ({ about, value, unit }) => `${about}${value}${unit}`;

/** How a release would state the line: the words around a value decide what the grammar takes it for. */
const wordings: Readonly<Partial<Record<FactAttribute, Wording>>> = {
  deaths: people('死亡'),
  injured: people('受伤'),
  missing: people('失联'),
  trapped: people('被困'),
  evacuated: people('转移安置'),
  people: ({ about, value, unit }) => `${about}${value}${unit || '人'}`,
  cases: ({ about, value, unit }) => `${about || '确诊病例'}${value}${unit || '例'}`,
  percent: ({ about, value, unit }) => `${about}${value}${/[%％]$/u.test(value) ? '' : unit || '%'}`,
  place: ({ about, value }) => `${about}位于${value}`,
  phone: ({ about, value }) => `${about}${/电话|热线/u.test(about) ? '' : '电话'}：${value}`,
  warningColour: ({ about, value }) => `${about}${value.replace(/色?(?:预警)?(?:信号)?$/u, '')}色预警`,
  responseLevel: ({ about, value }) => `启动${about}${value.replace(/级.*$/u, '')}级应急响应`,
  magnitude: ({ about, value }) => `${about}发生${value.replace(/级$/u, '')}级地震`,
  cause: ({ about, value }) => `${about}原因系${value}`,
};

/** `截至11月23日8时，死亡2人`: the line as it is quoted beside a text. */
export const lineSentence = (line: StatedLine): string => {
  const said = (wordings[line.attribute] ?? plain)(line);
  return line.asOf === null ? said : `截至${momentOf(line.asOf)}，${said}`;
};

const momentOf = (instant: Date): string => {
  const civil = new Date(instant.getTime() + 8 * 3_600_000);
  const minute = civil.getUTCMinutes();
  const day = `${civil.getUTCFullYear()}年${civil.getUTCMonth() + 1}月${civil.getUTCDate()}日`;
  return `${day}${civil.getUTCHours()}时${minute === 0 ? '' : `${minute}分`}`;
};
