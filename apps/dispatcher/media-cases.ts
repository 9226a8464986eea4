import type { Provider } from '@nestjs/common';
import { CancelUnsent } from '@koujing/dispatch';
import {
  AccreditationStore,
  CheckAccreditation,
  DepartureStore,
  ImportMedia,
  LeaveList,
  LiftSuppression,
  MailingListStore,
  OutletStore,
  ReporterStore,
  SaveMailingList,
  SaveOutlet,
  SaveReporter,
  ShowAccreditations,
  ShowMedia,
  SuppressAddress,
  SuppressionStore,
  TellOfLeaving,
} from '@koujing/media';
import type { CityRules } from './city-rules.js';
import { LinesOfMatters } from './press-desk.js';
import type { UseCases } from './use-cases.js';

export type MediaCases = ReturnType<typeof mediaCasesOf>;

/** The register of the media and its mailings. */
export const mediaCasesOf = (
  cases: Pick<UseCases, 'database' | 'audit' | 'clock' | 'matters' | 'people' | 'notifier'>,
  { rules, consoleUrl }: { readonly rules: CityRules; readonly consoleUrl: string },
) => {
  const { database, audit, clock, matters } = cases;
  const tell = new TellOfLeaving({ ...cases, consoleUrl });
  const parts = {
    ...{ database, audit, clock },
    outlets: new OutletStore(),
    reporters: new ReporterStore(),
    lists: new MailingListStore(),
    suppressions: new SuppressionStore(),
    departures: new DepartureStore(),
  };
  const press = {
    ...parts,
    accreditations: new AccreditationStore(),
    accreditationRules: rules.accreditation,
    matterLines: new LinesOfMatters(matters),
  };
  return {
    showAccreditations: new ShowAccreditations(press),
    checkAccreditation: new CheckAccreditation(press),
    show: new ShowMedia(parts),
    saveOutlet: new SaveOutlet(parts),
    saveReporter: new SaveReporter(parts),
    saveList: new SaveMailingList(parts),
    importMedia: new ImportMedia(parts),
    suppress: new SuppressAddress(parts, [new CancelUnsent(audit)]),
    lift: new LiftSuppression(parts),
    leave: new LeaveList({ ...parts, tell }),
    tell,
  };
};

export const mediaProviders = (cases: MediaCases): readonly Provider[] => [
  { provide: ShowAccreditations, useValue: cases.showAccreditations },
  { provide: CheckAccreditation, useValue: cases.checkAccreditation },
  { provide: ShowMedia, useValue: cases.show },
  { provide: SaveOutlet, useValue: cases.saveOutlet },
  { provide: SaveReporter, useValue: cases.saveReporter },
  { provide: SaveMailingList, useValue: cases.saveList },
  { provide: ImportMedia, useValue: cases.importMedia },
  { provide: SuppressAddress, useValue: cases.suppress },
  { provide: LeaveList, useValue: cases.leave },
  { provide: LiftSuppression, useValue: cases.lift },
];
