import { expect, test } from '@jest/globals';
import { recordOf, type RecordEntry } from './record.js';

const deed = (action: string, at: string) => ({ at, actor: '林晓', action, detail: {} });
const remark = (text: string, at: string) => ({
  id: text,
  by: { id: 'p', name: '赵敏' },
  at,
  version: 1,
  text,
});
const told = (entry: RecordEntry): string => ('deed' in entry ? entry.deed.action : entry.remark.text);

test('remarks stand among the deeds in the order of time, after the deed of the same moment', () => {
  const timeline = [
    deed('release.create', '2026-11-23T08:00:00.000+08:00'),
    deed('release.submit', '2026-11-23T09:00:00.000+08:00'),
    deed('release.return', '2026-11-23T11:00:00.000+08:00'),
  ];
  const remarks = [
    remark('请核对日期', '2026-11-23T09:00:00.000+08:00'),
    remark('已核', '2026-11-23T10:00:00.000+08:00'),
  ];
  expect(recordOf({ timeline, remarks }).map(told)).toEqual([
    'release.create',
    'release.submit',
    '请核对日期',
    '已核',
    'release.return',
  ]);
});
