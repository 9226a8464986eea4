import type { Queries } from '@koujing/database';
import type { ReleaseChange, ReleaseFollower } from '@koujing/release';
import type { SignOffDesk } from './sign-off-desk.js';
import type { TellSigners } from './tell-signers.js';

/** Follows submissions: the first signers of the chain are told at once. */
export class TellOnSubmission implements ReleaseFollower {
  constructor(
    private readonly desk: SignOffDesk,
    private readonly signers: TellSigners,
  ) {}

  async follow(queries: Queries, { kind, release, version }: ReleaseChange): Promise<void> {
    if (kind !== 'submitted') return;
    await this.signers.turns(queries, null, await this.desk.read(queries, release, version));
  }
}
