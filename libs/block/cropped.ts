import { attributeOf } from './xml-text.js';

const edges = ['l', 't', 'r', 'b', 'cropleft', 'croptop', 'cropright', 'cropbottom'];

/** Pictures that show less than the file holds (`a:srcRect` of a drawing, `crop…` of an older shape), by their names. */
export const croppedPictures = (xml: string): readonly string[] => {
  const found = new Set<string>();
  let named = '';
  for (const [tag, name] of xml.matchAll(/<(?:\w+:)?(docPr|srcRect|imagedata)\s[^<>]*>/gu))
    if (name === 'docPr') named = attributeOf(tag, 'name') ?? '';
    else if (edges.some((edge) => Number.parseFloat(attributeOf(tag, edge) ?? '') > 0))
      found.add(name === 'imagedata' ? (attributeOf(tag, 'title') ?? '') : named);
  return [...found].map(
    (name) =>
      `${name === '' ? '图片 picture' : name}（裁去的部分仍在文件里 the cut-away part is still in the file）`,
  );
};
