import type { Words } from '@koujing/settings';

/** What is judged of a kind of conference. */
interface Kind {
  readonly name: string;
  readonly host: string;
  readonly venue: { readonly place: string } | null;
  readonly application: { readonly when: 'always' | 'major' };
  readonly chain: { readonly steps: Groups; readonly major: Groups };
}
type Groups = readonly (readonly { readonly by: string }[])[];

type Named = readonly (readonly { readonly step: string; readonly title: string; readonly by: string }[])[];

/**
 * What the provision has signed that a chain set in the console would lose, or have signed in another order (Art.31): more
 * may be asked, never less. Null if nothing is lost.
 */
export const lostSteps = (law: Named, chosen: Named): Words | null => {
  const placeOf = (step: string, by: string): number =>
    chosen.findIndex((group) => group.some((each) => each.step === step && each.by === by));
  const steps = law.flatMap((group, stage) => group.map((each) => ({ ...each, stage })));
  const lost = steps.filter(({ step, by }) => placeOf(step, by) < 0);
  if (lost.length > 0) {
    const titles = lost.map(({ title }) => title).join('、');
    return { zh: `须保留条文写的各步：${titles}`, en: `the steps that the provision names stay: ${titles}` };
  }
  const turned = steps.some((one) =>
    steps.some(
      (other) => one.stage < other.stage && placeOf(one.step, one.by) > placeOf(other.step, other.by),
    ),
  );
  return turned
    ? { zh: '条文写的各步须按条文的先后', en: 'the steps that the provision names keep its order' }
    : null;
};

interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly allowed: string;
}

const placeholders: ReadonlySet<string> = new Set(['party', 'government', 'organ', 'area']);

/** What would keep every conference of this kind from being approved, or name it wrongly (Art.30–31). */
export const conferenceMistakes = (kind: Kind): readonly Mistake[] => [
  ...chainMistakes(kind),
  ...(
    [
      [['name'], kind.name],
      [['host'], kind.host],
      [['venue', 'place'], kind.venue?.place ?? ''],
    ] as const
  ).flatMap(([path, template]) =>
    [...template.matchAll(/\{(\w*)\}/gu)]
      .filter(([, name = '']) => !placeholders.has(name))
      .map(() => ({ path, allowed: [...placeholders].map((name) => `{${name}}`).join(', ') })),
  ),
];

/** An application is answered by the office, and content is the word of the releasing organ's main leader. */
const chainMistakes = ({ application, chain: { steps, major } }: Kind): readonly Mistake[] => {
  const signs = (groups: Groups, by: string): boolean => groups.flat().some((step) => step.by === by);
  const applied = application.when === 'always' ? steps : [...steps, ...major];
  return [
    ...(signs(applied, 'office')
      ? []
      : [
          {
            path: ['chain', application.when === 'always' ? 'steps' : 'major'],
            allowed:
              '须含 by: office 的一步：申请由主管部门答复，没有这一步无人可以答复 (a step by: office answers the application)',
          },
        ]),
    ...(signs(steps, 'releasingOrgan')
      ? []
      : [
          {
            path: ['chain', 'steps'],
            allowed:
              '须含 by: releasingOrgan 的一步：主要领导审签 (a step by: releasingOrgan, the main leader)',
          },
        ]),
  ];
};
