import type { Locator, Page } from 'playwright-core';

/** From where the keyboard stands on to the control, by Tab and nothing else; what Tab never reaches fails. */
export const tabTo = async (page: Page, control: Locator): Promise<void> => {
  await control.waitFor();
  for (let step = 0; step < 120; step += 1) {
    if ((await control.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(control)}`);
};

export const press = async (page: Page, button: Locator): Promise<void> => {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
};

export const write = async (page: Page, field: Locator, text: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
};

/** A menu moves the focus in the next frame: a key that is quicker, as no person is, would meet the entry before or after. */
const moved = (page: Page): Promise<void> =>
  page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen())))');

/** An entry of the menu that the button under the keyboard has opened; a link in it has the focus, or the entry itself. */
export const pick = async (page: Page, entry: Locator): Promise<void> => {
  await entry.waitFor();
  await page.keyboard.press('Tab');
  await moved(page);
  const reached = entry.locator(':focus').or(entry.and(page.locator(':focus')));
  for (let step = 0; step < 20; step += 1) {
    if ((await reached.count()) > 0) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
    await moved(page);
  }
  throw new Error(`no arrow reaches ${String(entry)}`);
};
