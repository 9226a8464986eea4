import type { AmissFile, Survey } from '@koujing/channel';
import { amissFile } from './amiss-file.js';
import type { Part } from './part.js';
import type { PortalAttempt } from './portal-publish.js';
import type { PublishedIndex } from './published-index.js';
import { renderPart } from './render-part.js';
import { formOf } from './site-form.js';
import { nameOfPart } from './survey-parts.js';

type Site = Pick<PortalAttempt, 'settings' | 'ports'>;

/** How often a part is read anew because somebody wrote meanwhile; reading one takes some milliseconds. */
const tries = 5;

/**
 * Which of these parts stand otherwise than the index says. Nobody is held up for it: a part is amiss only if nothing was owed from
 * before it was read until after; of what was being written all the while nothing is said.
 */
export const judgeParts = async (
  parts: readonly Part[],
  site: Site,
  index: PublishedIndex,
): Promise<Pick<Survey, 'looked' | 'amiss'>> => {
  const looked: string[] = [];
  const amiss: AmissFile[] = [];
  for (const part of parts) {
    const judged = await judge(part, site, index);
    if (judged === null) continue;
    looked.push(nameOfPart(part));
    amiss.push(...judged);
  }
  return { looked, amiss };
};

/** Null where it could not be judged. */
const judge = async (part: Part, site: Site, index: PublishedIndex): Promise<readonly AmissFile[] | null> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const before = await stillness(site, index);
    const amiss = await filesAmiss(part, site, index);
    // What stands as it should was read at one moment or another: it needs no stillness.
    if (amiss.length === 0) return [];
    if (before !== null && before === (await stillness(site, index))) return amiss;
  }
  return null;
};

/**
 * Where the journal stands, or null while something is owed or another form is the site's: every writer owes before it writes, and
 * strikes out after.
 */
const stillness = async ({ settings }: Site, index: PublishedIndex): Promise<number | null> => {
  const turn = await index.turn();
  const isWritten = (await index.owed(1)).length === 0 && (await index.form()) === (await formOf(settings));
  return isWritten ? turn : null;
};

const filesAmiss = async (
  part: Part,
  { settings, ports: { files } }: Site,
  index: PublishedIndex,
): Promise<readonly AmissFile[]> => {
  const amiss: AmissFile[] = [];
  for (const [path, content] of await renderPart(part, settings, index)) {
    // A file that should not be there is a stray, and found as one.
    if (content === null) continue;
    const stands = await files.read(settings.root, path);
    const wanted = Buffer.from(content);
    if (stands === null || !wanted.equals(stands))
      amiss.push(amissFile(part, path, { wanted, stands }, settings));
  }
  return amiss;
};
