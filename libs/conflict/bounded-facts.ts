import { extractFacts, type Fact } from './facts/index.js';
import type { ReleaseText } from './release-text.js';

/** What comes later in a release is an annex; the worse mistake is a gate that hangs on one pasted table. */
const READ_LENGTH = 10_000;
/** A longer title is a text in the wrong place, and its head is all that is read. */
const READ_TITLE = 1_000;
/** Facts are compared each with each (`fact-budget.ts`). */
const MOST_FACTS = 300;

/** The head of a release, which alone is read for facts. */
export const readPart = (release: ReleaseText): ReleaseText =>
  release.title.length > READ_TITLE
    ? { ...release, title: release.title.slice(0, READ_TITLE), body: '' }
    : release.body.length <= READ_LENGTH
      ? release
      : { ...release, body: release.body.slice(0, READ_LENGTH) };

/** Facts of the head of a release; offsets count in the whole text. */
export const boundedFacts = (release: ReleaseText, areas: readonly string[] = []): readonly Fact[] =>
  extractFacts(readPart(release), areas).slice(0, MOST_FACTS);
