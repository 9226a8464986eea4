import { attributeOf, unescaped } from './xml-text.js';

const marks = /<(\/?)(?:\w+:)?(p|fldChar|fldSimple|instrText|delInstrText)(?:\s[^<>]*)?>/gu;

/**
 * The instructions of a text's fields (ISO/IEC 29500-1 17.16.5), each by itself: one is cut into several runs, and a
 * field may stand inside another.
 */
export const fieldsIn = (xml: string): readonly string[] => {
  const found: string[] = [];
  const open: string[] = [];
  /** Of runs that no field begins: a paragraph's end ends it. */
  let loose = '';
  let from = 0;
  for (const { index, 0: tag, 1: closes, 2: name } of xml.matchAll(marks)) {
    if (name === 'p') {
      found.push(loose);
      loose = '';
    } else if (name === 'fldSimple') found.push(attributeOf(tag, 'instr') ?? '');
    else if (name === 'fldChar') {
      const kind = attributeOf(tag, 'fldCharType');
      if (kind === 'begin') open.push('');
      else if (kind === 'end') found.push(open.pop() ?? '');
    } else if (closes === '') from = index + tag.length;
    else {
      const text = unescaped(xml.slice(from, index).replace(/<[^<>]*>/gu, ''));
      if (open.length > 0) open.push(`${open.pop() ?? ''}${text}`);
      else loose += text;
    }
  }
  return [...found, ...open, loose].map((field) => field.trim()).filter((field) => field !== '');
};

/** What an add-in keeps in a field (data of a reference manager, with the paths and names of its user), or starts there. */
export const isUnreadField = (instruction: string): boolean => /^(?:ADDIN|DDE|DDEAUTO)\b/iu.test(instruction);

/** Data that Word keeps beside a field in letters that nobody reads; the old form of a link holds its target there. */
export const holdsFieldData = (xml: string): boolean => /<(?:\w+:)?fldData[\s>]/u.test(xml);
