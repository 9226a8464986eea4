const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator makes of the key that is shown, however it is grouped (RFC 4648, 6). */
export const bytesOfKey = (key: string): Buffer => {
  const bits = [...key.replaceAll(' ', '')]
    .map((sign) => signs.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((eight) => Number.parseInt(eight, 2)));
};
