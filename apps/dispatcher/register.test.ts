import { expect, test } from '@jest/globals';
import { organ } from '../../test/support/a-city.js';
import { withOfficeNames } from './register.js';

const hats = { party: '中共临江市委对外宣传办公室', government: '临江市人民政府新闻办公室' };
const own = { party: '市委外宣办', government: '市政府新闻办' };

test('the office bears the names of the city’s settings unless its file names others; no other organ bears two (Art.4)', () => {
  const organs = [
    organ('office', '临江市人民政府新闻办公室', { isOffice: true }),
    organ('water', '临江市水务局'),
  ];
  const register = { organs, statutoryIssuers: [], people: { password: 'not-a-secret', people: [] } };
  expect(withOfficeNames(register, hats).organs.map((each) => each.hats ?? null)).toEqual([hats, null]);
  const named = {
    ...register,
    organs: organs.map((each) => (each.isOffice ? { ...each, hats: own } : each)),
  };
  expect(withOfficeNames(named, hats).organs[0]?.hats).toEqual(own);
});
