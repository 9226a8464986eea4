import { expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultingDisk } from '../../test/support/faulting-disk.js';
import { writeWhole } from './disk.js';

test('a file that could not be put in its place leaves nothing of itself, and what somebody else put there stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koujing-disk-'));
  const path = join(folder, 'evidence.json');
  const disk = new FaultingDisk();
  writeFileSync(path, 'theirs');
  for (const step of [1, 2]) {
    disk.failAt(step, 'ENOSPC');
    expect(() => writeWhole(path, 'ours', disk.port)).toThrow('ENOSPC');
    expect(readdirSync(folder)).toEqual(['evidence.json']);
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  }
  rmSync(folder, { recursive: true });
});

test('a file whose name did not reach the disk is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koujing-disk-'));
  const disk = new FaultingDisk();
  disk.failAt(3, 'EIO');
  expect(() => writeWhole(join(folder, 'evidence.json'), 'ours', disk.port)).toThrow('EIO');
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
