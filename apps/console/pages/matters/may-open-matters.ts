import type { SessionView } from '../../api/contract.js';
import { hasRole } from '../../api/session.js';

/** Who may register a matter at all; the server says for which organ. */
export const mayOpenMatters = (session: SessionView | null | undefined): boolean =>
  (['coordinator', 'approver', 'spokesperson', 'drafter'] as const).some((role) => hasRole(session, role));
