import type { Provider } from '@nestjs/common';
import {
  AddPerson,
  BreakGlassStore,
  ChangePassword,
  ChangeStore,
  DecideChange,
  ExportRecord,
  FactorStore,
  IssueKey,
  KeepDevices,
  KeepFactor,
  KeyStore,
  LetIn,
  LinkAccount,
  OrganAccountStore,
  PeopleRegister,
  ProposeChange,
  ReadKey,
  StillIn,
  ReadSession,
  RequestLimit,
  RequestOnce,
  RequestOnceStore,
  ResetFactor,
  ResetPassword,
  RetirePerson,
  RevisePerson,
  RevokeKey,
  ShowChanges,
  ShowKeys,
  ShowPeople,
  ShowRecord,
  SignIn,
  SignInWithAccount,
  StepUp,
  type AccessParts,
  type AccessPolicy,
  type IdentityProvider,
  type Notices,
  type Sealer,
} from '@koujing/access';
import { AuditReading, CheckChain } from '@koujing/audit';
import { SystemClock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';

export type AccessCases = ReturnType<typeof accessCasesOf>;

/** Asks nobody for more than a password, and no administrator for a second one: demonstrations and tests. */
const openPolicy: AccessPolicy = { secondFactor: [], singleAdministrator: true };

/** Who signs in, and the record of who did what. */
export const accessCasesOf = (
  given: Omit<AccessParts, 'factors' | 'policy'> & {
    readonly organs: OrganStore;
    readonly notifier: Notices;
    readonly box: Sealer;
    readonly commonPasswords?: ReadonlySet<string>;
    readonly cityNames?: readonly string[];
    readonly access?: AccessPolicy;
    readonly requestsPerMinute?: number;
    readonly provider?: IdentityProvider | null;
  },
) => {
  const parts = { ...given, factors: new FactorStore(given.box), policy: given.access ?? openPolicy };
  const record = { ...parts, reading: new AuditReading(), check: new CheckChain(parts) };
  const showRecord = new ShowRecord(record);
  const keeping = { ...parts, register: new PeopleRegister() };
  const { provider = null } = given;
  const organAccounts = new OrganAccountStore();
  const changing = {
    ...{ ...keeping, changes: new ChangeStore(), keys: new KeyStore() },
    ...{ organAccounts, organIssuer: provider?.issuer ?? null },
  };
  const propose = new ProposeChange(changing);
  const decideChange = new DecideChange(changing);
  const keys = { issue: new IssueKey(changing, propose), revoke: new RevokeKey(changing) };
  const people = {
    add: new AddPerson(changing, propose),
    revise: new RevisePerson(changing, propose),
    retire: new RetirePerson(keeping),
    reset: new ResetPassword(changing, propose),
    resetFactor: new ResetFactor(changing, propose),
    link: new LinkAccount(changing, propose),
  };
  const sessions = new ReadSession(parts);
  const readKey = new ReadKey(changing);
  // What the machine can bear is counted by the machine's time: a city's clock may stand still.
  const limit = new RequestLimit(new SystemClock(), given.requestsPerMinute);
  return {
    keepPeople: { ...people, show: new ShowPeople({ ...changing, ...people }) },
    keepKeys: { ...keys, show: new ShowKeys({ ...changing, issue: keys.issue, revoke: keys.revoke }) },
    decideChange,
    showChanges: new ShowChanges(changing, decideChange),
    readKey,
    letIn: new LetIn({ sessions, keys: readKey, limit }),
    stillIn: new StillIn(changing),
    requestOnce: new RequestOnce({ ...parts, requests: new RequestOnceStore() }),
    keepFactor: new KeepFactor(parts),
    keepDevices: new KeepDevices(keeping),
    changePassword: new ChangePassword(keeping),
    signIn: new SignIn({ ...parts, breakGlass: new BreakGlassStore() }),
    signInWithAccount: new SignInWithAccount({ ...parts, organAccounts, provider }),
    stepUp: new StepUp(parts),
    readSession: sessions,
    showRecord,
    exportRecord: new ExportRecord(record, showRecord),
  };
};

export const accessProviders = (cases: AccessCases): readonly Provider[] => [
  { provide: SignIn, useValue: cases.signIn },
  { provide: SignInWithAccount, useValue: cases.signInWithAccount },
  { provide: LinkAccount, useValue: cases.keepPeople.link },
  { provide: StepUp, useValue: cases.stepUp },
  { provide: IssueKey, useValue: cases.keepKeys.issue },
  { provide: RevokeKey, useValue: cases.keepKeys.revoke },
  { provide: ShowKeys, useValue: cases.keepKeys.show },
  { provide: LetIn, useValue: cases.letIn },
  { provide: StillIn, useValue: cases.stillIn },
  { provide: RequestOnce, useValue: cases.requestOnce },
  { provide: KeepFactor, useValue: cases.keepFactor },
  { provide: KeepDevices, useValue: cases.keepDevices },
  { provide: ReadSession, useValue: cases.readSession },
  { provide: ChangePassword, useValue: cases.changePassword },
  { provide: AddPerson, useValue: cases.keepPeople.add },
  { provide: RevisePerson, useValue: cases.keepPeople.revise },
  { provide: RetirePerson, useValue: cases.keepPeople.retire },
  { provide: ResetPassword, useValue: cases.keepPeople.reset },
  { provide: ResetFactor, useValue: cases.keepPeople.resetFactor },
  { provide: DecideChange, useValue: cases.decideChange },
  { provide: ShowChanges, useValue: cases.showChanges },
  { provide: ShowPeople, useValue: cases.keepPeople.show },
  { provide: ShowRecord, useValue: cases.showRecord },
  { provide: ExportRecord, useValue: cases.exportRecord },
];
