import type { Provider } from '@nestjs/common';
import {
  Appoint,
  BeginRosterYear,
  EndAppointment,
  FileRoster,
  PublicationStore,
  PublishRoster,
  RosterStore,
  SaveOrgan,
  ShowRoster,
  TakeOverRoster,
  WriteRosterPage,
  type RosterSite,
} from '@koujing/roster';
import type { CityRules } from './city-rules.js';
import type { UseCases } from './use-cases.js';

export type RosterCases = ReturnType<typeof rosterCasesOf>;

interface RosterGround extends Pick<UseCases, 'database' | 'organs' | 'clocks' | 'audit' | 'clock'> {
  readonly rules: CityRules;
  readonly rosterSite: RosterSite;
  /** Address of the public page. */
  readonly rosterPage: string;
}

/** Organs' register, their spokespersons, and the public list of the year. */
export const rosterCasesOf = ({ rosterSite, rules, ...ground }: RosterGround) => {
  const parts = {
    ...ground,
    roster: new RosterStore(),
    publications: new PublicationStore(),
    rosterRules: rules.roster,
    kinds: rules.organs,
    deadlines: rules.deadlines,
    startDeadline: ground.clocks.start,
    endDeadline: ground.clocks.end,
  };
  const verbs = {
    appoint: new Appoint(parts),
    fileRoster: new FileRoster(parts),
    publish: new PublishRoster(parts),
  };
  return {
    ...verbs,
    roster: parts.roster,
    publications: parts.publications,
    end: new EndAppointment(parts),
    takeOver: new TakeOverRoster(parts),
    saveOrgan: new SaveOrgan(parts),
    show: new ShowRoster({ ...parts, ...verbs }),
    beginYear: new BeginRosterYear(parts),
    writePage: new WriteRosterPage(parts, rosterSite),
  };
};

export const rosterProviders = (cases: RosterCases): readonly Provider[] => [
  { provide: Appoint, useValue: cases.appoint },
  { provide: EndAppointment, useValue: cases.end },
  { provide: FileRoster, useValue: cases.fileRoster },
  { provide: PublishRoster, useValue: cases.publish },
  { provide: SaveOrgan, useValue: cases.saveOrgan },
  { provide: ShowRoster, useValue: cases.show },
];
