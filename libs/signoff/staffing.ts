import { may, type Actor, type Role } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import type { Chain, ChainStep } from './chain.js';
import { signoffRefusal } from './refusal.js';

type Chains = Readonly<Record<string, Chain>>;

/** Steps that others owe: whom they fall to is known only with the release. */
const others: ReadonlySet<ChainStep['step']> = new Set(['confirmation', 'superiorApproval']);

const sitsAt = (person: Actor, role: Role, { id }: Organ): boolean => may(person, role, id).length === 0;

/**
 * Pure: what nobody in this organ could sign. Who drafts signs nothing, and some chains ask for a different person at
 * each step, so that it is not enough that every role is held. An organ where nobody drafts hands in nothing.
 */
export const staffingGaps = (chains: Chains, organ: Organ, people: readonly Actor[]): readonly Reason[] => {
  const drafters = people.filter((person) => sitsAt(person, 'drafter', organ));
  if (drafters.length === 0) return [];
  const gaps = Object.values(chains)
    .filter(({ levels }) => levels.includes(organ.level))
    .flatMap((chain) => {
      const [least = []] = drafters
        .map((drafter) => gapsWithout(drafter, { chain, organ, people }))
        .sort((one, other) => one.length - other.length);
      return least;
    });
  return reasonsOf(organ, gaps);
};

/** A step that nobody may sign, or, with null, steps that too few people share. */
interface Gap {
  readonly chain: Chain;
  readonly step: ChainStep | null;
}

/** One sentence for a role that is missed, however many steps ask for it. */
const reasonsOf = (organ: Organ, gaps: readonly Gap[]): readonly Reason[] => {
  const roles = new Set(gaps.flatMap(({ step }) => step?.role ?? []));
  return [
    ...[...roles].map((role) => {
      const places = gaps.flatMap(({ chain, step }) => (step?.role === role ? [{ chain, step }] : []));
      return signoffRefusal.nobodyFor(organ.name, role, places);
    }),
    ...gaps.flatMap(({ chain, step }) =>
      step === null ? [signoffRefusal.tooFewPersons(organ.name, chain, ownSteps(chain).length)] : [],
    ),
  ];
};

interface Place {
  readonly chain: Chain;
  readonly organ: Organ;
  readonly people: readonly Actor[];
}

const ownSteps = ({ stages }: Chain): readonly ChainStep[] =>
  stages.flat().filter(({ step }) => !others.has(step));

const gapsWithout = (drafter: Actor, { chain, organ, people }: Place): readonly Gap[] => {
  const free = people.filter(({ personId }) => personId !== drafter.personId);
  const signers = ({ role }: ChainStep): readonly Actor[] =>
    free.filter((person) => sitsAt(person, role, organ));
  const own = ownSteps(chain);
  const empty = [...own, ...chain.later].filter((step) => signers(step).length === 0);
  if (empty.length > 0) return empty.map((step) => ({ chain, step }));
  return !chain.distinctPersons || distinct(own.map(signers)) ? [] : [{ chain, step: null }];
};

/** Can each step have a person of its own? Chains have a handful of steps, so trying is quick. */
const distinct = ([first, ...rest]: readonly (readonly Actor[])[]): boolean =>
  first === undefined ||
  first.some((taken) =>
    distinct(rest.map((signers) => signers.filter(({ personId }) => personId !== taken.personId))),
  );

/** The main leader is one person (Art.5(6)); the database of an older version has every approver as one. */
export const leadersOf = (organ: Organ, people: readonly Actor[]): readonly Actor[] =>
  people.filter(({ grants }) =>
    grants.some(({ role, organId }) => role === 'principalLeader' && organId === organ.id),
  );
