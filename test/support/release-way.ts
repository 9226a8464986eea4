import type { DeliveryList, DeliveryView } from '../../libs/dispatch/dispatch.api.js';
import type { ReleaseDraftInput, ReleaseStanding } from '../../libs/release/release.api.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';
import { declared } from './declared.js';
import { ok, type Person, type Refusal } from './person.js';

/** A draft whose every default is valid; a journey names only what it is about. */
export const aDraft = (changes: Partial<ReleaseDraftInput> & { organId: string }): ReleaseDraftInput => ({
  kind: 'routine',
  title: '关于12月份城区管网冲洗安排的通告',
  summary: '12月5日至7日夜间冲洗城区供水管网，请提前储水。',
  blocks: [
    {
      type: 'paragraph',
      runs: [{ text: '定于12月5日至12月7日每日23时至次日5时对城区供水管网进行冲洗，请提前储水。' }],
    },
  ],
  column: '通知公告',
  accountIds: ['portal'],
  declaration: declared(changes.kind ?? 'routine', changes.title ?? '关于12月份城区管网冲洗安排的通告'),
  ...changes,
});

export const paragraph = (text: string): ReleaseDraftInput['blocks'][number] => ({
  type: 'paragraph',
  runs: [{ text }],
});

/** The people of one organ who take a release from draft to approval. */
export interface Desk {
  readonly drafter: Person;
  readonly reviewer: Person;
  readonly approver: Person;
  /** Presses the button: the organ's spokesperson. */
  readonly publisher: Person;
  /** 三审 where the city's chain asks for them, each by another person. */
  readonly textReviewers?: Readonly<Partial<Record<string, Person>>>;
}

export const page = async (person: Person, id: string): Promise<ReleasePage> =>
  ok(await person.get<ReleasePage>(`/releases/${id}`), 'open');

export const drafted = async (desk: Desk, draft: ReleaseDraftInput): Promise<ReleaseStanding> =>
  ok(await desk.drafter.post<ReleaseStanding>('/releases', draft), 'draft');

export const submitted = async (desk: Desk, draft: ReleaseDraftInput): Promise<ReleaseStanding> => {
  const { id, digest } = await drafted(desk, draft);
  await dismissConcerns(desk.drafter, id);
  return ok(await desk.drafter.post<ReleaseStanding>(`/releases/${id}/submit`, { digest }), 'submit');
};

/** Whom the text names beside its co-organs need not confirm. */
export const dismissConcerns = async (drafter: Person, id: string): Promise<void> => {
  const { contentCheck } = await page(drafter, id);
  for (const { organ, state } of contentCheck.concerned)
    if (state === 'open') {
      const dismissal = { reason: '仅提及，不涉及其职责。' };
      ok(await drafter.post(`/releases/${id}/concerned/${organ.id}/dismissal`, dismissal), 'dismiss');
    }
};

/** The reviews that the chain asks for, in its order. */
const reviewText = async (desk: Desk, { id, digest }: Pick<ReleaseStanding, 'id' | 'digest'>) => {
  const { chain } = await page(desk.drafter, id);
  for (const { step } of chain.steps) {
    const reviewer = desk.textReviewers?.[step];
    if (reviewer !== undefined) ok(await reviewer.post(`/releases/${id}/review`, { digest, step }), step);
  }
};

export const reviewed = async (desk: Desk, draft: ReleaseDraftInput): Promise<ReleaseStanding> => {
  const standing = await submitted(desk, draft);
  await passReviews(desk, standing);
  return standing;
};

/** Every review that comes before the leader's word, the one of confidentiality last. */
export const passReviews = async (
  desk: Desk,
  { id, digest }: Pick<ReleaseStanding, 'id' | 'digest'>,
): Promise<void> => {
  await reviewText(desk, { id, digest });
  const { checklist } = await page(desk.reviewer, id);
  const items = Object.fromEntries(checklist.map(({ item }) => [item, true]));
  ok(await desk.reviewer.post(`/releases/${id}/confidentiality-review`, { digest, items }), 'review');
};

export const approved = async (desk: Desk, draft: ReleaseDraftInput): Promise<ReleaseStanding> => {
  const standing = await reviewed(desk, draft);
  await approve(desk.approver, standing.id, standing.digest);
  return standing;
};

/** Like the console: asked for the password again, the leader enters it and goes on. */
const approve = async (leader: Person, id: string, digest: string): Promise<void> => {
  const path = `/releases/${id}/approval`;
  const first = await leader.post<Partial<Refusal>>(path, { digest });
  if (!(first.body.reasons ?? []).some(({ code }) => code === 'stepUpRequired')) {
    ok(first, 'approve');
    return;
  }
  ok(await leader.post('/session/step-up', { password: 'koujing-demo' }), 'step up');
  ok(await leader.post(path, { digest }), 'approve');
};

export const published = async (desk: Desk, draft: ReleaseDraftInput): Promise<ReleaseStanding> => {
  const standing = await approved(desk, draft);
  ok(await desk.publisher.post(`/releases/${standing.id}/publish`, { digest: standing.digest }), 'publish');
  return standing;
};

/** Every ledger row of a release. */
export const deliveries = async (person: Person, id: string): Promise<readonly DeliveryView[]> =>
  ok(await person.get<DeliveryList>(`/releases/${id}/deliveries?pageSize=200`), 'deliveries').items;

/** Asks until every row is in one of the states; fails with what it saw last. */
export const untilAll = async (
  person: Person,
  id: string,
  states: readonly string[],
  patienceMs = 30_000,
): Promise<readonly DeliveryView[]> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const rows = await deliveries(person, id);
    if (rows.length > 0 && rows.every((row) => states.includes(row.state))) return rows;
    if (performance.now() > giveUpAt)
      throw new Error(
        `still ${JSON.stringify(rows.map(({ channel, state, lastMessage }) => [channel, state, lastMessage]))}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Handed in once more as it stands, and reviewed: it waits for the leader again. */
export const reviewedAgain = async (desk: Desk, id: string): Promise<string> => {
  const { digest } = (await page(desk.drafter, id)).release;
  await dismissConcerns(desk.drafter, id);
  ok(await desk.drafter.post(`/releases/${id}/submit`, { digest }), 'submit');
  await passReviews(desk, { id, digest });
  return digest;
};

/** The same way once more for what stands as a draft: submitted, reviewed and approved by the others. */
export const approvedAgain = async (desk: Desk, id: string): Promise<void> => {
  await approve(desk.approver, id, await reviewedAgain(desk, id));
};
