import type { ReleaseDraftInput } from '../../../libs/release/release.api.js';
import { aDraft, paragraph } from '../../support/release-way.js';

/** One write that somebody at a desk makes, or the hour that is waited for. */
export type StepName =
  | 'draft'
  | 'edit'
  | 'submit'
  | 'confirm'
  | 'review'
  | 'approve'
  | 'publish'
  | 'schedule'
  | 'hour'
  | 'openCorrection'
  | 'correct'
  | 'withdraw'
  | 'propose'
  | 'decide'
  | 'acknowledge'
  | 'apply'
  | 'agree'
  | 'sign'
  | 'end';

export type Kind =
  | 'clicked'
  | 'edited'
  | 'joint'
  | 'scheduled'
  | 'corrected'
  | 'withdrawn'
  | 'accident'
  | 'contradicting'
  | 'plan'
  | 'directive'
  | 'conference'
  | 'appointment';

const upTo = ['draft', 'submit', 'review', 'approve'] as const;
const again = ['submit', 'review', 'approve'] as const;

const scripts: Readonly<Record<Kind, readonly StepName[]>> = {
  clicked: [...upTo, 'publish'],
  edited: ['draft', 'edit', ...again, 'publish'],
  joint: ['draft', 'submit', 'confirm', 'review', 'approve', 'publish'],
  scheduled: [...upTo, 'schedule', 'hour'],
  corrected: [...upTo, 'publish', 'openCorrection', 'edit', ...again, 'correct'],
  withdrawn: [...upTo, 'publish', 'withdraw'],
  accident: [...upTo, 'publish'],
  contradicting: [...upTo, 'publish'],
  plan: ['draft', 'propose', 'decide'],
  directive: ['draft', 'acknowledge'],
  conference: ['draft', 'apply', 'agree', 'sign'],
  appointment: ['draft', 'end'],
};

/** What the trail keeps of each step of a release. */
const acts: Readonly<Partial<Record<StepName, readonly string[]>>> = {
  draft: ['release.create'],
  edit: ['release.revise'],
  submit: ['release.submit'],
  confirm: ['signature.confirmation.agree'],
  review: ['signature.confidentialityReview.agree'],
  approve: ['signature.contentApproval.agree'],
  publish: ['release.publish'],
  schedule: ['release.schedule'],
  hour: ['release.publish'],
  // The note is a change of the text.
  openCorrection: ['release.openCorrection', 'release.revise'],
  correct: ['release.correct'],
  withdraw: ['release.withdrawPublished'],
};
export const actsOf = (step: StepName): readonly string[] => acts[step] ?? [];

/** The turns that work takes: every path of a city's week, those of every day more often. */
const turns: readonly Kind[] = [
  ...(['clicked', 'scheduled', 'corrected', 'plan', 'accident', 'contradicting'] as const),
  ...(['withdrawn', 'joint', 'edited', 'directive', 'scheduled', 'clicked'] as const),
];

export type Desk = 'education' | 'water' | 'emergency';

/** One thing that a city has to do, from its first step to its last. */
export interface Work {
  readonly n: number;
  readonly kind: Kind;
  readonly desk: Desk;
  readonly steps: readonly StepName[];
  readonly isRelease: boolean;
}

/** Beside what is published: works whose numbers begin here, so that the others keep theirs whatever comes along. */
const asideFrom = 100_000;
const asides: readonly Kind[] = ['appointment', 'conference'];

/** What is begun beside the work of a round: every third round, a conference or an appointment in turn. */
export const asideOf = (round: number): number | null => (round % 3 === 0 ? asideFrom + round / 3 : null);

const releases: ReadonlySet<Kind> = new Set(turns.filter((kind) => kind !== 'plan' && kind !== 'directive'));

export const workOf = (n: number): Work => {
  if (n >= asideFrom) {
    const kind = asides[n % asides.length] as Kind;
    return { n, kind, desk: 'water', steps: scripts[kind], isRelease: false };
  }
  const kind = turns[n % turns.length] as Kind;
  const desk =
    kind === 'accident' ? 'emergency' : kind === 'contradicting' || kind === 'plan' ? 'water' : null;
  return {
    ...{ n, kind, steps: scripts[kind], isRelease: releases.has(kind) },
    desk: desk ?? (n % 2 === 0 ? 'education' : 'water'),
  };
};

/** The release that a work is about; no two works speak of one matter but an accident and who contradicts it. */
export const draftFor = (
  { n, kind, desk }: Work,
  text: { readonly title: string; readonly body: string },
  accountIds: readonly string[],
): ReleaseDraftInput => {
  const recipients = [`desk.r${n}@news.example`, `night.r${n}@news.example`];
  const common = { organId: desk, accountIds: [...accountIds], recipients };
  if (kind !== 'accident' && kind !== 'contradicting')
    return aDraft({
      ...common,
      title: `${text.title}（第${n + 1}号）`,
      summary: text.body.slice(0, 40),
      blocks: [paragraph(text.body)],
      jointOrganIds: kind === 'joint' ? ['health'] : [],
    });
  const place = `临港区第${(kind === 'accident' ? n : n - 1) + 101}号`;
  const deaths = kind === 'accident' ? 2 : 5;
  return aDraft({
    ...common,
    kind: 'emergency',
    title: `${place}泵站坍塌事故情况通报`,
    summary: `${place}泵站发生坍塌。`,
    blocks: [
      paragraph(
        `11月23日5时40分许，${place}泵站发生坍塌。截至11月23日8时，事故造成${deaths}人死亡、6人受伤，原因正在调查。`,
      ),
    ],
  });
};

export const editedText = (n: number): string => `咨询时间为每日8时至20时，第${n + 1}号。`;
