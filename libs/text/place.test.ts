import { expect, test } from '@jest/globals';
import { districtsIn, homeIn, localPlacesIn, mayBeSamePlace, placesIn } from './place.js';

const names = (text: string): string[] => placesIn(text).map((place) => place.name);

test.each([
  ['江苏省南通市如东县', ['江苏省', '南通市', '如东县']],
  ['辽宁辽阳', ['辽宁', '辽阳']],
  ['恩施州', ['恩施州']],
  ['黔东南', ['黔东南']],
  ['义乌', ['义乌']],
])('%s names %j', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each(['中山路', '孙中山', '长治久安', '三明治', '长白山', '延长春节假期', '大同小异', '各位来宾'])(
  '%s names no division',
  (text) => {
    expect(names(text)).toEqual([]);
  },
);

test('a district of one name belongs to the city before it', () => {
  const [, city, district] = placesIn('江苏南京鼓楼区');
  expect(city?.name).toBe('南京');
  expect(district?.divisions.map((one) => one.parent?.name)).toEqual(['南京市']);
});

test('a place and what it lies in may be one, two cities may not', () => {
  const at = (text: string) => placesIn(text)[0] as ReturnType<typeof placesIn>[number];
  expect(mayBeSamePlace(at('江苏'), at('南通市'))).toBe(true);
  expect(mayBeSamePlace(at('盐城市'), at('南通市'))).toBe(false);
});

test('streets, bridges and villages are known by their suffix', () => {
  expect(localPlacesIn('事故发生在解放路、新华街一带').map((place) => place.name)).toEqual([
    '解放路',
    '新华街',
  ]);
  expect(localPlacesIn('跨江大桥恢复通行').map((place) => place.name)).toEqual(['跨江大桥']);
  expect(localPlacesIn('道路封闭，线路停电，全村转移').map((place) => place.name)).toEqual([]);
});

test('a crossing is one place in whichever order its streets are named', () => {
  const names = (text: string): readonly string[] => localPlacesIn(text).map((place) => place.name);
  expect(names('事故发生在解放路与新华街交叉口')).toEqual(names('新华街与解放路路口发生事故'));
});

test('districts that no gazetteer knows are told by their suffix; common nouns are none', () => {
  const names = (text: string): readonly string[] => districtsIn(text).map((place) => place.name);
  expect(names('致河湾区和松山县部分路段中断')).toEqual(['河湾区', '松山县']);
  expect(names('老旧小区、景区、山区、全区、我县、灾区和服务区')).toEqual([]);
});

test('我区 is the district that speaks', () => {
  expect(homeIn('我区部分路段中断', '青溪区').map((place) => place.name)).toEqual(['青溪区']);
  expect(homeIn('我区部分路段中断', null)).toEqual([]);
});
