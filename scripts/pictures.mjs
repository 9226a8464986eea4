// `node scripts/pictures.mjs [ADDRESS]`: the six pictures of the README, taken from a running demo (`npm start`).
/* global fetch, atob, btoa, createImageBitmap, Blob, OffscreenCanvas -- of the page, in what runs there */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { root } from './prepare.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** The first of a list, by its own page. */
const firstOf = (list, at) => async (page) => {
  const { items } = await page.evaluate((asked) => fetch(`/api${asked}`).then((told) => told.json()), list);
  return `${at}/${(items[0].release ?? items[0]).id}`;
};
const path = (fixed) => () => Promise.resolve(fixed);
/** What was sent through the channels; of what was imported nothing was. */
const sent = '/releases?dispatch=sent';

const pictures = [
  { name: 'today', username: 'coordinator', size: desk, to: path('/') },
  {
    name: 'conflict',
    username: 'coordinator',
    size: desk,
    to: firstOf('/findings?kind=inconsistent', '/conflicts'),
  },
  { name: 'calendar', username: 'coordinator', size: desk, to: path('/calendar') },
  {
    ...{ name: 'progress', username: 'coordinator', size: { width: 1440, height: 960 }, dark: true },
    to: async (page) => `${await firstOf(sent, '/releases')(page)}/progress`,
    // The course of the first channel open, as a clerk opens it who asks what happened.
    then: (page) =>
      page
        .getByText(/^发送经过/u)
        .first()
        .click(),
  },
  { name: 'approval', username: 'approver', size: phone, to: firstOf('/approvals', '/approvals') },
  { name: 'agenda', username: 'coordinator', size: phone, dark: true, to: path('/calendar') },
];

/** Runs in the page: Chromium itself writes WebP, a third of the PNG, and the characters stay sharp. */
const compressed = async (png) => {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const file = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
  const written = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(written, (byte) => String.fromCharCode(byte)).join(''));
};

const take = async (browser, { name, username, size, dark = false, to, then }) => {
  const context = await browser.newContext({
    ...{ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill('koujing-demo');
  await page.getByRole('button', { name: /登\s*录/u }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  await page.goto(`${address}${await to(page)}`);
  await page.locator('main h1').waitFor();
  if (then !== undefined) await then(page);
  await page.waitForTimeout(1500);
  const webp = await page.evaluate(compressed, (await page.screenshot()).toString('base64'));
  const file = join(root, 'docs', `${name}.webp`);
  writeFileSync(file, Buffer.from(webp, 'base64'));
  console.log(`${file} ${Math.round((webp.length * 0.75) / 1024)} kB`);
  await context.close();
};

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const browser = await chromium.launch({
  executablePath: installed ?? (await sparticuz.executablePath()),
  args: [...(installed ? [] : sparticuz.args.filter((flag) => flag !== '--single-process')), '--no-sandbox'],
});
for (const picture of pictures) await take(browser, picture);
await browser.close();
