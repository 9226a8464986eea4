import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { onFreePorts, start, type Started } from '../support/started.js';
import { signedIn, type DeskWindow } from './desk-window.js';
import { countQuestions, eachDialog, openLayer, still } from './dialogs.js';
import {
  choose,
  colours,
  duties,
  everything,
  forgottenTabs,
  inOwnColours,
  isPainted,
  isWhole,
  opening,
  ownColour,
  round,
  sizes,
  stands,
  tabbed,
  type View,
} from './looked-at.js';
import { faultsOfKeys } from './row-keys.js';
import { Content, wrongTexts } from './said-texts.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

/** The main colour of the console: the one that it has anyhow, or the one that the city chose. */
type Colour = 'usual' | 'own';

test('every tab of every page of tabs is walked', () => {
  expect(forgottenTabs()).toEqual([]);
});

inBrowser(`every page of the console, as people see and hear it${found.lack}`, () => {
  const browser = found.browser as Browser;
  const directory = mkdtempSync(join(tmpdir(), 'koujing-looks-'));
  const content = new Content();
  let program: Started;
  let address: string;
  let walks: Record<'releases' | 'duties' | 'settings' | 'editor' | 'queue', Promise<string[]>>;
  const windows: DeskWindow[] = [];
  /** Those that were looked at, by their titles. */
  const dialogs = new Set<string>();

  beforeAll(async () => {
    const ports = await onFreePorts();
    program = start({ ...ports, KOUJING_DATA: directory }, directory);
    address = `http://127.0.0.1:${ports['KOUJING_PORT']}`;
    await program.says('账号 accounts');
    walks = {
      releases: walkOf({ username: 'coordinator', colour: 'usual' }, releasePaths),
      duties: walkOf({ username: 'coordinator', colour: 'own' }, dutyPaths),
      settings: walkOf({ username: 'administrator', colour: 'usual' }, () => Promise.resolve(tabbed)),
      editor: walkOf({ username: 'water', colour: 'own' }, editorPaths),
      queue: walkOf({ username: 'approver', colour: 'own' }, queuePaths, async (page) => [
        ...(await faultsOfExpired(page)),
        ...(await faultsOfSignIn(page)),
      ]),
    };
  });
  afterAll(async () => {
    for (const window of windows) await window.close();
    await browser.close();
    program.kill('SIGTERM');
    await program.ended;
    rmSync(directory, { recursive: true, force: true });
  });

  const sitDown = async (username: string, colour: Colour): Promise<Page> => {
    const window = await signedIn(browser, address, username, 'koujing-demo');
    windows.push(window);
    const { page } = window;
    content.listenTo(page);
    await page.addInitScript({ content: countQuestions });
    if (colour === 'own') await inOwnColours(page, address);
    return page;
  };
  const ask = <Answer>(page: Page, path: string): Promise<Answer> =>
    page.evaluate<Answer>(`fetch('/api${path}').then((answer) => answer.json())`);
  /** The first of each list, by its own page. */
  const firstOf = async (page: Page, path: string, at = path): Promise<readonly string[]> => {
    const { items } = await ask<{ items: readonly { id: string }[] }>(page, path);
    return items.slice(0, 1).map(({ id }) => `${at}/${id}`);
  };
  const goTo = async (page: Page, path: string): Promise<void> => {
    await page.evaluate(`history.pushState({}, '', ${JSON.stringify(path)})`);
    await arrive(page, path);
  };
  const arrive = async (page: Page, path: string): Promise<void> => {
    const giveUpAt = performance.now() + 40_000;
    // The policy of the page forbids Playwright's own waiting, which compiles its question in there.
    while (!(await page.evaluate<boolean>(stands(path)))) {
      if (performance.now() > giveUpAt) throw new Error(`${path} never stood`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const violations = async (page: Page, options: axe.RunOptions, of = 'document'): Promise<string[]> => {
    const { violations: broken } = await page.evaluate<axe.AxeResults>(
      `axe.run(${of}, ${JSON.stringify(options)})`,
    );
    return broken.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  };
  const wider = async (page: Page): Promise<string[]> => {
    const by = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    return by > 0 ? [`wider than the window by ${by} px`] : [];
  };

  const show = async (page: Page, { size, scheme }: View): Promise<void> => {
    await page.setViewportSize(sizes[size]);
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate(isPainted(scheme));
  };
  /** On a busy machine a colour or a width may still be on its way: what is wrong stays wrong. */
  const staying = async (look: () => Promise<string[]>): Promise<string[]> => {
    const faults = await look();
    if (faults.length === 0) return faults;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return look();
  };
  /** English is longer and has its own words; the structure is the same. The page hears of the choice as from another window. */
  const faultsInEnglish = async (page: Page): Promise<string[]> => {
    await page.evaluate(choose('en'));
    await still(page);
    const faults = [...(await wrongTexts(page, content, true)), ...(await wider(page))];
    await page.evaluate(choose('zh'));
    await still(page);
    return faults.map((fault) => `in English: ${fault}`);
  };
  const faultsOf = async (page: Page, path: string, views: readonly View[]): Promise<string[]> => {
    const faults: string[] = [];
    for (const [at, view] of views.entries()) {
      if (at === 0) await goTo(page, path);
      else await show(page, view);
      const look = async () => [
        ...(await violations(page, view.asked)),
        ...(await wider(page)),
        ...(view.asked === everything ? await wrongTexts(page, content, false) : []),
        ...(view.english ? await faultsInEnglish(page) : []),
      ];
      const found = await staying(look);
      faults.push(...found.map((fault) => `${path} ${view.size} ${view.scheme} ${fault}`));
    }
    return faults;
  };
  /** As the page before them was left; in the whole form in light and dark, beginning as the one before it was left. */
  const faultsInDialogs = async (page: Page, path: string, left: View): Promise<readonly string[]> => {
    let { scheme } = left;
    const look = async (title: string): Promise<string[]> => {
      dialogs.add(title);
      const standing = () => page.evaluate<boolean>(`${openLayer} !== undefined`);
      if (!(await standing())) return ['closed before anybody saw it'];
      const first = [
        ...(await violations(page, everything, openLayer)),
        ...(await wrongTexts(page, content, false)),
        ...(await faultsInEnglish(page)),
      ];
      if (!isWhole) return [...first, ...(await wider(page))];
      scheme = scheme === 'light' ? 'dark' : 'light';
      await show(page, { ...left, scheme });
      await still(page);
      // A menu may close when the words on its button change their place.
      const inOther = (await standing()) ? await violations(page, colours, openLayer) : [];
      const other = inOther.map((fault) => `${scheme} ${fault}`);
      return [...first, ...other, ...(await wider(page))];
    };
    const faults = await eachDialog(page, { path, look, back: () => goTo(page, path) });
    if (scheme !== left.scheme) await show(page, left);
    return faults;
  };
  const begin = async (page: Page): Promise<void> => {
    await page.setViewportSize(sizes.desk);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await page.evaluate(axe.source);
  };
  /** Each page begins as the one before it was left. */
  const there = <Each>(at: number, ways: readonly Each[]): readonly Each[] =>
    at % 2 === 0 ? ways : ways.toReversed();
  /** Over the page on which the session ended: every answer says so from then on. */
  const faultsOfExpired = async (page: Page): Promise<string[]> => {
    await page.evaluate(`window.fetch = () => Promise.resolve(
      new Response('{"code":"unauthenticated","reasons":[]}',
        { status: 401, headers: { 'content-type': 'application/json' } }))`);
    await page.evaluate(`history.pushState({}, '', '/calendar')`);
    await page.getByRole('dialog').getByLabel('用户名').waitFor();
    const faults: string[] = [];
    for (const view of round) {
      await show(page, view);
      await still(page);
      faults.push(...(await violations(page, view.asked, openLayer)));
      if (view.english) faults.push(...(await faultsInEnglish(page)));
    }
    return faults.map((fault) => `expired session: ${fault}`);
  };
  /** As a stranger finds it: in the window of somebody who is no longer known. */
  const faultsOfSignIn = async (page: Page): Promise<string[]> => {
    await page.context().clearCookies();
    await page.goto(address);
    await page.getByLabel('用户名').waitFor();
    await page.evaluate(axe.source);
    const faults: string[] = [];
    for (const view of round) {
      await show(page, view);
      await still(page);
      const seen = [...(await violations(page, view.asked)), ...(await wider(page))];
      const told = view.english ? await faultsInEnglish(page) : [];
      faults.push(...[...seen, ...told].map((fault) => `sign-in ${view.size} ${view.scheme} ${fault}`));
    }
    return faults;
  };
  const walk = async (page: Page, paths: readonly string[]): Promise<string[]> => {
    const faults: string[] = [];
    await begin(page);
    for (const [at, path] of paths.entries()) {
      const views = there(at, round);
      faults.push(...(await faultsOf(page, path, views)));
      for (const left of views.slice(-1)) faults.push(...(await faultsInDialogs(page, path, left)));
      if (opening.has(path)) faults.push(...(await faultsOfKeys(page, path, (to) => arrive(page, to))));
    }
    return faults;
  };

  const releasePaths = async (page: Page): Promise<string[]> => {
    // An imported text was released elsewhere, and has no progress.
    const released = await firstOf(page, '/releases?state=released&dispatch=sent', '/releases');
    const others = await Promise.all(
      (['draft', 'submitted', 'heldByGate', 'scheduled'] as const).map((state) =>
        firstOf(page, `/releases?state=${state}`, '/releases'),
      ),
    );
    return [
      ...others.flat(),
      ...['/', '/approvals', '/releases', ...released, ...released.map((path) => `${path}/previews`)],
      ...released.map((path) => `${path}/progress`),
      ...['/progress', '/conflicts', ...(await firstOf(page, '/finding-groups', '/conflicts/groups'))],
      ...(await firstOf(page, '/findings?kind=inconsistent', '/conflicts')),
      ...['/calendar', '/calendar?view=week', '/operations', '/accounts', '/security', '/nowhere'],
    ];
  };
  const dutyPaths = async (page: Page): Promise<string[]> => {
    // Of all but 媒体答复, which have no page each.
    const paths = await Promise.all(
      duties.filter((duty) => opening.has(duty)).map((duty) => firstOf(page, duty)),
    );
    const plans = await firstOf(page, '/period-plans', '/plans/periods');
    return [...duties, ...paths.flat(), ...plans];
  };
  const editorPaths = async (page: Page): Promise<string[]> => {
    const drafts = await firstOf(page, '/releases?state=draft', '/releases');
    return ['/releases/new', ...drafts.map((path) => `${path}/edit`)];
  };
  const queuePaths = async (page: Page): Promise<string[]> => {
    const { items } = await ask<{ items: readonly { release: { id: string } }[] }>(page, '/approvals');
    return [`/approvals/${items[0]?.release.id ?? 'nothing waits'}`];
  };
  /** The first of them waits for nearly all that the walks do, beside whatever else the machine has to do. */
  const patience = 480_000;
  /** Somebody walks through their pages; the walks share the machine, none waits for another's answers. */
  const walkOf = (
    { username, colour }: { readonly username: string; readonly colour: Colour },
    pathsOf: (page: Page) => Promise<readonly string[]>,
    last: (page: Page) => Promise<readonly string[]> = () => Promise.resolve([]),
  ) => {
    const walked = sitDown(username, colour).then(async (page) => [
      ...(await walk(page, await pathsOf(page))),
      ...((await page.evaluate<boolean>(ownColour)) === (colour === 'own') ? [] : ['in another colour']),
      ...(await last(page)),
    ]);
    walked.catch(() => undefined);
    return walked;
  };

  // WCAG 2.2 AA and best practice, nothing wider than its window, no word missing: desk and phone, light and dark, both languages.
  // `npm run looks` is the whole form (`looked-at.ts`).
  test(
    'releases, their channels and their conflicts are whole for everybody',
    async () => {
      expect(await walks.releases).toEqual([]);
    },
    patience,
  );
  test(
    'so are the duties',
    async () => {
      expect(await walks.duties).toEqual([]);
    },
    patience,
  );
  test(
    'so are reports, settings and registers',
    async () => {
      expect(await walks.settings).toEqual([]);
    },
    patience,
  );
  test(
    'so are the editor of a drafter and the queue of a leader',
    async () => {
      expect(await walks.editor).toEqual([]);
      expect(await walks.queue).toEqual([]);
      expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
      // Those of every page, by their titles.
      expect(dialogs.size).toBeGreaterThan(60);
    },
    patience,
  );
});
