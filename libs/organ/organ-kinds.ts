import { section } from '@koujing/settings';
import { z } from 'zod';
import { organKindSchema, type OrganKind } from './organ.api.js';

const kindSchema = z.strictObject({
  title: z.string().min(1),
  /** The provision that brings this kind under the measures. */
  article: z.string({ error: '所依据的条文，如 第三条 (the article it rests on)' }).min(1),
  /** Follows the measures by reference only (参照执行, Art.44–45). */
  byReference: z.boolean().default(false),
  /** Must name a spokesperson and a press assistant (Art.7–8). */
  roster: z.boolean(),
  /** Must draw up a release workflow and file it (Art.27). */
  workflow: z.boolean(),
  /** Attests once a year that it supplied no news for payment (Art.20). */
  noPayment: z.boolean().default(true),
  /** Falls under the sanctions of Art.39. */
  officeSanctions: z.boolean(),
});

/** What the measures ask of each kind of organ; another city may ask it of others. */
export const organKindsSection = section('organs', z.record(organKindSchema, kindSchema));

export type KindRule = z.infer<typeof kindSchema>;
export type KindRules = z.infer<typeof organKindsSection.schema>;

/** An imported organ has no people and no duties. */
const nothingAsked: KindRule = {
  title: '随稿件导入的机关',
  article: '（不适用）',
  byReference: false,
  roster: false,
  workflow: false,
  noPayment: false,
  officeSanctions: false,
};

export const ruleOfKind = (rules: KindRules, kind: OrganKind): KindRule =>
  kind === 'imported' ? nothingAsked : rules[kind];
