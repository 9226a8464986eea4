import { json, type Queries } from '@koujing/database';
import type { ConferenceCases } from './a-conference.js';
import type { Press } from './a-press.js';

const start = new Date('2026-08-03T09:00:00+08:00');
const due = new Date('2026-08-24T23:59:00+08:00');

/** Changes of the roster filed in time, late and not at all (Art.9), and two organs that must keep up routine release (Art.29). */
export const aKeptRoster = async (
  queries: Queries,
  { press, conferences }: { readonly press: Press; readonly conferences: ConferenceCases },
): Promise<void> => {
  const ended = [
    ['transport', 'met', new Date('2026-08-20T10:00:00+08:00')],
    ['transport', 'metLate', new Date('2026-08-31T10:00:00+08:00')],
    ['water', 'running', null],
  ] as const;
  await queries
    .insertInto('deadline')
    .values(
      ended.map(([organ, state, settledAt], n) => ({
        ...{
          id: `roster-change-${n}`,
          rule: 'rosterChange',
          subject_kind: 'organ',
          subject_id: `${organ}-${n}`,
        },
        ...{ organ_id: organ, title: '发言人名单', link: '/roster', event_at: start, started_at: start },
        ...{
          due_at: due,
          provisional: false,
          terms: json({ title: '名单变动备案' }),
          state,
          paused_at: null,
        },
        ...{ stage: 0, next_at: null, settled_at: settledAt, remainder: null },
      })),
    )
    .execute();
  for (const organ of ['transport', 'water'])
    await conferences.setRoutineDuty.perform(organ, true, press.coordinator);
};
