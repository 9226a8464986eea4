/** Every POST, PUT and DELETE but the sign-in carries the session's `csrf` in this header. */
export const csrfHeader = 'x-koujing-csrf';
