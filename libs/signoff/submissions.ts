import type { AuditTrail } from '@koujing/audit';
import type { Queries } from '@koujing/database';
import type { Release, ReleaseStore, ReleaseVersion } from '@koujing/release';
import type { Submissions } from './trigger-deadline.js';

/** As the trail has them: every submission stands there with the digest that was handed in. */
export class RecordedSubmissions implements Submissions {
  constructor(
    private readonly audit: Pick<AuditTrail, 'of'>,
    private readonly releases: Pick<ReleaseStore, 'versions'>,
  ) {}

  async firstDeclared(queries: Queries, { id }: Release): Promise<Date | null> {
    const versions = await this.releases.versions(queries, id);
    const declared = new Set(versions.filter(owes).map(({ digest }) => digest));
    const entries = await this.audit.of(queries, 'release', id);
    const first = entries.find(
      ({ action, digest }) => action === 'release.submit' && digest !== undefined && declared.has(digest),
    );
    return first?.at ?? null;
  }
}

const owes = ({ declaration }: ReleaseVersion): boolean =>
  declaration.triggers.length > 0 && declaration.disclosure === 'proactive';
