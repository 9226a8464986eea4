import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The system's browser if there is one, else the one that comes with a package: the tests need nothing but npm.
 * The package's flags are for one page in one process; several persons' windows in it hang the second and crash the lot.
 */
export const openBrowser = async (): Promise<Browser> => {
  const system = installed.find((path) => existsSync(path));
  return chromium.launch({
    executablePath: system ?? (await sparticuz.executablePath()),
    headless: true,
    args: [
      ...(system === undefined ? sparticuz.args.filter((flag) => flag !== '--single-process') : []),
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};
