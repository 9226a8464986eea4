import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What the sources say to the log; a name that is made up of parts counts by what it begins with. */
const said = (): ReadonlySet<string> =>
  new Set(
    globSync(['libs/**/*.ts', 'apps/{dispatcher,portal}/**/*.ts'], { cwd: root })
      .filter((path) => !path.endsWith('.test.ts'))
      .flatMap((path) => [
        ...readFileSync(join(root, path), 'utf8').matchAll(
          /\blog\.(?:warn|info)\(\s*(?:'(?<whole>[^']+)'|`(?<start>[^`$]+)\$)/gu,
        ),
      ])
      .map(({ groups }) => groups?.['whole'] ?? `${groups?.['start'] ?? ''}*`),
  );

test('every line that the programs log stands in the list, and nothing else does', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const section = text.slice(text.indexOf('## 日志'));
  const listed = [...section.matchAll(/^\| ((?:`[\w.*]+` ?)+)/gmu)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w.*]+)`/gu)].map(([, name = '']) => name),
  );
  const names = listed.filter((name) => name !== 'msg');
  const covers = (pattern: string, name: string): boolean =>
    pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)));
  const events = [...said()];
  expect(events.length).toBeGreaterThan(20);
  expect(events.filter((event) => !names.some((name) => covers(name, event)))).toEqual([]);
  expect(names.filter((name) => !events.some((event) => covers(name, event)))).toEqual([]);
});
