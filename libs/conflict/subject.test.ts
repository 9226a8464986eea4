import { expect, test } from '@jest/globals';
import { subjectsOfTitle } from './subject.js';

test('a library is the culture bureau’s subject, the library of a school is not', () => {
  const culture = subjectsOfTitle('市图书馆春节开放时间');
  expect(culture.size).toBe(1);
  const [subject] = culture;
  expect(subjectsOfTitle('关于寒假期间中学图书馆开放安排的通知')).not.toContain(subject);
  expect(subjectsOfTitle('中学图书馆与市博物馆结对')).toContain(subject);
});
