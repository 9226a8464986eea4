import type { KnownWork } from './model.js';
import { titleOfOther } from './other-steps.js';
import type { Staff } from './staff.js';

interface Appointed {
  readonly topic: string;
  readonly endedReason: string | null;
}

/** The state of what is no release; how many there are where it should be one; null where there is none. */
export const seeOther = async (work: KnownWork, staff: Staff): Promise<string | null> => {
  if (work.kind === 'conference') return seeConference(work, staff);
  if (work.kind === 'appointment') return seeAppointment(work, staff);
  const answer = await staff.get<{ readonly state: string }>('coordinator', `/${work.kind}s/${work.id}`);
  return answer?.status === 200 ? answer.body.state : null;
};

const seeConference = async (work: KnownWork, staff: Staff): Promise<string | null> => {
  const theme = titleOfOther(work);
  const path = `/conferences?q=${encodeURIComponent(theme)}`;
  const list = await staff.get<{
    readonly items: readonly { readonly id: string; readonly theme: string; readonly state: string }[];
  }>('coordinator', path);
  if (list?.status !== 200) return null;
  const found = list.body.items.filter((each) => each.theme === theme);
  if (found.length > 1) return `there ${found.length} times`;
  return found.find(({ id }) => id === work.id)?.state ?? null;
};

const seeAppointment = async (work: KnownWork, staff: Staff): Promise<string | null> => {
  const roster = await staff.get<{ readonly history: readonly Appointed[] }>('coordinator', '/roster/water');
  if (roster?.status !== 200) return null;
  const found = roster.body.history.filter(({ topic }) => topic === titleOfOther(work));
  if (found.length > 1) return `there ${found.length} times`;
  const [entry] = found;
  if (entry === undefined) return null;
  return entry.endedReason === null ? 'appointed' : 'ended';
};
