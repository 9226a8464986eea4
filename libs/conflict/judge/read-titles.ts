import type { TitleReader } from '@koujing/incident';
import { civilTime } from '@koujing/kernel';
import { profileOf } from '../same-matter/profile.js';
import { aboutOf, isAbout } from './on-matter.js';

/** Tells whether a text is on an incident by the words that find the matter of a release. */
export class ReadTitles implements TitleReader {
  isAbout(title: string, { at, ...text }: Parameters<TitleReader['isAbout']>[1]): boolean {
    const publishedAt = civilTime(at);
    const matter = aboutOf({ id: 'incident', owner: text.organ, title, openedAt: publishedAt });
    return isAbout(matter, profileOf({ id: 'asked', ...text, publishedAt }));
  }
}
