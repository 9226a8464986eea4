import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  readonly license?: string;
  readonly dev?: boolean;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Package>>;
};

const permissive =
  /^(?:MIT|MIT-0|ISC|0BSD|BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Zlib)$/u;

/** What is not permissive, and why it may be here; a name or its platform builds. */
const excused: readonly { readonly name: RegExp; readonly licence: string; readonly devOnly: boolean }[] = [
  // Vite's CSS compiler: a tool that runs while building.
  { name: /^lightningcss(?:-|$)/u, licence: 'MPL-2.0', devOnly: true },
  // The checker of accessible pages: a tool that runs in tests.
  { name: /^axe-core$/u, licence: 'MPL-2.0', devOnly: true },
  // Browserslist's data, read by Babel under Jest.
  { name: /^caniuse-lite$/u, licence: 'CC-BY-4.0', devOnly: true },
  // What js-yaml reads its command line with: the licence of Python, permissive too.
  { name: /^argparse$/u, licence: 'Python-2.0', devOnly: false },
  // The typeface of the PDF documents: the OFL lets a font be embedded and handed on.
  { name: /^@expo-google-fonts\/noto-sans-sc$/u, licence: 'MIT AND OFL-1.1', devOnly: false },
  // libvips, which draws the pictures anew: a library file of its own beside its caller, loaded while running and free to
  // be replaced, as the LGPL asks. On Windows and as WebAssembly it comes in one package with what calls it.
  { name: /^@img\/sharp-libvips-/u, licence: 'LGPL-3.0-or-later', devOnly: false },
  { name: /^@img\/sharp-win32-/u, licence: 'Apache-2.0 AND LGPL-3.0-or-later', devOnly: false },
  { name: /^@img\/sharp-wasm32$/u, licence: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT', devOnly: false },
];

/** `A OR B` is permissive if one of them is, `A AND B` if all are. */
const isPermissive = (licence: string): boolean =>
  licence
    .replace(/[()]/gu, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => permissive.test(part)));

const licenceOf = (path: string, { license }: Package): string => {
  if (license !== undefined) return license;
  const file = join(path, 'LICENSE');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^(?:The )?MIT License/u.test(text) ? 'MIT' : 'unknown';
};

test('every dependency is under a permissive licence, but for those that are named here with the reason', () => {
  const others = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, item]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      licence: licenceOf(path, item),
      dev: item.dev === true,
    }))
    .filter(({ licence }) => !isPermissive(licence))
    .filter(
      ({ name, licence, dev }) =>
        !excused.some((each) => each.name.test(name) && each.licence === licence && (dev || !each.devOnly)),
    );
  expect(others).toEqual([]);
  expect(Object.keys(packages).length).toBeGreaterThan(500);
});

test('no package but the one that brings the project’s Node runs a script when it is installed', () => {
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: object };
  expect(allowScripts).toEqual({ node: true });
});
