import type { Refusal } from '../../support/person.js';
import type { KnownWork } from './model.js';
import type { MovedTime } from './moved-time.js';
import type { StepName } from './script.js';
import type { Answered, Staff } from './staff.js';

export type Written = { readonly id?: string } & Partial<Refusal>;

export interface OtherStep {
  readonly staff: Staff;
  readonly time: MovedTime;
  readonly work: KnownWork;
  readonly step: StepName;
  /** Under which the step is done once. */
  readonly key: string;
}

const dayMs = 86_400_000;
const cityDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

export const titleOfOther = ({ n, kind }: Pick<KnownWork, 'n' | 'kind'>): string => {
  switch (kind) {
    case 'plan':
      return `城区供水管网更新改造方案第${n + 1}号`;
    case 'conference':
      return `城区供水保障第${n + 1}次通报`;
    case 'appointment':
      return `供水管网专项工作第${n + 1}号`;
    default:
      return `请报告城西水厂检修进展第${n + 1}号`;
  }
};

/** The next step of what is no release. */
export const otherStep = (order: OtherStep): Promise<Answered<Written>> => {
  switch (order.work.kind) {
    case 'conference':
      return conferenceStep(order);
    case 'appointment':
      return appointmentStep(order);
    case 'directive':
      return directiveStep(order);
    default:
      return planStep(order);
  }
};

const directiveStep = ({ staff, time, work, step, key }: OtherStep): Promise<Answered<Written>> => {
  if (step === 'acknowledge') return staff.post('water', key, `/directives/${work.id}/acknowledge`);
  const dueAt = new Date(time.now().getTime() + 10 * dayMs).toISOString();
  return staff.post('coordinator', key, '/directives', {
    ...{ fromOrganId: 'office', toOrganId: 'water', title: titleOfOther(work), dueAt },
    ...{ text: '请报告检修进展。', demand: 'report' },
  });
};

const planStep = async ({ staff, time, work, step, key }: OtherStep): Promise<Answered<Written>> => {
  if (step === 'propose') return staff.post('water-approver', key, `/plans/${work.id}/propose`);
  if (step === 'decide') {
    const plan = await staff.get<{ readonly revision: number }>('water', `/plans/${work.id}`);
    if (plan?.status !== 200) return null;
    const decision = { expectedRevision: plan.body.revision, level: 'city', form: 'briefing' };
    return staff.post('leader', key, `/plans/${work.id}/approve`, decision);
  }
  const title = titleOfOther(work);
  const dueAt = new Date(time.now().getTime() + 10 * dayMs).toISOString();
  return staff.post('water', key, '/plans', {
    ...{ meetingOrganId: 'government', meeting: '市政府常务会议', metOn: '2026-11-20', item: title },
    ...{ leadOrganId: 'water', outline: '先发布通告，再解读。', level: 'department', dueAt },
    ...{ form: 'pressRelease', parts: [{ kind: 'release', organId: 'water', title: `${title}通告` }] },
  });
};

/** Far enough ahead that seven working days are left at the end of the week (Art.31(1)). */
const conferenceAheadDays = 30;

const conferenceStep = async ({ staff, time, work, step, key }: OtherStep): Promise<Answered<Written>> => {
  if (step === 'draft')
    return staff.post('water', key, '/conferences', {
      ...{ kind: 'own', organId: 'water', theme: titleOfOther(work) },
      ...{ content: '通报冬季供水保障和管网更新进度。', justification: '关系市民冬季用水，媒体多次询问。' },
      startsAt: `${cityDay(time.now().getTime() + conferenceAheadDays * dayMs)}T10:00:00+08:00`,
      speakers: [{ name: '发言人甲', post: '副局长', organId: 'water', capacity: 'official' }],
      ...{ totalMinutes: 40, leadMinutes: 12, rostrumPersons: 3, questionSession: true },
    });
  const path = `/conferences/${work.id}`;
  const seen = await staff.get<{ readonly digest: string }>('water', path);
  if (seen?.status !== 200) return null;
  const { digest } = seen.body;
  if (step === 'apply') return staff.post('water', key, `${path}/apply`, { digest });
  if (step === 'agree')
    return staff.post('coordinator', key, `${path}/answer`, { digest, decision: 'agreed' });
  return staff.post('water-approver', key, `${path}/signatures`, { digest, step: 'principalLeader' });
};

interface Roster {
  readonly history: readonly { readonly id: string; readonly topic: string }[];
}

/** Its answer shows the organ's whole roster: the entry is found by its topic. */
const appointmentStep = async ({ staff, time, work, step, key }: OtherStep): Promise<Answered<Written>> => {
  const now = time.now().getTime();
  if (step === 'end')
    return staff.post('water-approver', key, `/roster/entries/${work.id}/end`, {
      ...{ untilOn: cityDay(now), reason: '专项工作已经结束。' },
    });
  const topic = titleOfOther(work);
  const answer = await staff.post<Roster & Partial<Refusal>>('water-approver', key, '/roster/water/entries', {
    ...{ post: 'spokesperson', temporary: true, topic, name: `专项发言人${work.n + 1}`, title: '副局长' },
    ...{ rank: 'deputyLeader', rankReason: '', phone: '' },
    ...{ fromOn: cityDay(now), untilOn: cityDay(now + 60 * dayMs), replaces: null },
  });
  if (answer === null || answer.status >= 300) return answer;
  const entry = answer.body.history.find((each) => each.topic === topic);
  return { status: answer.status, body: entry === undefined ? {} : { id: entry.id } };
};
