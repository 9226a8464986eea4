import type { Queries } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import type { ConferenceParts } from './conference-parts.js';
import type { Material } from './material-store.sql.js';
import { conferenceRefusal } from './refusal.js';

/** The file that somebody looked at and speaks for; refused where there is none, or another one by now. */
export const veryMaterial = async (
  { materials }: Pick<ConferenceParts, 'materials'>,
  queries: Queries,
  conferenceId: string,
  { kind, sha256 }: Pick<Material, 'kind' | 'sha256'>,
): Promise<Material> => {
  const material = (await materials.current(queries, conferenceId)).find((each) => each.kind === kind);
  if (material === undefined) throw new Problem('refused', [conferenceRefusal.materialNotFound]);
  if (material.sha256 !== sha256) throw new Problem('refused', [conferenceRefusal.materialChanged]);
  return material;
};
