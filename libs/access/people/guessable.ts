/** Words with which people begin when they are asked for a password; our own list. A city adds its own (`access.commonPasswords`). */
const roots = [
  ...[
    'password',
    'passwd',
    'passw0rd',
    'p@ssw0rd',
    'p@ssword',
    'admin',
    'administrator',
    'root',
    'user',
    'guest',
  ],
  ...['welcome', 'letmein', 'login', 'master', 'secret', 'changeme', 'default', 'test', 'temp', 'iloveyou'],
  ...[
    'woaini',
    'zhengfu',
    'zhongguo',
    'beijing',
    'mima',
    'kouling',
    'koujing',
    'gov',
    'wang',
    '密码',
    '口令',
    '政府',
  ],
  ...['中国', '口径', '管理员'],
].toSorted((a, b) => b.length - a.length);

/** Rows of a keyboard and of the alphabet, read either way. */
const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()',
  '1qaz2wsx3edc',
];
const runs = rows.flatMap((row) => [row, [...row].toReversed().join('')]);

/** Three signs in a row are a run; two happen in any word. */
const leastRun = 3;

/** What a run of a row leaves of the text. */
const withoutRuns = (text: string): string => {
  let left = '';
  for (let at = 0; at < text.length;) {
    const longest = Math.max(...runs.map((row) => runAt(row, text, at)));
    if (longest >= leastRun) at += longest;
    else left += text[at++];
  }
  return left;
};

const runAt = (row: string, text: string, at: number): number => {
  let length = 0;
  while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length += 1;
  return length;
};

/** A single sign is no word. */
const leastWord = 2;

/** 滨海市 is said 滨海 too, and 滨海市水务局 水务局. */
const placeless = (name: string): readonly string[] => {
  const [, place = '', kind = '', rest = ''] = /^(.{2,}?)([省市区县州])(.*)$/u.exec(name) ?? [];
  return place === '' ? [name] : [name, place, `${place}${kind}`, rest];
};

/** What must be left when everything that is guessed first is taken away. */
const leastLeft = 4;

/**
 * True of what is guessed first: common words, runs of keys, one piece again and again, years. No rule of signs: a long
 * text of small letters is a good password (ASVS 6.2.5), and `Passw0rd!2026` is none. A good one refused costs a minute, a
 * bad one taken a press office; where both are possible this refuses.
 * @param own words of this city: its name, its organs' names
 */
export const isGuessable = (password: string, own: readonly string[] = []): boolean => {
  const text = password.normalize('NFKC').toLowerCase();
  const once = text.replace(/(.{1,4}?)\1{2,}/gu, '$1');
  const words = own.flatMap(placeless).map((word) => word.normalize('NFKC').toLowerCase());
  const longestFirst = [...roots, ...words.filter((word) => word.length >= leastWord)].toSorted(
    (a, b) => b.length - a.length,
  );
  const unnamed = longestFirst.reduce((left, word) => left.replaceAll(word, ''), once);
  const undated = unnamed.replace(/(?:19|20)\d\d(?:[01]\d)?(?:[0-3]\d)?/gu, '');
  return new Set(withoutRuns(undated)).size < leastLeft;
};
