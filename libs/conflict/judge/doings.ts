import type { ReleaseText } from '../release-text.js';

/**
 * What an organ itself does on the occasion of an event, by the word of its title: who heads so tells its own doing, and the
 * event in passing. The same word in both titles is one thing told by two.
 */
const DOINGS = [
  /线路[^，。]{0,6}(?:绕行|调整)|改道|缩线/u,
  /接驳|停车|专线|加开/u,
  /招募|志愿者/u,
  /管制|管控|限行|交通组织|交通指引/u,
  /投放|平价菜/u,
  /价格监测/u,
  /渡运/u,
  /停课|复课/u,
  /停工|停用/u,
  /排查|自查|检查|巡查/u,
  /捐赠|捐款|募捐/u,
  /迁址|延时服务/u,
  /流行病学/u,
  /护考|护航/u,
];
const doingsOf = ({ title }: ReleaseText): ReadonlySet<RegExp> =>
  new Set(DOINGS.filter((doing) => doing.test(title)));

/** One of the two is headed by a doing of its organ's that the other is not. */
export const onOwnDoing = (a: ReleaseText, b: ReleaseText): boolean => {
  const [x, y] = [doingsOf(a), doingsOf(b)];
  return x.size + y.size > 0 && x.isDisjointFrom(y);
};

/** Each is headed by a doing of its own: the roads closed until 12:30, the buses on other ways until 13:00. */
export const onTwoDoings = (a: ReleaseText, b: ReleaseText): boolean => {
  const [x, y] = [doingsOf(a), doingsOf(b)];
  return x.size > 0 && y.size > 0 && x.isDisjointFrom(y);
};
