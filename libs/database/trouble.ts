/** What ails the place where everything is kept; null for a mistake of our own. */
export type Trouble = 'away' | 'contended' | 'full' | 'readOnly' | 'broken';

/** SQLSTATE (PostgreSQL, appendix A) and the operating system's codes. */
const known: Readonly<Record<string, Trouble>> = {
  ...{ ECONNREFUSED: 'away', ECONNRESET: 'away', EPIPE: 'away', ETIMEDOUT: 'away', ENOTFOUND: 'away' },
  ...{ EAI_AGAIN: 'away', EHOSTUNREACH: 'away', ENETUNREACH: 'away' },
  // Class 08, the administrator's or a crash's shutdown, still starting, no place left for one more connection.
  ...{ '08000': 'away', '08001': 'away', '08003': 'away', '08004': 'away', '08006': 'away' },
  ...{ '57P01': 'away', '57P02': 'away', '57P03': 'away', '53300': 'away' },
  // Two who wait for each other: the server lets one of them go, with nothing done.
  '40P01': 'contended',
  ...{ ENOSPC: 'full', EDQUOT: 'full', '53100': 'full' },
  ...{ EROFS: 'readOnly', '25006': 'readOnly' },
  ...{ EIO: 'broken', '58030': 'broken' },
};

/** The driver gives these no code. */
const unnamed =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/u;

export const troubleOf = (error: unknown): Trouble | null => {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return known[String(code)] ?? (unnamed.test(String(message)) ? 'away' : null);
};
