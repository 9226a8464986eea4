import type { Queries } from '@koujing/database';
import { causeWords, type Audience } from '@koujing/media';
import type { ReleaseVersion } from '@koujing/release';

/** Who is on the lists now, and who of them gets nothing, by `mailboxKey`, with the sentence that says why. */
export const addresseesOf = async (
  audience: Audience,
  queries: Queries,
  { recipients, mailingListIds }: Pick<ReleaseVersion, 'recipients' | 'mailingListIds'>,
): Promise<{
  readonly recipients: readonly string[];
  readonly suppressed: ReadonlyMap<string, string>;
}> => {
  const all = [...recipients, ...(await audience.addresses(queries, mailingListIds))];
  const causes = await audience.suppressed(queries, all);
  return {
    recipients: all,
    suppressed: new Map([...causes].map(([key, cause]) => [key, causeWords(cause)])),
  };
};
