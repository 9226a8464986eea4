import { expect, test } from '@jest/globals';
import { organ } from '../../test/support/a-city.js';
import { concernedOrgans } from './concerned-organs.js';

const organs = [
  organ('government', '滨海市人民政府', { shortName: '市政府' }),
  organ('office', '滨海市人民政府新闻办公室', { shortName: '市政府新闻办', isOffice: true }),
  organ('water', '滨海市水务局', { shortName: '市水务局', parentId: 'government', remit: ['供水', '防汛'] }),
  organ('waterworks', '滨海市自来水有限公司', {
    shortName: '市自来水公司',
    parentId: 'water',
    remit: ['供水'],
  }),
  organ('police', '滨海市公安局', { shortName: '市公安局', parentId: 'government', remit: ['治安'] }),
  organ('traffic', '滨海市公安局交通警察支队', {
    shortName: '市交警支队',
    parentId: 'police',
    remit: ['交通管制'],
  }),
  organ('east', '滨海市东港区人民政府', {
    shortName: '东港区政府',
    aliases: ['东港区'],
    area: '东港区',
    level: 'county',
  }),
];

const concerned = (title: string, plain: string, relayed: readonly string[] = []) =>
  concernedOrgans({ organId: 'water', title, plain, relayed }, organs).map(({ organId, by }) => [
    organId,
    by,
  ]);

test('an organ that the text names is concerned, by the longest name that stands there (Art.14(c))', () => {
  expect(concerned('关于管网抢修的通告', '抢修期间由滨海市公安局交通警察支队疏导交通。')).toEqual([
    ['traffic', 'name'],
  ]);
});

test('superiors and the competent office direct and are not concerned (Art.4, 14(d))', () => {
  expect(concerned('关于防汛工作的通告', '经市政府同意，由市政府新闻办统一发布。')).toEqual([]);
});

test('an area’s name is a place before it is its government', () => {
  expect(concerned('关于停水的通告', '东港区海滨路一带停水。')).toEqual([]);
  expect(concerned('关于停水的通告', '东港区政府已安排送水车。')).toEqual([['east', 'name']]);
});

test('who holds the remit of the title is concerned where the releasing organ does not (Art.5(7))', () => {
  expect(concerned('关于建设路交通管制的通告', '抢修期间封闭一条车道。')).toEqual([['traffic', 'remit']]);
  expect(concerned('关于城区停水的通告', '检修供水管道。')).toEqual([]);
});

test('the organ that is relayed is attributed, not concerned', () => {
  expect(concerned('转发道路管制公告', '市交警支队公告如下。', ['traffic'])).toEqual([]);
});
