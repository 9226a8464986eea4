/** What is judged of a kind of conference. */
interface Kind {
  readonly name: string;
  readonly host: string;
  readonly venue: { readonly place: string } | null;
  readonly application: { readonly when: 'always' | 'major' };
  readonly chain: { readonly steps: Groups; readonly major: Groups };
}
type Groups = readonly (readonly { readonly by: string }[])[];

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
