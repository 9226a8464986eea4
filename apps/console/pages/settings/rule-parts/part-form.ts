import { rowsOf } from '../../../parts/form-values.js';
import type { SettableNumber } from '../settable-number.js';
import { chainForm } from './chain-form.js';
import { byStage, type PartForm } from './stage-rows.js';
import {
  freshName,
  rankTitle,
  ranksInOrder,
  type ConferenceStages,
  type Ranks,
  type Reading,
  type ReleaseChains,
} from './part-shapes.js';
import type { PartWords } from './words.js';

const rankForm = (value: unknown, { ranks, text, language }: Reading): PartForm => {
  const options = ranksInOrder(ranks).map(([name, rank]) => ({
    value: name,
    label: rankTitle(rank, language),
  }));
  const one = { name: 'value', label: text.rank, help: text.rankHelp, kind: 'select' as const, options };
  const many = { name: 'value', label: text.ranks, help: text.ranksHelp, kind: 'many' as const, options };
  return {
    fields: [Array.isArray(value) ? many : one],
    initial: { value: Array.isArray(value) ? (value as readonly string[]) : String(value) },
    sent: ({ value: chosen }) => chosen,
  };
};

const rankTableForm = (value: Ranks, text: PartWords): PartForm => ({
  fields: [
    {
      ...{ name: 'value', label: text.rank, help: text.rankTableHelp, kind: 'rows', addRow: text.addRank },
      rowOf: [
        { name: 'title', label: text.title },
        { name: 'titleEn', label: text.stepTitleEn, optional: true },
        { name: 'order', label: text.order, kind: 'number' },
        { name: 'article', label: text.article },
      ],
    },
  ],
  initial: {
    value: ranksInOrder(value).map(([name, { title, titleEn = '', order, article }]) => ({
      ...{ name, title, titleEn, article, order: String(order) },
    })),
  },
  sent: ({ value: rows }) => {
    const table: Record<string, unknown> = {};
    for (const { name = '', title = '', titleEn = '', order = '', article = '' } of rowsOf(rows))
      table[name === '' ? freshName('rank', [...Object.keys(value), ...Object.keys(table)]) : String(name)] =
        {
          ...{ title, article, order: Number(order) },
          ...(titleEn === '' ? {} : { titleEn }),
        };
    return table;
  },
});

const conferenceForm = (value: ConferenceStages, text: PartWords): PartForm => ({
  fields: [
    {
      ...{ name: 'value', label: text.stagesField, help: text.stepsHelp, kind: 'rows', addRow: text.addStep },
      optional: true,
      rowOf: [
        { name: 'stage', label: text.stageField, kind: 'number' },
        { name: 'title', label: text.stepTitle },
        { name: 'titleEn', label: text.stepTitleEn },
        {
          ...{ name: 'by', label: text.signedBy, kind: 'select' },
          options: Object.entries(text.by).map(([name, label]) => ({ value: name, label })),
        },
      ],
    },
  ],
  initial: {
    value: value.flatMap((steps, at) => steps.map((step) => ({ ...step, stage: String(at + 1) }))),
  },
  sent: ({ value: rows }) => {
    const taken = value.flat().map(({ step }) => step);
    return byStage(rowsOf(rows), ({ step = '', title = '', titleEn = '', by = '' }) => {
      const name = step === '' ? freshName('step', taken) : String(step);
      if (step === '') taken.push(name);
      return { step: name, title, titleEn, by };
    });
  },
});

/** Null for a number or an hour, which have a plain field. */
export const partForm = (
  { unit, value }: Pick<SettableNumber, 'unit' | 'value'>,
  reading: Reading,
): PartForm | null => {
  const { text } = reading;
  switch (unit) {
    case 'rank':
    case 'ranks':
      return rankForm(value, reading);
    case 'rankTable':
      return rankTableForm(value as Ranks, text);
    case 'conferenceStages':
      return conferenceForm(value as ConferenceStages, text);
    case 'releaseChains':
      return chainForm(value as ReleaseChains, text);
    default:
      return null;
  }
};
