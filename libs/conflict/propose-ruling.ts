import type { Release } from '@koujing/release';
import { LINE } from './agreed/departures.js';
import type { RulingKind } from './conflict.api.js';
import { rulingNames } from './ruling-refusal.js';
import type { StoredFinding } from './stored-finding.js';
import { HEARD } from './heard/heard-text.js';
import { TOLD } from './told/told-text.js';

/** What a coordinator might rule, and why; null where nothing but talking to the organs is to be proposed. A person decides. */
export interface Proposal {
  readonly ruling: RulingKind | null;
  /** A sentence that can be forwarded. */
  readonly words: string;
}

type Side = Pick<Release, 'id' | 'releasedAt'>;

/** Pure. By the measures where they say whose word it is (Art.5(7), 14, 15, 24); none of it is done by itself (our reading). */
export const proposeRuling = (
  {
    kind,
    facts,
    releases: named,
    outsideOther,
  }: Pick<StoredFinding, 'kind' | 'facts' | 'releases' | 'outsideOther'>,
  releases: readonly Side[],
): Proposal => {
  if (outsideOther !== undefined)
    return say(null, '两处都在系统外，请转办给两家主办单位，由其核实后更正、注明来源或撤下一方');
  switch (kind) {
    case 'gap':
      return say(null, '督促负有职责的单位立即发布；确有理由暂不发布的，再裁定“并存”');
    case 'crossRemit':
      return say('withdraw', '由归口单位发布，或改为注明来源的转发（第五条第七项）');
    case 'duplicate':
      return say('withdraw', '内容与先发布的稿件重复，留先发布的一篇');
    case 'multiHeaded':
      return say('joint', '同一事项由一家主发布，各涉及单位共同确认后联合发布（第十四条）');
    case 'inconsistent':
      if (facts.some(({ a }) => isOutside(a)))
        return say(null, '请向该网站的主办单位核实，由说错的一方更正；系统内的稿件有误的，在此更正或撤回');
      return facts.some(({ a, b }) => [a, b].some(isSaidAlready))
        ? say('withdraw', '与已商定的口径或已答复媒体的说法不一致，按其修改后再发')
        : between(named, releases);
  }
};

const isSaidAlready = ({ release }: { readonly release: string }): boolean =>
  release.startsWith(LINE) || release.startsWith(TOLD);

const isOutside = ({ release }: { readonly release: string }): boolean => release.startsWith(HEARD);

const between = (named: readonly string[], releases: readonly Side[]): Proposal => {
  const [a, b] = named.map((id) => releases.find((release) => release.id === id));
  const [aOut, bOut] = [a, b].map((side) => (side?.releasedAt ?? null) !== null);
  if (aOut === true && bOut === false)
    return say('preferA', '甲稿已经公开，乙稿尚未发布；甲稿有误的，改裁并更正');
  if (bOut === true && aOut === false)
    return say('preferB', '乙稿已经公开，甲稿尚未发布；乙稿有误的，改裁并更正');
  return say(
    null,
    aOut === true
      ? '两稿都已公开，先召集协调、查明实情，再裁定以哪一稿为准，另一稿更正'
      : '两稿都未公开，先召集协调、统一口径，可改为联合发布',
  );
};

const say = (ruling: RulingKind | null, why: string): Proposal => ({
  ruling,
  words: ruling === null ? `建议：${why}。` : `建议裁定“${rulingNames[ruling]}”：${why}。`,
});
