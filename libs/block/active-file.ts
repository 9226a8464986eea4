import { unzipSync } from 'fflate';
import type { Reason } from '@koujing/kernel';
import { activeInPdf, type InPdf } from './active-pdf.js';

type InFile = InPdf | 'macro';

const words: Readonly<Record<Exclude<InFile, 'sealed'>, readonly [zh: string, en: string]>> = {
  script: ['脚本', 'a script'],
  launch: ['启动程序的动作', 'an action that starts a program'],
  file: ['嵌入的文件', 'an embedded file'],
  media: ['嵌入的多媒体', 'embedded media'],
  form: ['会送出或读入数据的表单', 'a form that sends or reads data'],
  macro: ['宏或控件', 'macros or controls'],
};

const begins = (bytes: Uint8Array, magic: string): boolean =>
  Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic;

/** Why a file that is handed on as it came is not taken: opened, it would run something, or nobody can look inside. */
export const activeFile = (bytes: Uint8Array, field: string): readonly Reason[] => {
  const found = inFile(bytes);
  const active = found.flatMap((what) => (what === 'sealed' ? [] : [words[what]]));
  return [
    ...(active.length > 0 ? [holdsActive(field, active)] : []),
    ...(found.includes('sealed') ? [isSealed(field)] : []),
  ];
};

const inFile = (bytes: Uint8Array): readonly InFile[] => {
  if (begins(bytes, '%PDF-')) return activeInPdf(bytes);
  if (begins(bytes, 'PK\u0003\u0004')) return activeInZip(bytes);
  if (begins(bytes, '\u00d0\u00cf\u0011\u00e0')) return activeInCompound(bytes);
  return [];
};

/** Word, WPS and slides: by the names of the parts, unpacked by nobody. */
const activeInZip = (bytes: Uint8Array): readonly InFile[] => {
  const parts: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        parts.push(name);
        return false;
      },
    });
  } catch {
    return ['sealed'];
  }
  const macro = parts.some((name) => /(?:^|\/)(?:vbaProject\.bin$|activeX\/|vbaData\.xml$)/iu.test(name));
  const object = parts.some((name) => /(?:^|\/)embeddings\/[^/]*\.bin$/iu.test(name));
  return [...(macro ? (['macro'] as const) : []), ...(object ? (['file'] as const) : [])];
};

/** Before 2007, and whatever Office has put a password on: the names of its streams stand in the directory in UTF-16. */
const activeInCompound = (bytes: Uint8Array): readonly InFile[] => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => file.includes(Buffer.from(name, 'utf16le'));
  return [
    ...(holds('_VBA_PROJECT') ? (['macro'] as const) : []),
    ...(holds('Ole10Native') ? (['file'] as const) : []),
    ...(holds('EncryptedPackage') ? (['sealed'] as const) : []),
  ];
};

const holdsActive = (field: string, found: readonly (readonly [string, string])[]): Reason => ({
  code: 'activeFile',
  message: `文件含有${found.map(([zh]) => zh).join('、')}，打开时可能运行，不予接收。请另存为不带这些内容的文件（例如“打印”成 PDF）。`,
  messageEn: `The file holds ${found.map(([, en]) => en).join(', ')} and might run something when it is opened; save it without, for example by printing it to a PDF.`,
  field,
  allowed: 'no scripts, programs, macros or embedded files',
});

const isSealed = (field: string): Reason => ({
  code: 'sealedFile',
  message: '文件加了密，或者内部无法查看，不予接收。请去掉密码和权限限制，另存后再上传。',
  messageEn: 'The file is encrypted or cannot be looked into; save it without a password or restrictions.',
  field,
  allowed: 'no encryption',
});
