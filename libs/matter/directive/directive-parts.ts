import type { PersonStore } from '@koujing/access';
import type { Notifier } from '@koujing/notify';
import type { ReleaseStore } from '@koujing/release';
import type { MatterParts } from '../matter-parts.js';
import type { OpenMatter } from '../open-matter.js';
import type { StateLine } from '../state-line.js';
import type { DirectiveClocks } from './directive-clocks.js';
import type { DirectiveStore } from './directive-store.sql.js';

/** What the verbs of directives work with. */
export interface DirectiveParts extends Pick<
  MatterParts,
  'database' | 'matters' | 'matterFollowers' | 'organs' | 'audit' | 'clock'
> {
  readonly directives: DirectiveStore;
  readonly clocks: DirectiveClocks;
  readonly releases: ReleaseStore;
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly openMatter: OpenMatter;
  readonly stateLine: StateLine;
}
