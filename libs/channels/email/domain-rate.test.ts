import { expect, test } from '@jest/globals';
import { domainRate } from './domain-rate.js';

const domainRates = { 'qq.com': 300, '*': 60 };

test('a domain has its own rate, every other domain that of the star, each counted apart', () => {
  expect(domainRate({ domainRates }, 'qq.com')).toEqual({
    name: 'messages@qq.com',
    count: 300,
    per: 'minute',
  });
  expect(domainRate({ domainRates }, 'news.example')).toEqual({
    name: 'messages@news.example',
    count: 60,
    per: 'minute',
  });
  expect(domainRate({ domainRates }, 'daily.example')?.name).toBe('messages@daily.example');
});

test('a subdomain is a domain of its own, and without figures nothing is held back', () => {
  expect(domainRate({ domainRates: { 'qq.com': 300 } }, 'vip.qq.com')).toBeNull();
  expect(domainRate({ domainRates: {} }, 'qq.com')).toBeNull();
});
