import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { write } from './keyboard.js';

/** One person's browser window, with a session of its own, and what went wrong in it. */
export interface DeskWindow {
  readonly page: Page;
  /** Console errors, uncaught exceptions and breaches of the content security policy, in words. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const tellBreaches = `document.addEventListener('securitypolicyviolation', (breach) =>
  console.error('content security policy: ' + breach.violatedDirective + ' ' + breach.blockedURI));`;

/** Before somebody signs in, the console asks who is there and whether this is a demonstration; both are refused. */
const expectedRefusals: Readonly<Record<string, string>> = { '/api/session': '401', '/api/demo': '404' };

const isExpected = (message: ConsoleMessage): boolean => {
  const { url } = message.location();
  if (!URL.canParse(url) || !message.text().startsWith('Failed to load resource')) return false;
  const status = expectedRefusals[new URL(url).pathname];
  return status !== undefined && message.text().includes(`status of ${status}`);
};

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

const openWindow = async (browser: Browser, size: keyof typeof sizes): Promise<DeskWindow> => {
  const context = await browser.newContext({
    viewport: sizes[size],
    hasTouch: size === 'phone',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A pointer waits until its target stands still for two frames: on a busy machine that is before it has begun to move.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(40_000);
  await context.addInitScript({ content: tellBreaches });
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message))
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (thrown) => complaints.push(String(thrown.error())));
  return { page: await context.newPage(), complaints, close: () => context.close() };
};

/** Opens the console, or the page of a link, in a new window and signs in through its form, by the keyboard alone. */
export const signedIn = async (
  browser: Browser,
  address: string,
  username: string,
  password: string,
): Promise<DeskWindow> => signedInWith('desktop', { browser, address, username, password });

/** The same on a phone, by touch, from a link in a message. */
export const signedInOnPhone = (who: Whose): Promise<DeskWindow> => signedInWith('phone', who);

interface Whose {
  readonly browser: Browser;
  readonly address: string;
  readonly username: string;
  readonly password: string;
}

const signedInWith = async (size: keyof typeof sizes, who: Whose): Promise<DeskWindow> => {
  const desk = await openWindow(who.browser, size);
  const { page } = desk;
  await page.goto(who.address);
  const [username, password] = [page.getByLabel('用户名'), page.getByLabel('密码', { exact: true })];
  if (size === 'desktop') {
    await write(page, username, who.username);
    await write(page, password, who.password);
    await page.keyboard.press('Enter');
  } else {
    await username.fill(who.username);
    await password.fill(who.password);
    await page.getByRole('button', { name: /登\s*录/u }).tap();
  }
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  return desk;
};
