import type { Actor } from '@koujing/access';
import { Problem, type PersonId } from '@koujing/kernel';
import { staffingGaps, type SignOffRules } from '@koujing/signoff';
import { whereInFile } from '@koujing/settings';
import { personIdOf, type Register } from './register.js';

/** Who is in the database already. */
export interface Known {
  readonly actors: readonly Actor[];
  /** Whose accounts open no more, whatever the files say of them. */
  readonly disabled: ReadonlySet<PersonId>;
}

/**
 * The files that a city starts from must let its releases be signed: an organ whose people hand in releases has somebody
 * for every step of each chain that applies to it. Refused is only what the files lack themselves and the database does
 * not complete: adding there what is missing starts the city, for a start grants what the files list newly. A gap that
 * only the database has – a leader chosen, an account closed – is listed to the coordinators instead (ShowStaffing): a
 * running city must come up, and what its people changed is no mistake of a file.
 * @throws Problem `badInput` with every gap, each with the organ's line
 */
export const refuseUnstaffed = (
  { organs, people }: Register,
  rules: SignOffRules,
  from: { readonly organsFile: string; readonly known: Known },
): void => {
  const named = people.people.map((person): Actor => ({
    personId: personIdOf(person),
    name: person.name,
    grants: person.roles.map((role) => ({ role, organId: person.organ, office: false })),
  }));
  const filed = united(named);
  const { actors, disabled } = from.known;
  const all = united([...named, ...actors]).filter(({ personId }) => !disabled.has(personId));
  const [first, ...rest] = organs.flatMap((organ, index) => {
    if (staffingGaps(rules.chains, organ, filed).length === 0) return [];
    return staffingGaps(rules.chains, organ, all).map((gap) => {
      const where = whereInFile(from.organsFile, ['organs', index]);
      return {
        ...gap,
        message: `名册文件 ${where}：${gap.message}`,
        messageEn: `Register file ${where}: ${gap.messageEn}`,
      };
    });
  });
  if (first !== undefined) throw new Problem('badInput', [first, ...rest]);
};

/** One line for each person, with every role that any of the lines gives. */
const united = (lines: readonly Actor[]): readonly Actor[] => {
  const persons = new Map<PersonId, Actor>();
  for (const line of lines) {
    const grants = [...(persons.get(line.personId)?.grants ?? []), ...line.grants];
    persons.set(line.personId, { ...line, grants });
  }
  return [...persons.values()];
};
