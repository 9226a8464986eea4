import type { Queries } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import type { NumberStanding } from './plan.api.js';

export interface NumberedConference {
  readonly number: string;
  readonly conferenceId: string;
  readonly theme: string;
  /** Everyone whose business it is. */
  readonly organIds: readonly OrganId[];
  readonly standing: NumberStanding;
}

/** Port, implemented by libs/conference: the conferences that were ever approved under these numbers. */
export interface ConferenceRegister {
  numbered(queries: Queries, numbers: readonly string[]): Promise<readonly NumberedConference[]>;
}

/** It took place, or may. */
export const stands = ({ standing }: Pick<NumberedConference, 'standing'>): boolean =>
  standing === 'approved' || standing === 'held';
