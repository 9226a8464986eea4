import type { Division, PlaceMention } from '@koujing/text';
import type { FactValue, PlaceLevels } from './fact.js';

const levelNames = ['province', 'prefecture', 'county'] as const;

const setLevel = (levels: Record<string, string>, division: Division): void => {
  levels[levelNames[division.level - 1] as string] = division.name;
};

const wideArea = /(?:社|小|服务|开发|高新|工业园|新)区$/;
/** A district or county that no gazetteer knows. */
const isCounty = (name: string): boolean => /[区县旗]$/.test(name) && !wideArea.test(name);

/** Levels that the names state, and the outer ones that follow when the name means one place only. */
export const placeLevels = (chain: readonly PlaceMention[]): PlaceLevels => {
  const levels: Record<string, string> = {};
  for (const mention of chain) {
    const only = mention.divisions.length === 1 ? mention.divisions[0] : undefined;
    for (let outer = only?.parent ?? null; outer; outer = outer.parent) {
      const level = levelNames[outer.level - 1] as string;
      levels[level] ??= outer.name;
    }
  }
  for (const mention of chain) {
    const first = mention.divisions[0];
    if (first) setLevel(levels, first);
    else if (isCounty(mention.name)) levels['county'] = mention.name;
    else levels['local'] = mention.name;
  }
  return levels;
};

/** 新华路 and 新华街 may be two names; 新华路 and 解放路 are two streets; a bridge on a street is neither. */
const localsMayAgree = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || (!areTwoTowns(one, other) && localsMeet(one, other));

/** 白石镇 and 大柳乡 are of one rank, and two; 白石镇 and 白石乡 are one, renamed. */
const town = /(?:街道|镇|乡)$/;
const areTwoTowns = (one: string, other: string): boolean => {
  if (!town.test(one) || !town.test(other)) return false;
  const [a, b] = [one.replace(town, ''), other.replace(town, '')];
  return !a.endsWith(b) && !b.endsWith(a);
};

/** 体育中心北门 and 体育中心南广场 */
const gate = /^(.{2,}?)([东西南北]{1,2})(?:门|广场)$/u;
const atOtherGates = (one: string, other: string): boolean => {
  const [, baseOne = '', sideOne] = gate.exec(one) ?? [];
  const [, baseOther = '', sideOther] = gate.exec(other) ?? [];
  return (
    sideOne !== undefined &&
    sideOther !== undefined &&
    sideOne !== sideOther &&
    baseOne.slice(-3) === baseOther.slice(-3)
  );
};

const localsMeet = (one: string, other: string): boolean =>
  !atOtherGates(one, other) &&
  (one.includes(other) ||
    other.includes(one) ||
    one.at(-1) !== other.at(-1) ||
    one.endsWith(other) ||
    other.endsWith(one));

/** Whether two places may be one or one within the other: no level that both know differs. */
export const placesMayAgree = (one: PlaceLevels, other: PlaceLevels): boolean =>
  localsMayAgree(one.local, other.local) &&
  levelNames.every(
    (level) => one[level] === undefined || other[level] === undefined || one[level] === other[level],
  );

/** Known by its district or city alone. */
export const isArea = (levels: PlaceLevels): boolean => levels.local === undefined;

const hasDivision = (levels: PlaceLevels): boolean => levelNames.some((level) => levels[level] !== undefined);

/** Streets, towns and villages belong to one district each: two of a kind are two places however they are named. */
const twoSeats = ({ local: one = '' }: PlaceLevels, { local: other = '' }: PlaceLevels): boolean =>
  (town.test(one) && town.test(other)) || (one.endsWith('村') && other.endsWith('村'));

/** Whether two places are known to a common level at all: a street and a county say nothing about each other. */
export const placesComparable = (one: PlaceLevels, other: PlaceLevels): boolean =>
  twoSeats(one, other) ||
  (hasDivision(one) && hasDivision(other)
    ? levelNames.some((level) => one[level] !== undefined && other[level] !== undefined)
    : one.local !== undefined &&
      other.local !== undefined &&
      (hasDivision(one) === hasDivision(other) || one.local === other.local));

/** Two halls, squares or parks: one name within the other, or both known only by their district. */
export const venuesAgree = (one: FactValue, other: FactValue): boolean => {
  if (one.type !== 'place' || other.type !== 'place') return true;
  const a = one.levels.local?.replace(/^[省市县区](?=..)/, '');
  const b = other.levels.local?.replace(/^[省市县区](?=..)/, '');
  if (!placesMayAgree(one.levels, other.levels)) return false;
  return (
    a === undefined ||
    b === undefined ||
    a.includes(b.slice(0, 2)) ||
    b.includes(a.slice(0, 2)) ||
    a.slice(-4) === b.slice(-4)
  );
};
