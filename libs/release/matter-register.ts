import type { Queries } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';

/** Port, implemented by libs/matter: the matters that a release may be linked to. */
export interface MatterRegister {
  /** Known to the organ: a matter of strangers is not there. A closed one still binds what follows on it. */
  linkable(queries: Queries, matterId: string, organId: OrganId): Promise<boolean>;
}
