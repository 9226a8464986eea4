import { accessRefusal, inOffice, may, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { Account } from './account.js';

type Owned = Pick<Account, 'organId'>;

/** Looks at it, lets it send again, authorises it: the office's administrator or coordinator, or its organ's administrator. */
export const mayRunAccount = (actor: Actor, { organId }: Owned): readonly Reason[] =>
  inOffice(actor, 'administrator') || inOffice(actor, 'coordinator')
    ? []
    : organId === null
      ? [accessRefusal.lacksRole('administrator')]
      : may(actor, 'administrator', organId);

/** Its settings and credentials: the administrators alone; the city's own are the office's (Art.4). */
export const mayKeepAccount = (actor: Actor, { organId }: Owned): readonly Reason[] =>
  inOffice(actor, 'administrator')
    ? []
    : organId === null
      ? [accessRefusal.lacksRole('administrator')]
      : may(actor, 'administrator', organId);
