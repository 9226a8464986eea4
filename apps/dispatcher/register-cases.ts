import type { Provider } from '@nestjs/common';
import {
  BeginBulletin,
  RecordEntry,
  RegisterListing,
  RegisterStore,
  RetireEntry,
  ShowRegisters,
  ShowRelays,
  StoreFile,
} from '@koujing/register';
import type { CityRules } from './city-rules.js';
import { ruleBookOf } from './rule-book.js';
import type { UseCases } from './use-cases.js';

export type RegisterCases = ReturnType<typeof registerCasesOf>;

interface RegisterGround extends Pick<
  UseCases,
  'database' | 'organs' | 'releases' | 'attachments' | 'audit' | 'clock' | 'clocks'
> {
  readonly rules: CityRules;
}

/** The small registers of Art.11, 17, 20, 26, 27, 42, 43 and 46. */
export const registerCasesOf = ({ rules, ...ground }: RegisterGround) => {
  const parts = {
    ...ground,
    entries: new RegisterStore(),
    kinds: rules.organs,
    ruleBook: ruleBookOf(rules),
    deadlines: rules.deadlines,
    startDeadline: ground.clocks.start,
    endDeadline: ground.clocks.end,
  };
  const listing = new RegisterListing();
  const retire = new RetireEntry(parts);
  return {
    retire,
    beginBulletin: new BeginBulletin(parts),
    record: new RecordEntry(parts),
    storeFile: new StoreFile(parts),
    show: new ShowRegisters({ ...parts, listing, retire }),
    relays: new ShowRelays(parts.database, parts.entries, listing),
  };
};

export const registerProviders = (cases: RegisterCases): readonly Provider[] => [
  { provide: RecordEntry, useValue: cases.record },
  { provide: RetireEntry, useValue: cases.retire },
  { provide: StoreFile, useValue: cases.storeFile },
  { provide: ShowRegisters, useValue: cases.show },
  { provide: ShowRelays, useValue: cases.relays },
];
