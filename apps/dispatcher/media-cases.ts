import type { Provider } from '@nestjs/common';
import { CancelUnsent } from '@koujing/dispatch';
import {
  AccreditationStore,
  CheckAccreditation,
  ImportMedia,
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
} from '@koujing/media';
import type { CityRules } from './city-rules.js';
import { LinesOfMatters } from './press-desk.js';
import type { UseCases } from './use-cases.js';

export type MediaCases = ReturnType<typeof mediaCasesOf>;

/** The register of the media and its mailings. */
export const mediaCasesOf = (
  { database, audit, clock, matters }: Pick<UseCases, 'database' | 'audit' | 'clock' | 'matters'>,
  rules: CityRules,
) => {
  const parts = {
    ...{ database, audit, clock },
    outlets: new OutletStore(),
    reporters: new ReporterStore(),
    lists: new MailingListStore(),
    suppressions: new SuppressionStore(),
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
  { provide: LiftSuppression, useValue: cases.lift },
];
