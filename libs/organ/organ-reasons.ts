import type { Reason } from '@koujing/kernel';
import type { OrganInput } from './organ.api.js';
import type { Organ } from './organ.js';
import { organRefusal } from './refusal.js';

/** What is being registered, beside its input: an organ that stands already, or null for a new one. */
export interface OrganCandidate {
  readonly id: string | null;
  readonly isOffice: boolean;
}

/** Pure: what is wrong with an organ as it is to stand among the others. */
export const organReasons = (
  input: OrganInput,
  candidate: OrganCandidate,
  known: readonly Organ[],
): readonly Reason[] => {
  const others = known.filter(({ id }) => id !== candidate.id);
  return [
    ...nameReasons(input, others),
    ...parentReasons(input, candidate, known),
    ...(input.hats !== null && !candidate.isOffice ? [organRefusal.hatsAreOffices] : []),
    ...(input.hats === null && candidate.isOffice ? [organRefusal.hatsMissing] : []),
  ];
};

const nameReasons = (input: OrganInput, others: readonly Organ[]): readonly Reason[] => {
  const taken = new Map<string, string>();
  for (const { name, shortName, aliases } of others)
    for (const each of [name, shortName, ...aliases]) taken.set(each, name);
  const named: readonly (readonly [string, string])[] = [
    [input.name, 'name'],
    [input.shortName, 'shortName'],
    ...input.aliases.map((alias) => [alias, 'aliases'] as const),
  ];
  return named.flatMap(([name, field]) => {
    const by = taken.get(name);
    return by === undefined ? [] : [organRefusal.nameTaken(name, by, field)];
  });
};

const parentReasons = (
  { name, parentId }: OrganInput,
  { id }: OrganCandidate,
  known: readonly Organ[],
): readonly Reason[] => {
  if (parentId === null) return [];
  const byId = new Map(known.map((organ) => [organ.id, organ]));
  if (!byId.has(parentId)) return [organRefusal.unknownParent(parentId)];
  const chain = [name];
  const seen = new Set<string>();
  for (let at: string | null = parentId; at !== null && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
    seen.add(at);
    chain.push(byId.get(at)?.shortName ?? at);
    if (at === id) return [organRefusal.circularParent(chain.join(' → '))];
  }
  return [];
};
