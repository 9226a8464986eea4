import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { Release, ReleaseVersion } from './release.js';

/** Port, implemented by libs/content: what the content still lacks before reviewers may be asked to read it (Art.12–14). */
export interface SubmissionCheck {
  reasons(queries: Queries, release: Release, version: ReleaseVersion): Promise<readonly Reason[]>;
}
