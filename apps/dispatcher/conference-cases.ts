import type { Provider, Type } from '@nestjs/common';
import {
  AnswerApplication,
  ApplyForConference,
  CancelConference,
  ConferenceClocks,
  ConferenceListing,
  ConferenceSignatureStore,
  ConferenceStore,
  DoorOfConference,
  EvaluateConference,
  FileMaterials,
  HoldConference,
  LookThroughMaterial,
  LookUpLimit,
  MaterialStore,
  NoticeStore,
  PlanConference,
  RegistrationStore,
  ReturnConference,
  ReviseConference,
  ShowBrief,
  ShowConferences,
  ShowPublicConference,
  RoutineDutyStore,
  SetRoutineDuty,
  ShowRoutineDuties,
  SignConference,
  SignMaterial,
  TellIncident,
  UploadMaterial,
  WatchRoutineDuties,
  WriteNotices,
  type ConferenceSite,
} from '@koujing/conference';
import { EndDeadline, StartDeadline } from '@koujing/deadline';
import {
  ConferenceApplicationController,
  ConferenceController,
  ConferenceSignOffController,
} from '../../libs/conference/conference.controller.js';
import {
  ConferenceEventController,
  ConferenceMaterialController,
  ConferenceMaterialReviewController,
} from '../../libs/conference/conference-event.controller.js';
import { RoutineDutyController } from '../../libs/conference/routine-duty.controller.js';
import { PublicConferenceController } from '../../libs/conference/public-conference.controller.js';
import type { CityRules } from './city-rules.js';
import type { UseCases } from './use-cases.js';

export type ConferenceCases = ReturnType<typeof conferenceCasesOf>;

/** What press conferences stand on beside the nouns below them. */
export interface ConferenceGround {
  readonly rules: CityRules;
  readonly numberPrefix: string;
  readonly consoleUrl: string;
  /** Absent where nothing is shown to the public: tools and tests. */
  readonly conferenceSite?: ConferenceSite;
}

/** Press conferences (Art.28–35). An incident hears of those held on it and ends its clock (Art.23). */
export const conferenceCasesOf = (cases: UseCases, ground: ConferenceGround) => {
  const { database, clock, audit, organs, people, numbers, notifier, clocks, incident, authorisations } =
    cases;
  const { deadlines } = clocks.parts;
  const { rules, numberPrefix, consoleUrl } = ground;
  const reckoning = clocks.parts;
  const settings = rules.conference;
  const conferences = new ConferenceStore();
  const [start, end] = [new StartDeadline(clocks.parts), new EndDeadline(clocks.parts)];
  const routineParts = {
    ...{ database, clock, organs, audit, conferences, settings, start, end },
    ...{ rules: rules.deadlines, routineDuties: new RoutineDutyStore() },
  };
  const routine = new WatchRoutineDuties(routineParts);
  const parts = {
    ...{ database, clock, audit, organs, people, numbers, notifier },
    ...{ conferences, authorisations },
    ...{ numberPrefix, consoleUrl, settings, reckoning },
    conferenceSignatures: new ConferenceSignatureStore(),
    registrations: new RegistrationStore(),
    materials: new MaterialStore(),
    drawn: cases.drawn,
    clocks: new ConferenceClocks({ settings, reckoning, organs, clock, start, end }),
    conferenceFollowers: [routine, new TellIncident(incident.clocks)],
    incidents: incident.incidents,
  };
  const signMaterial = new SignMaterial(parts);
  const verbs = {
    revise: new ReviseConference(parts),
    apply: new ApplyForConference(parts),
    answer: new AnswerApplication(parts),
    sign: new SignConference(parts),
    return: new ReturnConference(parts),
    upload: new UploadMaterial(parts),
    file: new FileMaterials(parts, signMaterial),
    ...{ signMaterial, lookThrough: new LookThroughMaterial(parts) },
    hold: new HoldConference(parts),
    evaluate: new EvaluateConference(parts),
    cancel: new CancelConference(parts),
  };
  const listing = new ConferenceListing(deadlines, settings);
  const show = new ShowConferences({ ...parts, ...{ deadlines, verbs, listing } });
  return {
    ...verbs,
    listing,
    plan: new PlanConference(parts),
    show,
    showBrief: new ShowBrief(show, clock),
    showPublic: new ShowPublicConference(parts),
    writeNotices:
      ground.conferenceSite === undefined
        ? null
        : new WriteNotices({ ...parts, notices: new NoticeStore() }, ground.conferenceSite),
    limit: new LookUpLimit(clock),
    routine,
    door: new DoorOfConference(conferences),
    setRoutineDuty: new SetRoutineDuty(routineParts),
    showRoutineDuties: new ShowRoutineDuties(routineParts),
  };
};

export const conferenceControllers: readonly Type[] = [
  ConferenceController,
  ConferenceApplicationController,
  ConferenceSignOffController,
  ConferenceMaterialController,
  ConferenceMaterialReviewController,
  ConferenceEventController,
  PublicConferenceController,
  RoutineDutyController,
];

export const conferenceProviders = (cases: ConferenceCases): readonly Provider[] => [
  { provide: ShowConferences, useValue: cases.show },
  { provide: ShowBrief, useValue: cases.showBrief },
  { provide: PlanConference, useValue: cases.plan },
  { provide: ReviseConference, useValue: cases.revise },
  { provide: ApplyForConference, useValue: cases.apply },
  { provide: AnswerApplication, useValue: cases.answer },
  { provide: SignConference, useValue: cases.sign },
  { provide: ReturnConference, useValue: cases.return },
  { provide: UploadMaterial, useValue: cases.upload },
  { provide: FileMaterials, useValue: cases.file },
  { provide: SignMaterial, useValue: cases.signMaterial },
  { provide: LookThroughMaterial, useValue: cases.lookThrough },
  { provide: HoldConference, useValue: cases.hold },
  { provide: EvaluateConference, useValue: cases.evaluate },
  { provide: CancelConference, useValue: cases.cancel },
  { provide: ShowPublicConference, useValue: cases.showPublic },
  { provide: LookUpLimit, useValue: cases.limit },
  { provide: SetRoutineDuty, useValue: cases.setRoutineDuty },
  { provide: ShowRoutineDuties, useValue: cases.showRoutineDuties },
];
