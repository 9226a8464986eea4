import { loadCityRules, type CityRules } from '../../apps/dispatcher/city-rules.js';
import type { ReleaseDraftInput, ReleaseKind } from '../../libs/release/release.api.js';

/** The rules as a city has them. */
export const loadRules = (file: 'measures' | 'guizhou'): CityRules => loadCityRules(file);

const { elements } = loadRules('measures').content;

/** A declaration under which nothing is missing: every element of the kind is ticked with the sentence given. */
export const declared = (
  kind: ReleaseKind,
  sentence: string,
): NonNullable<ReleaseDraftInput['declaration']> => ({
  elements: Object.fromEntries((elements[kind] ?? []).map(({ element }) => [element, sentence])),
  urgency: kind === 'emergency' || kind === 'warning' ? '情况紧急，须先行发布，随后补办全面审查。' : '',
  scrutiny: kind === 'mediaScrutiny' ? 'response' : null,
});
