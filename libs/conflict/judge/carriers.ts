import type { ReleaseText } from '../release-text.js';

/** Who carries people and goods: each runs its own, whatever storm or marathon both speak of. */
const CARRIERS = [
  /公交|巴士/u,
  /地铁|轨道/u,
  /轮渡|航线|客渡/u,
  /高铁|铁路|列车|火车/u,
  /航班|机场/u,
  /省道|国道|县道|公路|高速(?!铁)/u,
];

const carriersOf = (named: string): readonly RegExp[] => CARRIERS.filter((carrier) => carrier.test(named));
const headOf = ({ organ, title }: ReleaseText): string => `${organ}${title}`;

/** The buses' notice and the metro's, by their organs and titles: 限速80公里 is the one's, 限速40公里 the other's. */
export const byTwoCarriers = (one: ReleaseText, other: ReleaseText): boolean => {
  const [a, b] = [carriersOf(headOf(one)), carriersOf(headOf(other))];
  return a.length === 1 && b.length === 1 && a[0] !== b[0];
};
