import { hasRole, useSession } from '../../api/session.js';

/** The office writes the register; the server says the last word. */
export const useMayEdit = (): boolean => {
  const session = useSession().data;
  return hasRole(session, 'coordinator') || hasRole(session, 'administrator');
};
