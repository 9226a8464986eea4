import { Person } from '../../support/person.js';
import { aDraft, approved, page, paragraph, type Desk } from '../../support/release-way.js';
import { firstPasswordOf } from '../../support/first-passwords.js';
import { generatedReleases } from '../generated-releases.js';

/** A release as the outside knows it: only what was answered counts. */
export interface KnownRelease {
  readonly id: string;
  readonly digest: string;
  readonly n: number;
  readonly recipients: readonly string[];
  /** The click was answered with success, or the release was seen as released afterwards. */
  acknowledged: boolean;
}

/** For the first time, with what the start left in its data directory. */
export const signInDesk = async (address: string, data: string): Promise<Desk> => {
  const as = (name: string): Promise<Person> =>
    Person.signInFirst(address, name, firstPasswordOf(data, name));
  return {
    drafter: await as('drafter'),
    reviewer: await as('reviewer'),
    approver: await as('approver'),
    publisher: await as('spokesperson'),
  };
};

/** Drafted, reviewed and approved through HTTP, each with words of its own so that no two speak of one matter. */
export const approvedReleases = async (
  desk: Desk,
  count: number,
  recipientsEach: number,
  accountsOf: (n: number) => readonly string[],
): Promise<readonly KnownRelease[]> => {
  const texts = [...generatedReleases(count)];
  const approve = async (n: number): Promise<KnownRelease> => {
    const { title, body } = texts[n] ?? { title: '', body: '' };
    const recipients = Array.from({ length: recipientsEach }, (_, r) => `desk${r}.r${n}@news.example`);
    const { id, digest } = await approved(
      desk,
      aDraft({
        organId: 'education',
        title: `${title}（第${n + 1}号）`,
        summary: body.slice(0, 40),
        blocks: [paragraph(body)],
        accountIds: [...accountsOf(n)],
        recipients,
      }),
    );
    return { id, digest, n, recipients, acknowledged: false };
  };
  const releases: KnownRelease[] = [];
  for (let n = 0; n < count; n += atOnce)
    releases.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(atOnce, count - n) }, (_, more) => approve(n + more)),
      )),
    );
  return releases;
};

/** Releases that go through the desks side by side. */
const atOnce = 4;

/** A busy machine takes a minute to start a process, and the next kill may hit it at once. */
const patienceMs = 20 * 60_000;

/** Clicks until it is certain: an answer that never came is no answer, so the release itself is asked. */
export const publish = async (desk: Desk, release: KnownRelease): Promise<void> => {
  const giveUpAt = performance.now() + patienceMs;
  while (performance.now() < giveUpAt) {
    const answer = await desk.publisher
      .post(`/releases/${release.id}/publish`, { digest: release.digest })
      .catch(() => null);
    if (answer !== null && answer.status < 300) {
      release.acknowledged = true;
      return;
    }
    const state = await page(desk.publisher, release.id).then(
      (shown) => shown.release.state,
      () => 'unanswered',
    );
    if (state === 'released') {
      release.acknowledged = true;
      return;
    }
    if (state === 'heldByGate')
      throw new Error(`the gate held release ${release.n}: ${JSON.stringify(answer?.body)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`release ${release.n} could not be published`);
};
