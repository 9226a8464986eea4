import type { Provider } from '@nestjs/common';
import {
  AcceptInterview,
  AccreditationStore,
  AlarmInterviews,
  AnswerStore,
  ArrangeInterview,
  CloseInterview,
  DecideRefusal,
  HoldInterview,
  InterviewDesk,
  InterviewListing,
  InterviewStore,
  LogAnswer,
  OutletStore,
  ProposeRefusal,
  RegisterInterview,
  ReporterStore,
  ReviseInterview,
  RevisionStore,
  ShowAnswers,
  ShowInterviews,
} from '@koujing/media';
import type { CityRules } from './city-rules.js';
import type { MediaCases } from './media-cases.js';
import { AnswersChecked, LinesOfMatters } from './press-desk.js';
import type { UseCases } from './use-cases.js';

export type InterviewCases = ReturnType<typeof interviewCasesOf>;

export interface InterviewGround {
  readonly cases: UseCases;
  readonly media: MediaCases;
  readonly rules: CityRules;
  readonly consoleUrl: string;
}

/** Requests for interviews at the organs, and what reporters were told. */
export const interviewCasesOf = ({ cases, media, rules, consoleUrl }: InterviewGround) => {
  const { database, audit, clock, organs, clocks, people, notifier } = cases;
  const parts = {
    ...{ database, audit, clock, organs },
    outlets: new OutletStore(),
    reporters: new ReporterStore(),
    interviews: new InterviewStore(),
    interviewRules: rules.interviews,
    accreditations: new AccreditationStore(),
    matterLines: new LinesOfMatters(cases.matters),
    deadlines: clocks.deadlines,
    startDeadline: clocks.start,
    endDeadline: clocks.end,
  };
  const answerParts = {
    ...parts,
    answers: new AnswerStore(),
    answerCheck: new AnswersChecked(cases.checkDraft, cases.gate),
  };
  const desk = new InterviewDesk(parts);
  const revisions = new RevisionStore();
  const verbs = {
    revise: new ReviseInterview(desk, revisions),
    accept: new AcceptInterview(desk),
    arrange: new ArrangeInterview(desk),
    hold: new HoldInterview(desk),
    propose: new ProposeRefusal(desk),
    decide: new DecideRefusal(desk),
    close: new CloseInterview(desk),
  };
  const { showAccreditations } = media;
  const listing = new InterviewListing();
  return {
    ...verbs,
    register: new RegisterInterview(parts),
    show: new ShowInterviews({ ...parts, ...verbs, revisions, listing, showAccreditations }),
    logAnswer: new LogAnswer(answerParts),
    showAnswers: new ShowAnswers(answerParts),
    alarm: new AlarmInterviews({ ...parts, people, notifier, consoleUrl }),
  };
};

export const interviewProviders = (cases: InterviewCases): readonly Provider[] => [
  { provide: LogAnswer, useValue: cases.logAnswer },
  { provide: ShowAnswers, useValue: cases.showAnswers },
  { provide: ShowInterviews, useValue: cases.show },
  { provide: RegisterInterview, useValue: cases.register },
  { provide: ReviseInterview, useValue: cases.revise },
  { provide: AcceptInterview, useValue: cases.accept },
  { provide: ArrangeInterview, useValue: cases.arrange },
  { provide: HoldInterview, useValue: cases.hold },
  { provide: ProposeRefusal, useValue: cases.propose },
  { provide: DecideRefusal, useValue: cases.decide },
  { provide: CloseInterview, useValue: cases.close },
];
