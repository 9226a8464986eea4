import { expect, test } from '@jest/globals';
import { noticedTogether, violationNotice } from './violation-notice.js';

const stray = (n: number, organId = 'office') =>
  ({
    kind: 'unauthorised',
    ...{ id: `v${n}`, organId, actKey: `stray:portal:${n}`, title: `紧急通知${n}` },
    ...{
      act: '“门户”上有一条内容不是由审定的发布稿发出的。',
      article: '第三十九条第四项',
      link: '/accounts',
    },
  }) as const;

test('what one look found on an account is one notice, and names each', () => {
  const groups = noticedTogether([
    stray(1),
    stray(2),
    stray(3, 'water'),
    { ...stray(4), link: '/releases/a' },
  ]);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['v1', 'v2'], ['v3'], ['v4']]);
  const [together, alone] = groups.map(violationNotice);
  expect(together).toMatchObject({
    subject: '【违规线索】紧急通知1等 2 件',
    link: '/violations',
    key: 'stray:portal:1',
  });
  expect(together?.text.split('\n')).toEqual([
    '《紧急通知1》：“门户”上有一条内容不是由审定的发布稿发出的。',
    '《紧急通知2》：“门户”上有一条内容不是由审定的发布稿发出的。',
    '是否造成影响和后果，由人认定（第三十九条第四项）。',
  ]);
  expect(alone).toMatchObject({ subject: '【违规线索】紧急通知3', link: '/violations/v3' });
});

test('of hundreds the first are named and the rest counted', () => {
  const [group] = noticedTogether(Array.from({ length: 200 }, (_, n) => stray(n)));
  if (group === undefined) throw new Error('nothing to tell');
  const { subject, text } = violationNotice(group);
  expect(subject).toBe('【违规线索】紧急通知0等 200 件');
  expect(text.split('\n')).toHaveLength(22);
  expect(text).toContain('另有 180 件');
});
