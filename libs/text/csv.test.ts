import { expect, test } from '@jest/globals';
import { csvText } from './csv.js';

test('what a spreadsheet would run as a formula stays text, in half and full width, also behind blanks', () => {
  for (const text of ['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '＋1', '－1', '＠a', '\n=1'])
    expect(csvText([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
  expect(csvText([['供水 3=3', 'a-b', '他说"好"']])).toBe('\uFEFF"供水 3=3","a-b","他说""好"""\r\n');
});
