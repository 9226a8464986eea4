import type { Page } from 'playwright-core';
import { focusedRow } from './looked-at.js';

interface Row {
  readonly at: number;
  readonly of: number;
  readonly opens: string;
}

/** What is wrong with J, K and Enter in the list of this page; Enter leaves it for the page of its first row. */
export const faultsOfKeys = async (
  page: Page,
  path: string,
  arrive: (path: string) => Promise<void>,
): Promise<readonly string[]> => {
  const after = async (key: string): Promise<Row> => {
    await page.keyboard.press(key);
    return page.evaluate<Row>(focusedRow);
  };
  const fault = (what: string, { at, of }: Row): string => `${path}: ${what}, row ${at} of ${of}`;
  await page.evaluate('document.activeElement?.blur()');
  const first = await after('j');
  if (first.at < 0) return [fault('J reaches no row', first)];
  const second = await after('j');
  const faults: string[] = [];
  // At the last row J stays: nothing goes round.
  if (first.at < first.of - 1) {
    if (second.at <= first.at) faults.push(fault('J stays', second));
    const back = await after('k');
    if (back.at !== first.at) faults.push(fault('K does not go back', back));
  }
  await page.keyboard.press('Enter');
  await arrive(first.opens);
  return faults;
};
