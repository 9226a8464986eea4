import type { Page } from 'playwright-core';

/** Counts what is asked of the server and not answered yet. */
export const countQuestions = `(() => {
  const ask = window.fetch;
  window.asking = 0;
  window.fetch = (...asked) => {
    window.asking += 1;
    return ask(...asked).finally(() => (window.asking -= 1));
  };
})()`;

/** Whatever is pressed here only opens: what would change the house never leaves the window. */
const onlyReading = `(() => {
  if (window.onlyReading === true) return;
  window.onlyReading = true;
  const ask = window.fetch;
  window.fetch = (address, asked) =>
    (asked?.method ?? 'GET') === 'GET' ? ask(address, asked) : Promise.reject(new TypeError('only looking'));
})()`;

/**
 * Buttons by what is read on them, so that a list's rows count once; the editor's tools, what chooses a view and
 * menus open none.
 * The masthead's are everywhere, and pressed on the first page.
 */
const openers = `(() => {
  const name = (button) => button.innerText.trim() || button.title || button.ariaLabel || '';
  const opens = (button) =>
    button.checkVisibility() && !button.disabled && button.ariaDisabled !== 'true' && button.ariaHasPopup === null &&
    button.closest('.ant-dropdown-trigger, [role=toolbar], [role=tablist], [role=radiogroup], [role=dialog]') === null;
  const where = location.pathname === '/' ? 'main button, .masthead button' : 'main button';
  return new Map(
    [...document.querySelectorAll(where)].filter(opens).reverse().map((each) => [name(each), each]),
  );
})()`;

/** The dialog that is open; a script, for in the page. */
export const openDialog = `[...document.querySelectorAll('[role=dialog]')].findLast((each) => each.checkVisibility())`;

/** Nothing moves any more, nor is on its way from one colour to another, and every question is answered. */
const isStill = `window.asking === 0 && document.getAnimations().every(
  ({ playState, effect }) => playState !== 'running' || effect.getTiming().iterations === Infinity)`;

const until = async (page: Page, condition: string, patienceMs: number): Promise<boolean> => {
  const giveUpAt = performance.now() + patienceMs;
  // The policy of the page forbids Playwright's own waiting, which compiles its question in there.
  while (!(await page.evaluate<boolean>(condition))) {
    if (performance.now() > giveUpAt) return false;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return true;
};

export const still = (page: Page): Promise<boolean> => until(page, isStill, 20_000);

/** A dialog whose code is still to come takes this long on a busy machine; what opens none leads elsewhere or unfolds. */
const patienceMs = 1500;

interface Visit {
  readonly path: string;
  /** Looks at the dialog that stands open, and says what is wrong. */
  readonly look: (title: string) => Promise<readonly string[]>;
  /** Back to the page, when a button led elsewhere. */
  readonly back: () => Promise<void>;
}

/** Opens every dialog that the page has a button for, one after the other. */
export const eachDialog = async (page: Page, { path, look, back }: Visit): Promise<string[]> => {
  const faults: string[] = [];
  await page.evaluate(onlyReading);
  for (const name of await page.evaluate<string[]>(`[...${openers}.keys()]`)) {
    const pressed = await page.evaluate<boolean>(`(() => {
      const button = ${openers}.get(${JSON.stringify(name)});
      button?.click();
      return button !== undefined;
    })()`);
    const elsewhere = `location.pathname + location.search !== ${JSON.stringify(path)}`;
    if (!pressed) continue;
    await until(page, `${openDialog} !== undefined || ${elsewhere}`, patienceMs);
    if (await page.evaluate<boolean>(elsewhere)) {
      await back();
      continue;
    }
    if (!(await page.evaluate<boolean>(`${openDialog} !== undefined`))) continue;
    if (!(await still(page))) faults.push(`${name}: never still`);
    const title = await page.evaluate<string>(
      `${openDialog}.querySelector('.ant-modal-title, .ant-drawer-title')?.textContent ?? ''`,
    );
    faults.push(...(await look(title)).map((fault) => `${path} “${title}” ${fault}`));
    await page.keyboard.press('Escape');
    if (!(await until(page, `${openDialog} === undefined`, 5000)))
      faults.push(`${path} “${title}” stays open after Escape`);
  }
  return faults;
};
