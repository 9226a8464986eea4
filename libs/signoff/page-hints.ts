import type { Queries } from '@koujing/database';
import { ownWordsOf, type AttachmentStore, type FileTraces, type ReleaseVersion } from '@koujing/release';
import { type Trace } from '../block/trace.api.js';
import { tracePlaceWords, traceWords } from '../block/trace-words.api.js';
import { scanForSecrets, scanTrace } from './sensitive-scan.js';
import type { HintView } from './signoff.api.js';

/** A file with more of them is a list of persons: the reviewer opens it. */
const mostPerFile = 50;

/**
 * Hints for the confidentiality review (Art.14(b)) over all that goes out or came with it: the text, its summary, what
 * single channels get instead of it, the attachments, and what files said beside their content.
 */
export const hintsOf = async (
  attachments: AttachmentStore,
  queries: Queries,
  { version, traces }: { readonly version: ReleaseVersion; readonly traces: readonly FileTraces[] },
): Promise<HintView[]> => {
  const digests = version.attachments.map(({ sha256 }) => sha256);
  const documents = await attachments.documents(queries, digests);
  return [
    ...scanForSecrets(`${version.title}\n${version.plain}`),
    ...scanForSecrets(version.summary, { zh: '摘要', en: 'summary' }),
    ...Object.values(version.overrides).flatMap((words) =>
      scanForSecrets(Object.values(ownWordsOf(words)).join('\n'), {
        zh: '渠道专用文本',
        en: 'text for one channel',
      }),
    ),
    ...version.attachments.flatMap(({ sha256, name }) => [
      ...scanForSecrets(name, { zh: '附件名', en: 'name of an attachment' }),
      ...scanForSecrets(
        documents.get(sha256)?.text ?? '',
        { zh: `附件《${name}》`, en: `attachment "${name}"` },
        mostPerFile,
      ),
    ]),
    ...traces.flatMap(({ file, picture, traces: found }) =>
      found
        .flatMap((trace) => scanTrace(trace.text, placeOf(file, picture, trace), mostPerFile))
        .slice(0, mostPerFile),
    ),
  ];
};

const placeOf = (file: string, picture: boolean, { kind, where }: Trace): NonNullable<HintView['place']> => {
  const [zh, en] = picture
    ? [`图片“${file}”`, `picture "${file}"`]
    : [`导入文件《${file}》`, `imported "${file}"`];
  const part = where === undefined ? { zh: '', en: '' } : tracePlaceWords[where];
  return {
    zh: `${zh}的${part.zh}${traceWords[kind].zh}`,
    en: `${en}: ${[part.en, traceWords[kind].en].filter((word) => word !== '').join(', ')}`,
  };
};
