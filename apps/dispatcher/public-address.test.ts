import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@koujing/kernel';
import { loadSettings } from '@koujing/settings';
import { sections } from './server-settings.js';

/** The mistakes of a city's file that says this of the server. */
const mistakes = (server: string): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'koujing-address-'));
  const own = join(folder, 'koujing.yaml');
  writeFileSync(own, `server: { ${server} }\n`);
  try {
    loadSettings(sections, { paths: [join(process.cwd(), 'config', 'default.yaml'), own], environment: {} });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.reasons.map(({ message }) => message);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('a house that people reach from elsewhere is not started by http (ASVS V12.2.1)', () => {
  for (const key of ['consoleUrl', 'portalUrl', 'newsroomUrl'])
    for (const address of ['http://console.binhai.gov.example', 'ftp://a.example', 'console.example']) {
      const [said = '', ...more] = mistakes(`${key}: '${address}'`);
      expect([said.includes(`server.${key}`), said.includes('https://'), more]).toEqual([true, true, []]);
    }
  expect(mistakes('consoleUrl: https://console.binhai.gov.example')).toEqual([]);
});

test('on the own machine http will do, with nothing or an address of that machine', () => {
  expect(mistakes('port: 3000')).toEqual([]);
  expect(mistakes("consoleUrl: 'http://127.0.0.1:3000', portalUrl: 'http://localhost:8080'")).toEqual([]);
});

test('whoever listens for other machines names the https addresses', () => {
  const [first = '', second = '', ...more] = mistakes('host: 0.0.0.0');
  expect([first.includes('server.consoleUrl'), second.includes('server.portalUrl'), more]).toEqual([
    true,
    true,
    [],
  ]);
  expect(first).toContain('公开的 https 地址');
  const named = "consoleUrl: 'https://c.example', portalUrl: 'https://p.example'";
  expect(mistakes(`host: 0.0.0.0, ${named}`)).toEqual([]);
});
