import fc from 'fast-check';

/** What may be done to a press conference, by whom, and in which order the walks of `conference` do it. */
const verbs = [
  ...(['apply', 'apply', 'answer', 'answer', 'principalLeader', 'portfolioLeader'] as const),
  ...(['propagandaDeputy', 'refuse', 'return', 'edit', 'editBack', 'speak', 'upload'] as const),
  ...(['file', 'hold', 'cancel', 'authorise', 'revoke', 'wait'] as const),
  ...(['furnish', 'pdf', 'signMaterials', 'lookThrough'] as const),
] as const;

export interface Step {
  readonly verb: (typeof verbs)[number];
  readonly person: string;
  /** Acts on what it saw at the very beginning. */
  readonly onOldDigest: boolean;
}

/** Whoever is around; the planner holds every role of the organ and of the office: even he must not pass alone. */
const persons = [
  ...['transport-drafter', 'transport-approver', 'transport-deputy'],
  ...['office-coordinator', 'office-approver', 'water-approver'],
];

export const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...verbs),
  person: fc.constantFrom(...persons),
  onOldDigest: fc.boolean(),
});

/** The straight way through every chain; what a chain does not ask for is refused. */
export const straight: readonly Step[] = (
  [
    ['apply', 'transport-drafter'],
    ['answer', 'office-coordinator'],
    ['principalLeader', 'transport-approver'],
    ['portfolioLeader', 'office-coordinator'],
    ['propagandaDeputy', 'office-coordinator'],
  ] as const
).map(([verb, person]) => ({ verb, person, onOldDigest: false }));

/** From its number to its filing: the materials come late, one as a PDF that nobody can read but a person (Art.34). */
const filing: readonly Step[] = (
  [
    ['furnish', 'transport-drafter'],
    ['pdf', 'transport-drafter'],
    ['signMaterials', 'transport-approver'],
    ['lookThrough', 'transport-approver'],
    ['file', 'transport-drafter'],
  ] as const
).map(([verb, person]) => ({ verb, person, onOldDigest: false }));

/** The planner tries to file before each step, and to do it himself. */
export const filedByItself: readonly Step[] = [
  ...straight,
  ...filing.flatMap((each) => [
    { verb: 'file' as const, person: 'transport-drafter', onOldDigest: false },
    { ...each, person: 'transport-drafter' },
    each,
  ]),
];

/**
 * Pure chance seldom reaches the end: these walks go the straight way, with something thrown in before each step and another
 * person, mostly the planner, trying it first.
 */
const between = fc.record({
  noise: fc.option(step, { freq: 2 }),
  rival: fc.option(fc.constantFrom(...persons, 'transport-drafter', 'transport-drafter'), { freq: 4 }),
});
export const disturbed: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.tuple(...[...straight, ...filing].map(() => between)), fc.array(step, { maxLength: 4 }))
  .map(([tried, after]) => [
    ...[...straight, ...filing].flatMap((each, index) => {
      const { noise = null, rival = null } = tried[index] ?? {};
      return [noise, rival === null ? null : { ...each, person: rival }, each].flatMap((one) => one ?? []);
    }),
    ...after,
  ]);

/** Edited before it is applied for, and each step first tried on what it was before. */
export const onWhatIsGone: readonly Step[] = [
  { verb: 'edit', person: 'transport-drafter', onOldDigest: false },
  ...straight.flatMap((each) => [{ ...each, onOldDigest: true }, each]),
];
