/** What nodemailer's errors tell; its types do not. */
export const mailErrorOf = (error: unknown): { code?: string; responseCode?: number; message: string } => {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { code, responseCode, message } = error as {
    code?: unknown;
    responseCode?: unknown;
    message?: unknown;
  };
  return {
    message: typeof message === 'string' ? message : 'unknown failure',
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
  };
};
