import { clausesOf, mentionsIn, normalise, publicationMoment, sentencesOf } from '@koujing/text';
import type { Mention, PlaceMention, Span } from '@koujing/text';
import type { ReleaseText } from '../release-text.js';
import { fullText } from '../release-text.js';
import type { Fact, FactValue, PlaceLevels, Tally } from './fact.js';
import { frameOf, sentenceFrame } from './frame.js';
import type { SentenceFrame } from './frame.js';
import { attributeOf, valueOf } from './fact-value.js';
import { asDeadline } from './moment-role.js';
import { peopleAttribute, peopleLabel } from './people-count.js';
import { asChange } from './change.js';
import { countsNothing } from './counts-nothing.js';
import { asHeads, asLimit } from './limit.js';
import { isPeriod } from './period.js';
import { placeLevels } from './place-value.js';
import { polarityOf } from './polarity.js';
import { isOfTitle, isOrganAt, mainScopeOf, reachIn, scopeInLabel } from './scope.js';
import { push } from './reading.js';
import type { FactParts, Reading } from './reading.js';
import { asOfIn } from './validity.js';
import { readOutright } from './outright.js';
import { quotedIn } from './quoted.js';
import { windowIn } from './window.js';

/** What carries over from count to count within a sentence. */
interface Heading {
  statuses: readonly string[];
  tally: Tally | null;
  scope: string | null;
}

/** Adjoining place names are one place: 江苏盐城大丰区. */
const placeChain = (mentions: readonly Mention[], index: number): PlaceMention[] => {
  const chain: PlaceMention[] = [];
  for (let next = index; next < mentions.length; next += 1) {
    const mention = mentions[next] as Mention;
    const last = chain.at(-1);
    if (mention.kind !== 'place' || (last && mention.start !== last.end)) break;
    chain.push(mention);
  }
  return chain;
};

/** The count is part of the one before it. */
const partOf = /(?:其中|包括|含)[^，。；、]{0,10}$/;
/** 其中1人骨折，已完成手术；3人为软组织挫伤 */
const nextPart = /其中\d{1,6}[人名例][^。；]{0,24}；$/;
const sameStatuses = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && one.join() === other.join();

/** 6人离世，另有23人正在医院接受治疗: those are not dead. */
const treated = /治疗|救治|抢救|医院/;

const readPeople = (
  reading: Reading,
  index: number,
  heading: Heading,
): FactParts['people'] & { readonly statuses: readonly string[] } => {
  const { text, mentions } = reading;
  const mention = mentions[index] as Mention & { kind: 'quantity' };
  const numbersBeside = (step: number): Mention | null => {
    for (
      let next = index + step;
      next >= 0 && next < mentions.length && Math.abs(next - index) < 6;
      next += step
    )
      if (mentions[next]?.kind === 'quantity') return mentions[next] as Mention;
    return null;
  };
  const label = peopleLabel(text, mention, [numbersBeside(-1), numbersBeside(1)]);
  const own = label.statuses.length > 0;
  const named = scopeInLabel(
    text,
    label.labelStart,
    mention.start,
    mentions.slice(Math.max(0, index - 6), index),
  );
  const inherited = heading.statuses.length === 0 && mention.unitName === '例' ? ['case'] : heading.statuses;
  const isTreated =
    !own && inherited.includes('dead') && treated.test(text.slice(mention.end, label.labelEnd));
  const statuses = own ? label.statuses : isTreated ? ['injured'] : inherited;
  const lead = text.slice(Math.max(0, mention.start - 12), mention.start);
  // 其中临湖区4260人 counts another area, and counts it whole.
  const inArea = named !== null && named !== 'main';
  const subset =
    !inArea &&
    (((!own || sameStatuses(label.statuses, heading.statuses)) && partOf.test(lead)) ||
      nextPart.test(text.slice(Math.max(0, mention.start - 40), mention.start)));
  const joined =
    heading.tally !== 'new' ||
    !own ||
    text[label.labelStart - 1] === '、' ||
    text[label.labelStart - 1] === '(';
  const tally = label.tally ?? (joined ? heading.tally : null);
  const scope = named === null ? (heading.scope ?? 'main') : isOfTitle(text, named) ? 'main' : named;
  if (own && (named === null || named === 'main' || mention.start - label.labelStart > 8))
    heading.statuses = label.statuses;
  if (label.tally !== null) heading.tally = label.tally;
  if (named === 'main') heading.scope = 'main';
  else if (named !== null && label.tally !== null) heading.scope = named;
  return {
    statuses,
    tally,
    scope:
      scope === 'main'
        ? named === 'main' || heading.scope === 'main'
          ? `=!${wholeOf(text.slice(label.labelStart, mention.start), reading.mainScope)}`
          : `=${reading.mainScope}`
        : scope,
    cases: mention.unitName === '例',
    subset,
  };
};

/** 全市 in a district's release counts over the city, which the release need not name. */
const wholeOf = (label: string, mainScope: string): string =>
  /[全我本]市/.test(label) && /[区县旗镇乡]$|街道$/.test(mainScope) ? '' : mainScope;

interface Slot {
  readonly index: number;
  readonly clause: Span;
  readonly sentence: SentenceFrame;
  readonly order: number;
  readonly heading: Heading;
}

/** Districts, towns and villages are counted over; a street or a square is not. */
const countsOver = ({ province, prefecture, county, local }: PlaceLevels): boolean =>
  province !== undefined ||
  prefecture !== undefined ||
  county !== undefined ||
  /(?:镇|乡|街道|村|社区)$/.test(local ?? '');

/** A weekday beside a date (11月26日（星期四）) adds no date of its own. */
const isEmptyDate = (mention: Mention): boolean =>
  mention.kind === 'date' && mention.relative && Object.keys(mention.date).length === 0;

const readMention = (reading: Reading, slot: Slot): number => {
  const { mentions } = reading;
  const mention = mentions[slot.index] as Mention;
  if (mention.kind === 'state' || isEmptyDate(mention)) return 1;
  const inTitle = mention.start < reading.titleEnd;
  const around = frameOf(slot.sentence, {
    mention: slot.index,
    kind: mention.kind === 'date' || mention.kind === 'time' ? 'moment' : 'amount',
    clause: slot.clause,
    value: mention,
    order: slot.order,
    inTitle,
  });
  const frame =
    mention.kind === 'date'
      ? { ...around, role: asDeadline(around.role, mention.date, reading.published) }
      : around;
  const sentenceKey = slot.sentence.key;
  if (mention.kind === 'place') {
    const chain = placeChain(mentions, slot.index);
    const end = (chain.at(-1) as PlaceMention).end;
    const value: Extract<FactValue, { type: 'place' }> = {
      type: 'place',
      levels: placeLevels(chain),
      name: chain.map(({ name }) => name).join(''),
    };
    if (
      countsOver(value.levels) &&
      reading.text[slot.clause.start - 1] !== '(' &&
      !isOrganAt(reading.text, end)
    )
      reading.reach = value.name;
    push(reading, { span: { start: mention.start, end }, attribute: 'place', value, frame, sentenceKey });
    return chain.length;
  }
  const value = [asLimit, asHeads, asChange].reduce(
    (read, as) => as(read, reading.text, mention),
    valueOf(mention),
  );
  const people =
    mention.kind === 'quantity' && mention.unit.family === 'people'
      ? readPeople(reading, slot.index, slot.heading)
      : undefined;
  const heads = value.type === 'quantity' && value.unit === '人';
  const counted = people ? peopleAttribute(people.statuses) : heads ? 'people' : attributeOf(mention);
  const lasts = value.type === 'quantity' && isPeriod(reading.text, mention, value.unit);
  const attribute = lasts ? 'period' : counted;
  if (mention.kind === 'date' && mention.date.day !== undefined) {
    reading.day = mention;
    reading.sentenceDay = mention;
    reading.sentenceTime = null;
  }
  if (mention.kind === 'time') reading.sentenceTime = mention;
  push(reading, {
    span: mention,
    attribute,
    value,
    frame,
    sentenceKey,
    article: mention.kind === 'quantity' && (mention.article || countsNothing(reading.text, mention)),
    ...(people && { people }),
  });
  return 1;
};

/** 最大为大岭站213毫米 no longer counts over the whole city. */
const singledOut = /^(?:其中)?(?:过程)?(?:最大|最高|最强|最低|最小|局地|个别|单点)/;

const readClause = (
  reading: Reading,
  clause: Span,
  sentence: SentenceFrame,
  state: { index: number; readonly heading: Heading },
): void => {
  const orders = new Map<string, number>();
  const stated = reading.text.slice(clause.start, clause.end);
  reading.reach = reachIn(stated) ?? (singledOut.test(stated) ? '' : reading.reach);
  const first = state.index;
  while (state.index < reading.mentions.length) {
    const mention = reading.mentions[state.index] as Mention;
    if (mention.start >= clause.end) break;
    const order = orders.get(mention.kind) ?? 0;
    orders.set(mention.kind, order + 1);
    state.index +=
      mention.start < clause.start
        ? 1
        : readMention(reading, { index: state.index, clause, sentence, order, heading: state.heading });
  }
  const polarity = polarityOf(reading.text, clause, reading.mentions.slice(first, state.index));
  if (polarity === null) return;
  const frame = frameOf(sentence, {
    mention: -1,
    kind: 'state',
    clause,
    value: clause,
    order: 0,
    inTitle: clause.start < reading.titleEnd,
  });
  push(reading, { span: clause, attribute: 'polarity', value: polarity, frame, sentenceKey: sentence.key });
};

const readSentence = (reading: Reading, sentence: Span, state: { index: number }): void => {
  const { text, mentions } = reading;
  while ((mentions[state.index]?.start ?? Infinity) < sentence.start) state.index += 1;
  const frame = sentenceFrame(text, sentence, mentions, state.index);
  const ahead = mentions.slice(state.index, state.index + 12);
  reading.sentenceDay = null;
  reading.sentenceTime = null;
  reading.reach = '';
  reading.quoted = quotedIn(text, sentence, reading.organ);
  reading.window =
    windowIn(text.slice(sentence.start, sentence.end), reading.published, reading.window) ?? reading.window;
  reading.asOf =
    asOfIn({ text, sentence, mentions: ahead }, reading.day?.date ?? reading.published, reading.published) ??
    reading.asOf;
  readOutright(reading, sentence, frame);
  const heading: Heading = { statuses: [], tally: null, scope: null };
  const cursor = { index: state.index, heading };
  for (const clause of clausesOf(text, sentence)) readClause(reading, clause, frame, cursor);
  state.index = cursor.index;
};

/** The district or county that an organ's name begins with, or lies in: 青溪区教育局 means it by 我区. */
const homeOf = (organ: string, areas: readonly string[]): string | null =>
  areas.find((area) => organ.startsWith(area)) ??
  /^(?:[\u4e00-\u9fa5]{2,4}市)?([\u4e00-\u9fa5]{2,3}[区县旗])/.exec(organ)?.[1] ??
  null;

/** Reads every fact that a release states, in order. Linear in the length of the text. */
export const extractFacts = (release: ReleaseText, areas: readonly string[] = []): readonly Fact[] => {
  const source = normalise(fullText(release));
  const { text } = source;
  const published = publicationMoment(release.publishedAt);
  const mentions = mentionsIn(text, published, areas, homeOf(release.organ, areas));
  const titleEnd = Math.max(0, text.indexOf('\n'));
  const reading: Reading = {
    source,
    text,
    mentions,
    titleEnd,
    mainScope: mainScopeOf(text, mentions),
    asOf: null,
    day: null,
    sentenceDay: null,
    sentenceTime: null,
    window: null,
    published,
    reach: '',
    organ: release.organ,
    quoted: null,
    facts: [],
  };
  const state = { index: 0 };
  for (const sentence of sentencesOf(text)) readSentence(reading, sentence, state);
  return reading.facts;
};
