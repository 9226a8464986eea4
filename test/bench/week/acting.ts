import type { ReleaseDraftInput } from '../../../libs/release/release.api.js';
import type { ReleasePage } from '../../../libs/signoff/signoff.api.js';
import { draftOf } from '../../../apps/cli/draft-of-page.js';
import type { Answer } from '../../support/person.js';
import { paragraph } from '../../support/release-way.js';
import type { KnownWork } from './model.js';
import type { MovedTime } from './moved-time.js';
import type { Notes } from './notes.js';
import { otherStep, titleOfOther, type Written } from './other-steps.js';
import { editedText, type Desk, type StepName } from './script.js';
import type { Answered, Staff } from './staff.js';

const desks: Readonly<
  Record<Desk, Readonly<Record<'drafter' | 'reviewer' | 'approver' | 'publisher', string>>>
> = {
  education: { drafter: 'drafter', reviewer: 'reviewer', approver: 'approver', publisher: 'spokesperson' },
  water: {
    ...{ drafter: 'water', reviewer: 'water-reviewer' },
    ...{ approver: 'water-approver', publisher: 'water-approver' },
  },
  emergency: {
    ...{ drafter: 'emergency', reviewer: 'emergency-reviewer' },
    ...{ approver: 'emergency-approver', publisher: 'emergency-approver' },
  },
};
export const drafterOf = ({ desk }: Pick<KnownWork, 'desk'>): string => desks[desk].drafter;

/** `later`: nobody answered, or its hour has not come; the step is taken again under its key. */
type Outcome = 'done' | 'later' | 'refused';

/** How long a scheduled release waits: with rounds of ten minutes, over some of them. */
const hourAfterMs = 25 * 60_000;

/** Takes the next step of a work through HTTP, as the person whose it is, and notes what came of it. */
export class Acting {
  constructor(
    private readonly parts: {
      readonly staff: Staff;
      readonly notes: Notes;
      readonly time: MovedTime;
      readonly key: string;
      readonly draft: (work: KnownWork) => ReleaseDraftInput;
    },
  ) {}

  async next(work: KnownWork): Promise<Outcome> {
    const step = work.steps[work.done];
    if (step === undefined) return 'done';
    if (step === 'hour') return this.#hour(work);
    const { notes } = this.parts;
    if (work.asked === work.done) notes.note({ event: 'asked', n: work.n, step: work.done });
    const answer = await (work.isRelease ? this.#onRelease(work, step) : this.#onOther(work, step));
    if (answer === null) return 'later';
    if (answer.status < 300) return this.#acknowledged(work, answer.body.id ?? work.id);
    if (wasDone(answer)) {
      const id = work.id || (await this.#found(work));
      return id === '' ? 'later' : this.#acknowledged(work, id);
    }
    notes.note({ event: 'refused', n: work.n, step: work.done, why: answer.body.reasons });
    return this.#refused(work, answer);
  }

  #acknowledged(work: KnownWork, id: string): 'done' {
    this.parts.notes.note({ event: 'acknowledged', n: work.n, step: work.done, id });
    return 'done';
  }

  async #onRelease(work: KnownWork, step: StepName): Promise<Answered<Written>> {
    const { staff, draft } = this.parts;
    const desk = desks[work.desk];
    if (step === 'draft') return staff.post(desk.drafter, this.#key(work), '/releases', draft(work));
    const opened = await this.#page(work);
    return opened === null ? null : this.#onPage(work, step, opened);
  }

  async #onPage(work: KnownWork, step: StepName, page: ReleasePage): Promise<Answered<Written>> {
    const { drafter, reviewer, approver, publisher } = desks[work.desk];
    const { digest, revision: expectedRevision } = page.release;
    const write = (name: string, path: string, body: unknown) =>
      this.parts.staff.post<Written>(name, this.#key(work), `/releases/${work.id}/${path}`, body);
    switch (step) {
      case 'edit':
        return this.#edit(work, page);
      case 'submit':
        return (await this.#dismissConcerns(work, page)) ? write(drafter, 'submit', { digest }) : null;
      case 'confirm':
        return write('health', 'confirmation', { digest });
      case 'review': {
        const items = Object.fromEntries(page.checklist.map(({ item }) => [item, true]));
        return write(reviewer, 'confidentiality-review', { digest, items });
      }
      case 'approve':
        return write(approver, 'approval', { digest });
      case 'schedule': {
        const at = new Date(this.parts.time.now().getTime() + hourAfterMs + 8 * 3_600_000);
        return write(publisher, 'schedule', { at: `${at.toISOString().slice(0, 19)}+08:00` });
      }
      case 'openCorrection':
        return write(drafter, 'correction', { expectedRevision, note: '补充咨询时间。' });
      case 'withdraw':
        return write(approver, 'withdrawal', { reason: '安排有变，通知作废。' });
      default:
        return write(publisher, 'publish', { digest });
    }
  }

  #edit(work: KnownWork, page: ReleasePage): Promise<Answered<Written>> {
    const draft = draftOf(page);
    const body = {
      expectedRevision: page.release.revision,
      draft: { ...draft, blocks: [...draft.blocks, paragraph(editedText(work.n))] },
    };
    return this.parts.staff.put(desks[work.desk].drafter, this.#key(work), `/releases/${work.id}`, body);
  }

  #onOther(work: KnownWork, step: StepName): Promise<Answered<Written>> {
    const { staff, time } = this.parts;
    return otherStep({ staff, time, work, step, key: this.#key(work) });
  }

  /** The scheduler's step: seen as done, or held by the gate, where the coordinator rules and somebody clicks. */
  async #hour(work: KnownWork): Promise<Outcome> {
    const page = await this.#page(work);
    if (page?.release.state === 'released') return this.#acknowledged(work, work.id);
    if (page?.release.state !== 'heldByGate') return 'later';
    await this.#rule(work, page);
    const { digest } = page.release;
    await this.parts.staff.post(desks[work.desk].publisher, this.#key(work), `/releases/${work.id}/publish`, {
      digest,
    });
    return 'later';
  }

  async #refused(work: KnownWork, { body }: Answer<Written>): Promise<Outcome> {
    const codes = (body.reasons ?? []).map(({ code }) => code);
    if (codes.includes('stepUpRequired')) {
      await this.parts.staff.stepUp(desks[work.desk].approver);
      return 'later';
    }
    // It began with the clock an hour ahead and over midnight, and the clock is back: its first day is yet to come.
    if (codes.includes('endBeforeStart')) return 'later';
    if (!codes.includes('heldByGate')) return 'refused';
    const page = await this.#page(work);
    if (page !== null) await this.#rule(work, page);
    return 'later';
  }

  /** The coordinator lets stand whatever blocks the release. */
  async #rule({ n }: KnownWork, page: ReleasePage): Promise<void> {
    const { staff, notes } = this.parts;
    const open = page.findings.filter(
      ({ state, severity }) => severity === 'block' && (state === 'open' || state === 'coordinating'),
    );
    for (const { id } of open) {
      const ruling = { ruling: 'letStand', reason: '统计口径不同，分别说明。' };
      const key = `${this.parts.key}-ruling-${n}-${id}-${page.content.version}`;
      const answer = await staff.post<Written>('coordinator', key, `/findings/${id}/ruling`, ruling);
      if (answer === null) continue;
      if (answer.status < 300 || wasDone(answer)) notes.note({ event: 'ruled', finding: id });
      else notes.journal.write('notRuled', { n, ruling: id, reasons: answer.body.reasons });
    }
  }

  async #dismissConcerns(work: KnownWork, { contentCheck }: ReleasePage): Promise<boolean> {
    for (const { organ, state } of contentCheck.concerned) {
      if (state !== 'open') continue;
      const key = `${this.#key(work)}-${organ.id}`;
      const path = `/releases/${work.id}/concerned/${organ.id}/dismissal`;
      const body = { reason: '仅提及，不涉及其职责。' };
      const answer = await this.parts.staff.post<Written>(desks[work.desk].drafter, key, path, body);
      if (answer === null) return false;
    }
    return true;
  }

  /** What was made by a request whose answer is lost. */
  async #found(work: KnownWork): Promise<string> {
    const title = work.isRelease ? this.parts.draft(work).title : titleOfOther(work);
    const [name, path] = placeOf(work, title);
    const answer = await this.parts.staff.get<Listed>(name, path);
    if (answer?.status !== 200) return '';
    const listed = answer.body.items ?? answer.body.history ?? [];
    return listed.find((each) => Object.values(each).includes(title))?.id ?? '';
  }

  async #page({ id, desk }: KnownWork): Promise<ReleasePage | null> {
    const answer = await this.parts.staff.get<ReleasePage>(desks[desk].drafter, `/releases/${id}`);
    return answer?.status === 200 ? answer.body : null;
  }

  #key({ n, done, refusals }: KnownWork): string {
    return `${this.parts.key}-work-${n}-step-${done}-${refusals}`;
  }
}

/** A list, or an organ's roster. */
interface Listed {
  readonly items?: readonly Named[];
  readonly history?: readonly Named[];
}
interface Named {
  readonly id: string;
  readonly title?: string;
  readonly item?: string;
  readonly theme?: string;
  readonly topic?: string;
}

/** Who finds a work in which list. */
const placeOf = (work: KnownWork, title: string): readonly [name: string, path: string] => {
  const q = encodeURIComponent(title);
  if (work.isRelease) return [drafterOf(work), `/releases?q=${q}`];
  if (work.kind === 'plan') return ['water', '/plans?pageSize=200'];
  if (work.kind === 'conference') return ['water', `/conferences?q=${q}`];
  if (work.kind === 'appointment') return ['water', '/roster/water'];
  return ['coordinator', '/directives?pageSize=200'];
};

/** The key was taken before by the same step, whose answer is lost: what was asked is done. */
const wasDone = ({ body }: Answer<Written>): boolean =>
  (body.reasons ?? []).some(({ code }) => code === 'requestUnanswered' || code === 'requestKeyReused');
