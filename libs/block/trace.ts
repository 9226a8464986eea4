import type { Trace, TraceKind, TracePlace } from './trace.api.js';

/** A reviewer reads what is told; a whole draft of hidden text is told by its beginning. */
const longest = 1_000;
/** More of them are an album of remarks: the reviewer opens the file. */
const most = 100;

/** What PostgreSQL's jsonb refuses: a forged or broken file must not become an error 500. */
const unstorable = /[\0\p{Cs}]/gu;

/** A trace of this text, cut by whole characters; none where the text says nothing. */
export const told = (kind: TraceKind, text: string, where?: TracePlace): readonly Trace[] => {
  // Cut twice: a file can hold megabytes of one text, and the first cut may halve a pair, which is then dropped.
  const head = text.trim().slice(0, longest * 4);
  const characters = [...head.replaceAll(unstorable, '')];
  if (characters.length === 0) return [];
  return [
    {
      kind,
      text: characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join(''),
      ...(where === undefined ? {} : { where }),
    },
  ];
};

/** Each said once, and no more of them than a person reads. */
export const distinct = (traces: readonly Trace[]): readonly Trace[] =>
  [...new Map(traces.map((trace) => [JSON.stringify(trace), trace])).values()].slice(0, most);
