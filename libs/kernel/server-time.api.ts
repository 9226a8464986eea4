/** The header in which every answer of the API tells the city's hour, ISO 8601: a PC's own clock may be wrong. */
export const serverTimeHeader = 'x-server-time';
