import { whereOf } from './docx-stories.js';
import { type TracePlace } from './trace.api.js';
import { tracePlaceWords } from './trace-words.api.js';

/** Where something stands in a document, in words. */
export interface Place {
  readonly zh: string;
  readonly en: string;
}

const body: Place = { zh: '正文', en: 'body' };

export const placeOf = (where: TracePlace | undefined): Place =>
  where === undefined ? body : tracePlaceWords[where];

const others: readonly (readonly [RegExp, Place])[] = [
  [/^word\/document\./u, body],
  [/^word\/styles\./u, { zh: '样式', en: 'styles' }],
  [/^word\/numbering\./u, { zh: '编号', en: 'numbering' }],
  [/^word\/theme\//u, { zh: '主题', en: 'theme' }],
];

/** Of a part, or of the relations of a part. */
export const partPlace = (name: string): Place => {
  const part = name.replace('_rels/', '').replace(/\.rels$/u, '');
  const where = whereOf(part);
  if (where !== undefined) return tracePlaceWords[where];
  return others.find(([pattern]) => pattern.test(part))?.[1] ?? { zh: `部件 ${part} `, en: `part ${part}` };
};
