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
 * Buttons by what is read on them, so that a list's rows count once; the editor's tools and what chooses a view open
 * none. The masthead's are everywhere, and pressed on the first page.
 */
const openers = `(() => {
  const name = (button) => button.innerText.trim() || button.title || button.ariaLabel || '';
  const opens = (button) =>
    button.checkVisibility() && !button.disabled && button.ariaDisabled !== 'true' &&
    [null, 'true', 'menu', 'dialog'].includes(button.ariaHasPopup) &&
    button.closest('[role=toolbar], [role=tablist], [role=radiogroup], [role=dialog]') === null;
  const where = location.pathname === '/' ? 'main button, .masthead button' : 'main button';
  return new Map(
    [...document.querySelectorAll(where)].filter(opens).reverse().map((each) => [name(each), each]),
  );
})()`;

/** What acts, unfolds or chooses at once, by what is read on it: everything else opens something or leads elsewhere. */
const opensNone = new RegExp(
  `^(?:${[
    // A search is started by a picture.
    '',
    ...[
      '保存',
      '添加附件',
      '导入文件',
      '上传',
      '留下批注',
      '全部',
      '今天',
      '上一处',
      '下一处',
      '数量',
      '地点',
      // One of several facts that contradict: it is shown in both texts.
      String.raw`\d+\. [\s\S]*矛盾`,
      // What was approved, before its hour.
      '立即发布',
    ],
    ...['立即检测', '现在检查', '重新授权', '校验', '结束', '结束其他全部登录', '设置两步验证', '更改密码'],
    ...['English', '退出登录'],
  ].join('|')})$`,
  'u',
);

/** What stands open over the page: a dialog, a question beside its button, a menu; a script, for in the page. */
export const openLayer = `[...document.querySelectorAll('[role=dialog], .ant-popconfirm, .ant-dropdown')].findLast(
  (each) => each.checkVisibility())`;

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

/** A dialog whose code is still to come takes this long where the machine has much else to do. */
const patienceMs = 10_000;

interface Visit {
  readonly path: string;
  /** Looks at what stands open, and says what is wrong. */
  readonly look: (title: string) => Promise<readonly string[]>;
  /** Back to the page, when a button led elsewhere. */
  readonly back: () => Promise<void>;
}

/** Presses one, by a script that finds it; false where it is gone by now. */
const press = (page: Page, found: string): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const button = ${found};
    button?.click();
    return button !== undefined;
  })()`);

const titleOf = `(${openLayer}?.querySelector('.ant-modal-title, .ant-drawer-title, .ant-popconfirm-title')?.textContent ?? '')`;
const choices = `[...(${openLayer}?.querySelectorAll('[role=menuitem]') ?? [])]
  .filter((item) => item.ariaDisabled !== 'true' && item.querySelector('a[href]') === null)`;

class Layers {
  readonly faults: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly visit: Visit,
  ) {}

  /** Whatever a button opens is looked at; what opens nothing has to be named among those that do not. */
  async open(name: string, found: string): Promise<void> {
    const { page } = this;
    if (opensNone.test(name) || !(await press(page, found))) return;
    if (!(await this.#opened(name))) return;
    const isMenu = await page.evaluate<boolean>(`${openLayer}.matches('.ant-dropdown')`);
    const names = isMenu
      ? await page.evaluate<string[]>(`${choices}.map((item) => item.innerText.trim())`)
      : [];
    await this.#look(isMenu ? name : await page.evaluate<string>(titleOf), found);
    for (const choice of names) {
      if (opensNone.test(choice)) continue;
      await press(page, found);
      if (!(await until(page, `${choices}.length > 0`, patienceMs)))
        this.faults.push(`${name}: no menu again`);
      await still(page);
      await press(page, `${choices}.find((item) => item.innerText.trim() === ${JSON.stringify(choice)})`);
      await until(page, `${choices}.length === 0`, patienceMs);
      if (await this.#opened(choice)) await this.#look(await page.evaluate<string>(titleOf), found);
    }
  }

  /** True where something stands open now. */
  async #opened(name: string): Promise<boolean> {
    const { page, visit } = this;
    const elsewhere = `location.pathname + location.search !== ${JSON.stringify(visit.path)}`;
    const did = await until(page, `${openLayer} !== undefined || ${elsewhere}`, patienceMs);
    if (!did) this.faults.push(`${visit.path} “${name}” opens nothing`);
    if (!did || !(await page.evaluate<boolean>(elsewhere))) return did;
    await visit.back();
    return false;
  }

  async #look(title: string, found: string): Promise<void> {
    const { page, visit, faults } = this;
    if (!(await still(page))) faults.push(`${title}: never still`);
    faults.push(...(await visit.look(title)).map((fault) => `${visit.path} “${title}” ${fault}`));
    await page.keyboard.press('Escape');
    const isDialog = await page.evaluate<boolean>(`${openLayer}?.matches('[role=dialog]') ?? true`);
    if (await until(page, `${openLayer} === undefined`, isDialog ? 5000 : 700)) return;
    if (isDialog) faults.push(`${visit.path} “${title}” stays open after Escape`);
    // Escape is heard where the focus is, and a script's press moves none.
    else await press(page, `(${openLayer}.querySelector('.ant-popconfirm button') ?? ${found})`);
    await until(page, `${openLayer} === undefined`, 5000);
  }
}

/** Opens everything that the page has a button for, one after the other. */
export const eachDialog = async (page: Page, visit: Visit): Promise<readonly string[]> => {
  const layers = new Layers(page, visit);
  await page.evaluate(onlyReading);
  for (const name of await page.evaluate<string[]>(`[...${openers}.keys()]`))
    await layers.open(name, `${openers}.get(${JSON.stringify(name)})`);
  return layers.faults;
};
