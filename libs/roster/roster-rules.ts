import type { Organ } from '@koujing/organ';
import { section, type CityNumber, type Words } from '@koujing/settings';
import { z } from 'zod';
import { organKindSchema, organLevelSchema } from '../organ/organ.api.js';
import type { Post } from './roster.api.js';

const article = z.string({ error: '所依据的条文，如 第八条 (the article it rests on)' }).min(1);

const postSchema = z
  .strictObject({
    /** Active at once, temporary ones apart. */
    count: z.int().min(0, '非负整数 (zero or a positive whole number)').max(20),
    /** This rank or a higher one. */
    atLeast: z.string().optional(),
    /** One of these ranks. */
    oneOf: z.array(z.string()).min(1).optional(),
  })
  .refine(
    ({ atLeast, oneOf }) => atLeast === undefined || oneOf === undefined,
    'atLeast 与 oneOf 只写其一 (either atLeast or oneOf)',
  );

const groupSchema = z.strictObject({
  /** Which organs; without kinds, all that no other group takes. */
  kinds: z.array(organKindSchema).optional(),
  levels: z.array(organLevelSchema).optional(),
  article,
  spokesperson: postSchema,
  pressAssistant: postSchema,
});

const rulesSchema = z
  .strictObject({
    ranks: z.record(
      z.string(),
      z.strictObject({
        title: z.string().min(1),
        titleEn: z.string().min(1).exactOptional(),
        order: z.int(),
        article,
      }),
    ),
    posts: z.record(z.string(), groupSchema).refine((groups) => 'organ' in groups, {
      error: '须有名为 organ 的一组，适用于其余机关 (a group named organ, for all the others)',
    }),
  })
  .superRefine(({ ranks, posts }, context) => {
    for (const [name, group] of Object.entries(posts))
      for (const post of ['spokesperson', 'pressAssistant'] as const)
        for (const rank of [group[post].atLeast ?? [], group[post].oneOf ?? []].flat())
          if (!(rank in ranks))
            context.addIssue({
              code: 'custom',
              path: ['posts', name, post],
              message: `职务 ${rank} 没有定义，可用：${Object.keys(ranks).join('、')} (an unknown rank)`,
            });
  });

/** Who may be spokesperson and assistant, and how many of them an organ has (Art.8). */
export const rosterSection = section('roster', rulesSchema, (law) => [
  {
    path: ['ranks'],
    unit: 'rankTable',
    bound: 'free',
    guard: ({ ranks }: RosterRules) => lostRank(law, ranks),
  },
  ...Object.keys(law.posts).flatMap((group) =>
    (['spokesperson', 'pressAssistant'] as const).flatMap((post) => postNumbers(law, group, post)),
  ),
]);

/** How many, and of which rank: where the provision names ranks, none that it does not, and no lower one (Art.8). */
const postNumbers = (law: RosterRules, group: string, post: Post): readonly CityNumber[] => {
  const asked = law.posts[group]?.[post];
  const at = (name: 'count' | 'atLeast' | 'oneOf') => ({ path: ['posts', group, post, name] });
  return [
    { ...at('count'), unit: 'person', bound: 'noLess' },
    ...(asked?.atLeast === undefined
      ? []
      : [
          {
            ...{ ...at('atLeast'), unit: 'rank' as const, bound: 'noLess' as const },
            guard: (next: RosterRules) => lowerRank(next, asked.atLeast, next.posts[group]?.[post].atLeast),
          },
        ]),
    ...(asked?.oneOf === undefined
      ? []
      : [
          {
            ...{ ...at('oneOf'), unit: 'ranks' as const, bound: 'noLess' as const },
            guard: (next: RosterRules) => strangeRank(next, asked.oneOf, next.posts[group]?.[post].oneOf),
          },
        ]),
  ];
};

/** Ranks by their titles; in English too where the city has named them so. */
const titlesOf = ({ ranks }: Pick<RosterRules, 'ranks'>, names: readonly string[]): Words => ({
  zh: names.map((name) => ranks[name]?.title ?? name).join('、'),
  en: names.map((name) => ranks[name]?.titleEn ?? ranks[name]?.title ?? name).join(', '),
});

/** The text says only 以上: which is higher is the city's own, but what the text names it cannot do without. */
const lostRank = (law: RosterRules, ranks: RosterRules['ranks']): Words | null => {
  const lost = Object.entries(law.ranks).filter(([name]) => !(name in ranks));
  if (lost.length === 0) return null;
  const { zh, en } = titlesOf(
    law,
    lost.map(([name]) => name),
  );
  return { zh: `规则文件里的职务层次不能删去：${zh}`, en: `ranks of the rules file stay: ${en}` };
};

const lowerRank = ({ ranks }: RosterRules, law = '', rank = ''): Words | null => {
  const orderOf = (name: string): number => ranks[name]?.order ?? 0;
  if (orderOf(rank) >= orderOf(law)) return null;
  const { zh, en } = titlesOf({ ranks }, [law]);
  return { zh: `${zh}或更高的职务层次`, en: `${en} or a higher rank` };
};

const strangeRank = (
  { ranks }: RosterRules,
  law: readonly string[] = [],
  chosen: readonly string[] = [],
): Words | null => {
  if (chosen.every((rank) => law.includes(rank))) return null;
  const { zh, en } = titlesOf({ ranks }, law);
  return { zh: `只能从条文所列的中选：${zh}`, en: `only what the provision lists: ${en}` };
};

export type RosterRules = z.infer<typeof rulesSchema>;
type GroupRule = z.infer<typeof groupSchema>;

/** The group that an organ falls into. */
export const groupOf = (rules: RosterRules, organ: Pick<Organ, 'kind' | 'level'>): GroupRule => {
  const named = Object.values(rules.posts).find(
    ({ kinds, levels }) =>
      kinds?.some((kind) => kind === organ.kind) === true && (levels?.includes(organ.level) ?? true),
  );
  const group = named ?? rules.posts['organ'];
  if (group === undefined) throw new Error('the rules file has no group named organ');
  return group;
};

/** Null if the rank is fit for the post; otherwise which ranks would be, in words. */
export const rankWanted = (
  rules: RosterRules,
  organ: Pick<Organ, 'kind' | 'level'>,
  held: { readonly post: Post; readonly rank: string },
): Words | null => {
  const { atLeast, oneOf } = groupOf(rules, organ)[held.post];
  if (oneOf !== undefined) return oneOf.includes(held.rank) ? null : titlesOf(rules, oneOf);
  if (atLeast === undefined) return null;
  const least = rules.ranks[atLeast]?.order ?? 0;
  if ((rules.ranks[held.rank]?.order ?? 0) >= least) return null;
  const { zh, en } = titlesOf(rules, [atLeast]);
  return { zh: `${zh}以上`, en: `${en} or higher` };
};
