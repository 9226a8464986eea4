import { rowsOf, type Field, type FieldValues } from '../../../parts/form-values.js';
import { byStage, type PartForm } from './stage-rows.js';
import { freshName, type ReleaseChains } from './part-shapes.js';
import type { PartWords } from './words.js';

/** Whose these steps are the law says (Art.14, 39(6)); the reviews are the city's. */
const lawfulRoles: Readonly<Record<string, string>> = {
  contentApproval: 'principalLeader',
  superiorApproval: 'principalLeader',
  confirmation: 'coSigner',
  confidentialityReview: 'confidentialityReviewer',
};

const optionsOf = (words: Readonly<Record<string, string>>, without: readonly string[] = []) =>
  Object.entries(words)
    .filter(([name]) => !without.includes(name))
    .map(([value, label]) => ({ value, label }));

const isLater = ({ later }: FieldValues): boolean => later === true;

const questions = (text: PartWords): readonly Field[] => [
  { name: 'title', label: text.title },
  { name: 'titleEn', label: text.stepTitleEn, optional: true },
  { name: 'article', label: text.article },
  { name: 'kinds', label: text.kindsField, kind: 'many', options: optionsOf(text.kinds) },
  { name: 'levels', label: text.levelsField, kind: 'many', options: optionsOf(text.levels) },
  {
    ...{ name: 'stages', label: text.stagesField, help: text.stagesHelp, kind: 'rows', addRow: text.addStep },
    rowOf: [
      { name: 'stage', label: text.stageField, kind: 'number' },
      { name: 'step', label: text.step, kind: 'select', options: optionsOf(text.steps, ['laterReview']) },
      {
        name: 'role',
        label: text.role,
        kind: 'select',
        optional: true,
        options: optionsOf(text.roles, ['drafter']),
      },
    ],
  },
  { name: 'distinct', label: text.distinct, kind: 'check', optional: true },
  { name: 'later', label: text.laterField, kind: 'check', optional: true },
  { name: 'least', label: text.reasonLeast, kind: 'number', when: isLater },
  { name: 'reasonArticle', label: text.reasonArticle, when: isLater },
];

const answersOf = (chains: ReleaseChains): readonly FieldValues[] =>
  Object.entries(chains).map(([name, chain]) => ({
    titleEn: chain.titleEn ?? '',
    ...{ name, title: chain.title, article: chain.article, kinds: chain.kinds, levels: chain.levels },
    stages: chain.stages.flatMap((steps, at) =>
      steps.map(({ step, role }) => ({ step, role, stage: String(at + 1) })),
    ),
    ...{ distinct: chain.distinctPersons, later: chain.later.length > 0 },
    ...{ least: String(chain.reason?.atLeast ?? ''), reasonArticle: chain.reason?.article ?? '' },
  }));

const chainOf = (row: FieldValues) => ({
  ...(row['titleEn'] === '' || row['titleEn'] === undefined ? {} : { titleEn: row['titleEn'] }),
  ...{ title: row['title'], article: row['article'], kinds: row['kinds'], levels: row['levels'] },
  distinctPersons: row['distinct'] === true,
  stages: byStage(rowsOf(row['stages']), ({ step = '', role = '' }) => ({
    step,
    role: lawfulRoles[String(step)] ?? (role === '' ? 'reviewer' : role),
  })),
  ...(isLater(row)
    ? {
        later: [{ step: 'laterReview', role: 'confidentialityReviewer' }],
        reason: { atLeast: Number(row['least']), article: row['reasonArticle'] },
      }
    : { later: [], reason: null }),
});

/** All chains at once: a kind that leaves one has to be in another. */
export const chainForm = (value: ReleaseChains, text: PartWords): PartForm => ({
  fields: [
    {
      ...{ name: 'value', label: text.chains, help: text.chainsHelp, kind: 'cards', addRow: text.addChain },
      ...{ rowOf: questions(text), cardName: text.newChain, removeCard: text.removeChain },
    },
  ],
  initial: { value: answersOf(value) },
  sent: ({ value: rows }) => {
    const chains: Record<string, unknown> = {};
    for (const row of rowsOf(rows)) {
      const { name = '' } = row;
      const taken = [...Object.keys(value), ...Object.keys(chains)];
      chains[name === '' ? freshName('chain', taken) : String(name)] = chainOf(row);
    }
    return chains;
  },
});
