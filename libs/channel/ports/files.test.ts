import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemDisk } from '@koujing/kernel';
import { FileFailure, type FilePort } from '../ports.js';
import { DiskFiles } from './file-disk.js';
import { MemoryFiles } from './file-memory.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'koujing-files-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const ports: readonly (readonly [string, FilePort])[] = [
  ['on disk', new DiskFiles()],
  ['in memory', new MemoryFiles()],
];

/** All below, so many at a time; `between` is done before each next step. */
const walked = async (
  files: FilePort,
  folder: string,
  limit: number,
  between: (next: string) => FilePort = () => files,
): Promise<readonly string[]> => {
  const found: string[] = [];
  let by = files;
  let from: string | null = null;
  do {
    const { paths, next }: Awaited<ReturnType<FilePort['walk']>> = await by.walk(folder, from, limit);
    expect(paths.length).toBeLessThanOrEqual(limit);
    found.push(...paths);
    from = next;
    if (next !== null) by = between(next);
  } while (from !== null);
  return found;
};

for (const [where, files] of ports)
  describe(`files ${where}`, () => {
    test('what is written is read back, and a second writing replaces it', async () => {
      await files.write(root, 'r/1.html', '初版');
      await files.write(root, 'r/1.html', '更正版');
      expect(Buffer.from((await files.read(root, 'r/1.html')) ?? []).toString('utf8')).toBe('更正版');
    });

    test('what was removed or never was is not there, and removing it again is no error', async () => {
      await files.write(root, 'r/2.html', 'x');
      await files.remove(root, 'r/2.html');
      await files.remove(root, 'r/2.html');
      await files.remove(root, 'never/was.html');
      expect(await files.read(root, 'r/2.html')).toBeNull();
    });

    test('all that lies there is listed, whoever put it there, and when each was put there is told', async () => {
      const folder = join(root, 'listed');
      await files.write(folder, 'index.html', 'x');
      await files.write(folder, 'r/1/深.html', 'x');
      await files.write(folder, '.hidden/a.html', 'x');
      expect((await walked(files, folder, 100)).toSorted()).toEqual(['index.html', 'r/1/深.html']);
      const at = await files.changedAt(folder, 'r/1/深.html');
      await files.write(folder, 'r/1/深.html', 'y');
      expect((await files.changedAt(folder, 'r/1/深.html'))?.getTime()).toBeGreaterThanOrEqual(
        at?.getTime() ?? Infinity,
      );
      expect(await files.changedAt(folder, 'r/2.html')).toBeNull();
    });

    test('a tree is walked some files at a time, each once, and anew from the beginning', async () => {
      const folder = join(root, 'walked');
      const all = ['a/1.html', 'a/b/2.html', 'a/b/3.html', 'c/4.html', 'd.html', 'e.html'];
      for (const path of all) await files.write(folder, path, 'x');
      for (const limit of [1, 2, 3, 100])
        expect((await walked(files, folder, limit)).toSorted()).toEqual(all);
      const { next } = await files.walk(folder, null, 2);
      expect(next).not.toBeNull();
      expect((await walked(files, folder, 2)).toSorted()).toEqual(all);
    });

    test('who asks again before the former question is answered goes on from the same place', async () => {
      const folder = join(root, 'asked-twice');
      for (let n = 0; n < 40; n += 1) await files.write(folder, `r/${n}.html`, 'x');
      const { next } = await files.walk(folder, null, 8);
      const both = await Promise.all([files.walk(folder, next, 8), files.walk(folder, next, 8)]);
      expect(both[0].paths).toHaveLength(both[1].paths.length);
      expect(both[1].paths.toSorted()).toEqual(both[0].paths.toSorted());
    });

    test('no path leads out of the root', async () => {
      for (const path of ['../x', '/etc/x', 'r/../../x', 'a\0b', '..\\x', '.', ''])
        await expect(files.write(root, path, 'x')).rejects.toThrow(FileFailure);
      await expect(files.read(root, '../../etc/passwd')).rejects.toThrow(FileFailure);
    });
  });

test('a reader sees one of two whole files, never a part, and no temporary file is left', async () => {
  const files = new DiskFiles();
  const long = 'A'.repeat(200_000);
  const longer = 'B'.repeat(300_000);
  await files.write(root, 'page.html', long);
  const writing = (async () => {
    for (let turn = 0; turn < 20; turn += 1)
      await files.write(root, 'page.html', turn % 2 === 0 ? longer : long);
  })();
  for (let turn = 0; turn < 60; turn += 1) {
    const text = Buffer.from((await files.read(root, 'page.html')) ?? []).toString('utf8');
    expect([long, longer].includes(text)).toBe(true);
  }
  await writing;
  expect(await readdir(join(root, '.writing'))).toEqual([]);
});

test('what a killed process was writing is swept away by a later one, and what another writes now is left', async () => {
  const folder = join(root, '.writing');
  await writeFile(join(folder, 'old'), 'half');
  await utimes(join(folder, 'old'), new Date('2020-01-01'), new Date('2020-01-01'));
  await writeFile(join(folder, 'now'), 'half');
  await new DiskFiles().write(root, 'page.html', 'x');
  expect(await readdir(folder)).toEqual(['now']);
});

test('a root that cannot be written is named with its reason', async () => {
  const blocked = join(root, 'blocked');
  await writeFile(blocked, 'a file, not a folder');
  await expect(new DiskFiles().write(blocked, 'page.html', 'x')).rejects.toThrow(
    /blocked.*(不是目录|not a directory|EEXIST)/su,
  );
});

const testUnprivileged = process.getuid?.() === 0 ? test.skip : test;
testUnprivileged('a folder without permission is named with its reason', async () => {
  const locked = join(root, 'locked');
  await mkdir(locked);
  await chmod(locked, 0o500);
  await expect(new DiskFiles().write(locked, 'page.html', 'x')).rejects.toThrow(/没有写入权限/u);
});

test('of what is written together each folder is flushed once, before it is called done', async () => {
  const flushed: string[] = [];
  const told = {
    ...systemDisk.promises,
    open: async (...[path, ...how]: Parameters<typeof systemDisk.promises.open>) => {
      const handle = await systemDisk.promises.open(path, ...how);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        flushed.push(String(path));
        await sync();
      };
      return handle;
    },
  };
  const files = new DiskFiles(told);
  const pages = ['lot/a.html', 'lot/b.html', 'lot/c.html'];
  await files.together(async (lot) => {
    for (const page of pages) await lot.write(root, page, page);
    await lot.remove(root, 'lot/b.html');
    expect(flushed).not.toContain(join(root, 'lot'));
  });
  expect(flushed.filter((path) => path === join(root, 'lot'))).toHaveLength(1);
  // The new folder's own name lasts too, and each page was flushed before it took its place.
  expect(flushed).toContain(root);
  expect(flushed.filter((path) => path.includes('.writing'))).toHaveLength(pages.length);
  expect(await files.read(root, 'lot/b.html')).toBeNull();
});

/** Each keeps its folders open until it ends. */
const processes: DiskFiles[] = [];
const anotherProcess = (): DiskFiles => {
  const files = new DiskFiles();
  processes.push(files);
  return files;
};

test('another process goes on where the last one stopped, past folders that are gone since', async () => {
  const folder = join(root, 'taken-over');
  const files = new DiskFiles();
  const all = Array.from({ length: 40 }, (_, n) => `${n % 4}/${n}.html`);
  for (const path of all) await files.write(folder, path, 'x');
  const found = await walked(files, folder, 3, anotherProcess);
  // What a new opener reads again is told twice rather than never.
  expect([...new Set(found)].toSorted()).toEqual(all.toSorted());
  const { paths, next } = await files.walk(folder, null, 8);
  const [inside = ''] = (paths.at(-1) ?? '').split('/');
  await rm(join(folder, inside), { recursive: true });
  const rest: string[] = [];
  for (let from = next; from !== null;) {
    const step: Awaited<ReturnType<FilePort['walk']>> = await anotherProcess().walk(folder, from, 8);
    rest.push(...step.paths);
    from = step.next;
  }
  const others = all.filter((path) => !path.startsWith(`${inside}/`));
  expect(others.filter((path) => !paths.includes(path) && !rest.includes(path))).toEqual([]);
});
