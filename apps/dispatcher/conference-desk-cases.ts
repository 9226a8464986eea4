import type { Provider } from '@nestjs/common';
import {
  AccreditationStore,
  DecideAtDesk,
  mayEditMedia,
  RegisterForConference,
  RegistrationStore,
  ShowRegistrations,
  type ConferenceDoor,
} from '@koujing/media';
import type { MediaCases } from './media-cases.js';
import type { UseCases } from './use-cases.js';

/** Without a register of conferences the office keeps every door (Art.4). */
const officeDoor: ConferenceDoor = {
  reasons: (_queries, _conferenceId, actor) => Promise.resolve(mayEditMedia(actor)),
};

export type ConferenceDeskCases = ReturnType<typeof conferenceDeskCasesOf>;

/** Reporters who come to press conferences. */
export const conferenceDeskCasesOf = (
  { database, audit, clock }: Pick<UseCases, 'database' | 'audit' | 'clock'>,
  { showAccreditations }: Pick<MediaCases, 'showAccreditations'>,
  door: ConferenceDoor = officeDoor,
) => {
  const registrations = new RegistrationStore();
  const parts = { database, audit, clock, registrations, accreditations: new AccreditationStore(), door };
  const decide = new DecideAtDesk(parts);
  return {
    register: new RegisterForConference(parts),
    decide,
    show: new ShowRegistrations({ ...parts, showAccreditations, decide }),
  };
};

export const conferenceDeskProviders = (cases: ConferenceDeskCases): readonly Provider[] => [
  { provide: RegisterForConference, useValue: cases.register },
  { provide: DecideAtDesk, useValue: cases.decide },
  { provide: ShowRegistrations, useValue: cases.show },
];
