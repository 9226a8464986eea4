import type { SessionView } from '../api/contract.js';

/** Who reads over the whole city: the office and the city-wide roles. */
export const seesCity = ({ roles }: SessionView): boolean =>
  roles.some(({ role, organId }) => organId === null || role === 'coordinator' || role === 'administrator');
