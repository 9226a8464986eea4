import type { Reason } from '@koujing/kernel';
import { unzipSync } from 'fflate';
import { isText } from './docx-parts.js';
import { whereOf, xmlOf, type DocxParts } from './docx-stories.js';
import { internalTraces } from './docx-traces.js';
import { fieldsIn, holdsFieldData, isUnreadField } from './fields.js';
import { isPublicLink, outsideLinks, pathsInFields, pathsInTags } from './machine-path.js';
import { partPlace, placeOf, type Place } from './part-place.js';
import { goesOut, isForeign, type PublicMarkup } from './public-parts.js';
import { type Trace } from './trace.api.js';
import { traceWords } from './trace-words.api.js';
import { told } from './trace.js';
import { attributeOf } from './xml-text.js';

/** A clerk takes out twenty and tries again; a thousand lines help nobody. */
const mostReasons = 20;

interface Document {
  readonly bytes: Uint8Array;
  readonly parts: DocxParts;
  /** As it would go out. */
  readonly markup: readonly PublicMarkup[];
}

/** What only a person can take out of a document that is to be public; every part that goes out is searched. */
export const publicReasons = ({ bytes, parts, markup }: Document, field: string): readonly Reason[] => {
  const known = internalTraces(parts);
  const texts = markup.filter(({ name }) => !name.endsWith('.rels'));
  return [
    ...known.map((trace) => stillInside(trace, placeOf(trace.where), field)),
    ...texts.flatMap((part) => wordlessChanges(part, known, field)),
    ...markup.flatMap(({ name, xml }) => {
      const links = name.endsWith('.rels') ? outsideLinks(xml).filter((link) => !isPublicLink(link)) : [];
      const targets = [...links.map(({ target }) => target), ...pathsInFields(xml), ...pathsInTags(xml)];
      return [...new Set(targets)].map((target) => outside(target, partPlace(name), field));
    }),
    ...texts.flatMap((part) => unreadData(part, field)),
    ...strangeMarkup(parts).map((name) => strange(name, field)),
    ...foreignParts(bytes).map((name) => foreign(name, field)),
  ].slice(0, mostReasons);
};

/** A change of format, of a style or of an empty line has no words, and still names its author. */
const wordlessChanges = (
  { name, xml }: PublicMarkup,
  known: readonly Trace[],
  field: string,
): readonly Reason[] => {
  // Tag by tag: one pattern for a tag with an author would try every blank of it anew.
  const authors = [...xml.matchAll(/<[^<>]+>/gu)].flatMap(([tag]) => attributeOf(tag, 'author') ?? []);
  const where = whereOf(name);
  return [...new Set(authors)]
    .slice(0, mostReasons)
    .filter((author) => !known.some((trace) => trace.where === where && trace.text.startsWith(author)))
    .flatMap((author) => told('trackedChange', `${author}（格式或空行 format or empty line）`))
    .map((trace) => stillInside(trace, partPlace(name), field));
};

const unreadData = ({ name, xml }: PublicMarkup, field: string): readonly Reason[] => {
  const fields = fieldsIn(xml).filter(isUnreadField);
  const named = fields.map((instruction) => `${[...instruction].slice(0, 40).join('')}…`);
  return [...new Set([...named, ...(holdsFieldData(xml) ? ['fldData'] : [])])].map((what) =>
    unread(what, partPlace(name), field),
  );
};

/** Office programs write neither; a reader would not see what stands in them, and we would not see where a tag ends. */
const strangeMarkup = (parts: DocxParts): readonly string[] =>
  Object.keys(parts).filter((name) => {
    if (!goesOut(name) || !isText(name)) return false;
    const xml = xmlOf(parts, name);
    return xml.includes('<!') || [...xml.matchAll(/<[^<>]+>/gu)].some(([tag]) => isCut(tag));
  });

/** A sign `>` inside a value, which XML allows and no office program writes. */
const isCut = (tag: string): boolean => /["']/u.test(tag.replace(/"[^"]*"|'[^']*'/gu, ''));

const foreignParts = (bytes: Uint8Array): readonly string[] => {
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      if (isForeign(name)) names.push(name);
      return false;
    },
  });
  return names;
};

const stillInside = ({ kind, text }: Trace, place: Place, field: string): Reason => ({
  code: 'internalText',
  message: `文件${kind === 'comment' ? '' : `的${place.zh}`}里还有${traceWords[kind].zh}：“${text}”。附件将公开供下载，${remedy(kind).zh}。`,
  messageEn: `${traceWords[kind].en} is still in the file (${kind === 'comment' ? 'remarks' : place.en}): "${text}". The attachment will be public; ${remedy(kind).en}.`,
  field,
});

const remedy = (kind: Trace['kind']): { readonly zh: string; readonly en: string } =>
  kind === 'crop'
    ? {
        zh: '请先在 Word 或 WPS 的“压缩图片”中勾选“删除图片的剪裁区域”',
        en: 'delete the cropped areas with "Compress Pictures" first',
      }
    : { zh: '请先在 Word 或 WPS 中清除', en: 'take it out first' };

const outside = (target: string, place: Place, field: string): Reason => ({
  code: 'outsideLink',
  message: `文件的${place.zh}里有指向本机、内网或外部文件的链接：“${target}”。请在 Word 或 WPS 中取消该链接，或将图片改为嵌入。`,
  messageEn: `The ${place.en} links to a file outside the document: "${target}". Take the link out, or embed the picture.`,
  field,
  allowed: 'http://, https://, mailto:, tel:',
});

const unread = (what: string, place: Place, field: string): Reason => ({
  code: 'unreadData',
  message: `文件的${place.zh}里有加载项或旧格式写入、读者看不到的域数据（${what}）。请在 Word 或 WPS 中全选后按 Ctrl+Shift+F9，将域转为文字。`,
  messageEn: `The ${place.en} holds data of a field that no reader sees (${what}). Select all and press Ctrl+Shift+F9, so that fields become text.`,
  field,
});

const strange = (name: string, field: string): Reason => ({
  code: 'strangeMarkup',
  message: `文件的部件 ${name} 里有看不见的 XML 注释或不规范的标记，请用 Word 或 WPS 打开后另存为新的 .docx。`,
  messageEn: `The part ${name} holds XML comments that nobody sees, or markup that is out of order; open the file in Word or WPS and save it anew.`,
  field,
});

const foreign = (name: string, field: string): Reason => ({
  code: 'foreignPart',
  message: `文件里有嵌入的宏、对象、图表或字体（${name}），公开的附件不能带有这些：请将图表改为图片，并另存为普通的 .docx。`,
  messageEn: `The file holds a macro, an object, a chart or a font (${name}); a public attachment may hold none.`,
  field,
  allowed: 'text and pictures',
});
