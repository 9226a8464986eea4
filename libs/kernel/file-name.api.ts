/** What is wrong with a file's name, and what is allowed instead. */
export interface NameFault {
  readonly message: string;
  readonly messageEn: string;
  readonly allowed: string;
}

/** Longer ones are cut by file systems, and then lose their ending. */
export const FILE_NAME_MAX = 120;

/** Controls, halves of pairs, and what is not seen or turns the text round: `通知\u202Excod.exe` reads 通知exe.docx. */
const unseen =
  /[\p{Cc}\p{Cs}\u{AD}\u{61C}\u{180E}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}]/gu;
/** Separators of paths, and what Windows takes in no name. */
const forbidden = /[\\/"<>|:*?]/u;
/** Devices of Windows, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/iu;

/** Names that the public's computers can keep and show as they are; null if it is one. */
export const fileNameFault = (name: string): NameFault | null => {
  const fault = (zh: string, en: string, allowed: string): NameFault => ({
    message: `文件名“${shownName(name)}”${zh}。`,
    messageEn: `The file name "${shownName(name)}" ${en}.`,
    allowed,
  });
  const hidden = name.match(unseen)?.[0];
  if (hidden !== undefined)
    return fault(
      `含有看不见或改变文字方向的字符 ${codePoint(hidden)}`,
      `holds ${codePoint(hidden)}, which is unseen or turns the text round`,
      '可见字符 visible characters',
    );
  const sign = forbidden.exec(name)?.[0];
  if (sign !== undefined)
    return fault(`含有 ${sign}`, `holds ${sign}`, String.raw`不含 \ / " < > | : * ? (none of these)`);
  if ([...name].length > FILE_NAME_MAX)
    return fault(
      `有 ${[...name].length} 字，超过 ${FILE_NAME_MAX} 字`,
      `has ${[...name].length} characters`,
      `≤ ${FILE_NAME_MAX}`,
    );
  if (/^[\s.]|[\s.]$/u.test(name) || name === '')
    return fault(
      '以空格或句点开头或结尾，或者是空的',
      'is empty, or begins or ends with a blank or a dot',
      '名称.docx name.docx',
    );
  const device = reserved.exec(name)?.[0];
  return device === undefined
    ? null
    : fault(`是 Windows 的保留名 ${device}`, `is ${device}, a device of Windows`, '其他名称 another name');
};

/** A name as it came, fit to be kept and told: without what is not seen, and of its end where its kind stands. */
export const keptName = (name: string): string =>
  [...name.replaceAll(unseen, '')].slice(-FILE_NAME_MAX).join('');

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** For a message: what is not seen is named, and the rest is cut. */
const shownName = (name: string): string => {
  const shown = [...name]
    .slice(0, 60)
    .map((character) => character.replace(unseen, `〔${codePoint(character)}〕`));
  return shown.join('') + ([...name].length > 60 ? '…' : '');
};
