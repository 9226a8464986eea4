import type { Provider } from '@nestjs/common';
import {
  DelegateDesk,
  GrantAuthorisation,
  RevokeAuthorisation,
  RevokeDelegation,
  ShowAuthorisations,
  ShowTermDesk,
} from '@koujing/authorisation';
import type { UseCases } from './use-cases.js';

export type AuthorisationCases = ReturnType<typeof authorisationCasesOf>;

/** Who may speak for whom: authorisations of the leaders and delegations of desks. */
export const authorisationCasesOf = (cases: UseCases) => {
  const { authorisationDays, delegationDays } = cases.rules.signOff;
  // Read when they are asked for: an administrator may set them while the house runs.
  const longest = {
    get authorisationDays() {
      return authorisationDays.value;
    },
    get delegationDays() {
      return delegationDays.value;
    },
  };
  const parts = { ...cases, longest };
  const revokeAuthorisation = new RevokeAuthorisation(parts);
  const revokeDelegation = new RevokeDelegation(parts);
  return {
    grant: new GrantAuthorisation(parts),
    revoke: revokeAuthorisation,
    delegate: new DelegateDesk(parts),
    revokeDelegation,
    desk: new ShowTermDesk(parts),
    show: new ShowAuthorisations({ ...parts, revokeAuthorisation, revokeDelegation }),
  };
};

export const authorisationProviders = (cases: AuthorisationCases): readonly Provider[] => [
  { provide: GrantAuthorisation, useValue: cases.grant },
  { provide: RevokeAuthorisation, useValue: cases.revoke },
  { provide: DelegateDesk, useValue: cases.delegate },
  { provide: RevokeDelegation, useValue: cases.revokeDelegation },
  { provide: ShowAuthorisations, useValue: cases.show },
  { provide: ShowTermDesk, useValue: cases.desk },
];
