/** RFC 5987: also what `encodeURIComponent` leaves and a header may not hold. */
export const percentEncoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A header that makes a download of it under any name at all (RFC 6266); no browser of today needs the ASCII name. */
export const downloadAs = (name: string): string => `attachment; filename*=UTF-8''${percentEncoded(name)}`;
