import { credits } from '../attribution.js';
import { explained, type Finding } from '../finding.js';
import type { Said } from './said-facts.js';
import { isFieldHeadquarters, isUnknownOrgan, type OrganDirectory } from '../organ-directory.js';
import type { OrganProfile, ReleaseText, StatutoryIssuer } from '../release-text.js';
import { severityOf } from '../severity.js';
import { subjectName, subjectsOfRemit, subjectsOfTitle, wordsOn } from '../subject.js';
import { issues } from './statutory.js';

/** Governments and publicity offices speak for the whole area; the statutory subjects bind them too. */
const GENERAL_REMIT =
  /人民政府$|政府$|政府办公室$|新闻办|宣传部|外宣办|融媒体|管委会$|市委$|区委$|县委$|日报|电视台|发布$/u;
const GENERAL_ENTRY = /^(?:综合|全部|全域|所有|全市|全面)|综合事务|新闻发布|\*/u;

export interface RemitRules {
  readonly organs: readonly OrganProfile[];
  readonly statutoryIssuers: readonly StatutoryIssuer[];
  readonly directory: OrganDirectory;
}

/** Outside the organ's remit: statutory issuers first, then the remit table, then the area (RULES.md 1.9, Art.24). */
export function crossRemit(release: ReleaseText, rules: RemitRules): Finding | undefined {
  if (isUnknownOrgan(release.organ)) return undefined;
  return statutory(release, rules) ?? outsideRemit(release, rules) ?? outsideArea(release, rules);
}

function statutory(release: ReleaseText, rules: RemitRules): Finding | undefined {
  for (const issuer of rules.statutoryIssuers) {
    const lawful = issuer.organs.some((organ) => speaksFor(release, organ, rules.directory));
    if (lawful || !issues(issuer.subject, release.title.normalize('NFKC'), release.body.normalize('NFKC')))
      continue;
    return finding(release, 0.9, true, {
      zh: `“${issuer.subject}”依法只能由${issuer.organs.join('、')}发布，${release.organ}发布了《${release.title}》且未注明来源，请撤回或改为注明来源的转发。`,
      en: `By law only ${issuer.organs.join(', ')} may release “${issuer.subject}”; ${release.organ} released “${release.title}” and names no source. Withdraw it, or make it a relay that names the source.`,
    });
  }
  return undefined;
}

/** The organ itself, a partner of a joint release, or the credited source of a relay. */
function speaksFor(release: ReleaseText, organ: string, directory: OrganDirectory): boolean {
  if (directory.same(release.organ, organ)) return true;
  if ((release.jointWith ?? []).some((partner) => directory.same(partner, organ))) return true;
  if (typeof release.relayOf === 'object' && directory.same(release.relayOf.organ, organ)) return true;
  return typeof release.relayOf === 'string' || credits(release, organ, directory);
}

function outsideRemit(release: ReleaseText, { organs, directory }: RemitRules): Finding | undefined {
  const organ = directory.find(release.organ);
  if (organ === undefined || hasGeneralRemit(organ) || release.relayOf !== undefined) return undefined;
  const own = union((organ.remit ?? []).map(subjectsOfRemit));
  if ((organ.remit ?? []).length === 0) return undefined;
  const title = release.title.normalize('NFKC');
  const named = [...subjectsOfTitle(title.replace(OCCASION, ''))].filter(
    (subject) => !own.has(subject) && !(subject === 'epidemic' && own.has('health')),
  );
  const lead = unnamed(release.body.slice(0, 200), organ);
  const crime = tellsOfCrime(release) && !own.has('publicSecurity') ? ['publicSecurity'] : [];
  const penalty =
    ordersDrivers(release) && !own.has('roadTraffic') && !own.has('transport') ? ['roadTraffic'] : [];
  const foreign = [...new Set([...named, ...crime, ...penalty])];
  if (
    foreign.length === 0 ||
    (own.size === 0 && (OF_ITSELF.test(release.body) || speaksOf(organ, title + lead))) ||
    isOnItsRoads(title, own) ||
    (crime.length + penalty.length === 0 &&
      !orders(title, foreign) &&
      speaksOfItsOwn(own, new Set(foreign), { title, lead })) ||
    (crime.length + penalty.length === 0 &&
      !isMostlyOf(new Set(foreign), own, { title, lead }) &&
      (organ.remit ?? []).some((entry) => title.includes(entry)))
  )
    return undefined;
  const owners = organs.filter(
    (other) =>
      other !== organ &&
      foreign.some((subject) => union((other.remit ?? []).map(subjectsOfRemit)).has(subject)),
  );
  if (owners.length === 0 || owners.some((owner) => speaksFor(release, owner.name, directory)))
    return undefined;
  // Whose remit the text has more words of may speak, whatever subject its title seems to be on.
  const said = unnamed(title + release.body.slice(0, OPENING), organ);
  const ofOwners = Math.max(...owners.map((owner) => remitWordsIn(owner, said)));
  if (crime.length + penalty.length === 0 && remitWordsIn(organ, said) > ofOwners) return undefined;
  const names = foreign.map(subjectName).join('、');
  const theirs = owners.slice(0, 3).map((owner) => owner.name);
  return finding(release, 0.7, false, {
    zh: `《${release.title}》的事项（${names}）属于${theirs.join('、')}的职责，不在${release.organ}的归口范围内，请先与归口单位沟通。`,
    en: `The matter of “${release.title}” (“${names}”) is in the remit of ${theirs.join(', ')} and not of ${release.organ}. Speak with them first.`,
  });
}

/** 马拉松期间道路管制 is no matter of sport. */
const OCCASION = /^.*期间(?=.{2})/u;

/** Traffic is ordered by notice of those who may order it; that the organ's own exhibition is the reason does not make it theirs. */
const orders = (title: string, foreign: readonly string[]): boolean =>
  /通告|公告|决定|禁令/.test(title) &&
  foreign.length > 0 &&
  foreign.every((subject) => subject === 'roadTraffic');

/** Its own in the title, or as much of its own as of the other's: 旅游旺季 once does not make the ferry's fares a matter of tourism. */
const speaksOfItsOwn = (
  own: ReadonlySet<string>,
  foreign: ReadonlySet<string>,
  { title, lead }: { readonly title: string; readonly lead: string },
): boolean => {
  const words = wordsOn(own, { title, lead });
  return (
    (wordsOn(own, { title, lead: '' }) > 0 && !isMostlyOf(foreign, own, { title, lead })) ||
    (words > 0 && words >= wordsOn(foreign, { title, lead }))
  );
};
/** 景区周边餐饮食品抽检: one word of its own among so many of the other's says where, not what. */
const isMostlyOf = (
  foreign: ReadonlySet<string>,
  own: ReadonlySet<string>,
  said: { readonly title: string; readonly lead: string },
): boolean => wordsOn(foreign, said) >= FAR_MORE * Math.max(1, wordsOn(own, said));
const FAR_MORE = 3;

/** 市市场监督管理局决定: who speaks is no word on what. */
const unnamed = (said: string, { name, aliases = [] }: OrganProfile): string =>
  [name, ...aliases]
    .sort((one, other) => other.length - one.length)
    .reduce((rest, own) => {
      // 应急局 of 市应急局; of an alias like 市水务 the rest would be a word on its affairs.
      const bare = own.slice(own.search(/[市县区省]/u) + 1);
      const without = rest.replaceAll(own, '');
      return DEPARTMENT.test(bare) ? without.replaceAll(bare, '') : without;
    }, said);

/** Who was detained for a crime the police tell, whatever trade it was in; who names them passes it on. */
const tellsOfCrime = ({ title, body }: ReleaseText): boolean =>
  /刑事拘留|取保候审/u.test(body) && !/公安|警方|民警|检察|法院|纪委|监委/u.test(title + body);

/** 驾驶证记3分, 禁止货车驶入…处200元罚款: what a driver may do and pays for is ordered by the police alone. */
const ordersDrivers = ({ title, body }: ReleaseText): boolean =>
  /决定|通告|公告/u.test(title + body.slice(0, OPENING)) &&
  DRIVERS_PAY.test(body) &&
  !/公安|交警|警方|交管/u.test(title + body);
const DRIVERS_PAY =
  /(?:驾驶[证人员]|驾照|机动车|逆[向行])[^。]{0,40}[记扣]\d{1,2}分|(?:单行|禁行|限行|禁止[^。]{0,12}(?:驶入|通行))[^。]{0,60}。?[^。]{0,30}(?:处|罚)[^。]{0,6}\d+元/u;

/** 我院, 本馆: what an organ of whose remit no word is known says of itself. */
const OF_ITSELF = /[我本][院馆校司园站所行社厂局]|我们|我中心/u;
const pairsOf = (entry: string): readonly string[] =>
  Array.from({ length: Math.max(0, entry.length - 1) }, (_, at) => entry.slice(at, at + 2));
const speaksOf = ({ remit = [] }: OrganProfile, head: string): boolean =>
  remit.some((entry) => pairsOf(entry).some((word) => head.includes(word)));

/** Letters. */
const OPENING = 400;
const ANYBODYS = /管理|服务|工作|信息|监管|行业|安全|活动|公共|综合|事务/u;
const remitWordsIn = ({ remit = [] }: OrganProfile, said: string): number =>
  new Set(remit.flatMap(pairsOf))
    .values()
    .filter((word) => !ANYBODYS.test(word) && said.includes(word))
    .toArray().length;

/** Whoever keeps a road or a bridge in repair closes it for that. */
const isOnItsRoads = (title: string, own: ReadonlySet<string>): boolean =>
  own.has('transport') && /桥|隧道|公路|养护|维修|加固|汽车.?站|客运站|场站|枢纽/.test(title);

/** A district's organ on another district's matter. */
function outsideArea(release: ReleaseText, { organs, directory }: RemitRules): Finding | undefined {
  const organ = directory.find(release.organ);
  const area = organ?.area;
  if (area === undefined || release.relayOf !== undefined) return undefined;
  const districts = new Set(
    organs.flatMap((other) =>
      other.area !== undefined && /[区县旗]$|[^省]市$/.test(other.area) ? [other.area] : [],
    ),
  );
  if (!/[区县旗]$/.test(area) || !districts.has(area)) return undefined;
  const head = (release.title + release.body.slice(0, 200)).normalize('NFKC');
  const foreign = [...districts].filter(
    (other) =>
      other !== area &&
      /[区县旗]$/.test(other) &&
      release.title.includes(other.replace(/[区县旗]$/, '')) &&
      head.includes(other),
  );
  if (foreign.length === 0 || head.includes(area) || head.includes('我区') || head.includes('我县'))
    return undefined;
  return finding(release, 0.7, false, {
    zh: `《${release.title}》说的是${foreign.join('、')}的事项，不在${release.organ}的地域范围（${area}）内，请由属地单位发布。`,
    en: `“${release.title}” is about ${foreign.join(', ')}, outside the area of ${release.organ} (${area}). The organ of that place should release it.`,
  });
}

const hasGeneralRemit = (organ: OrganProfile): boolean =>
  isFieldHeadquarters(organ.name) ||
  GENERAL_REMIT.test(organ.name) ||
  (organ.kind === 'government' && !DEPARTMENT.test(organ.name)) ||
  (organ.remit ?? []).some((entry) => GENERAL_ENTRY.test(entry));

/** A register that calls every organ of the government one gives none of its departments the whole remit by that. */
const DEPARTMENT = /(?:局|委|委员会|厅|支队|大队|总队|中心|公司|院|所|站|台|大学|学校)$/u;

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

const finding = (release: ReleaseText, confidence: number, law: boolean, said: Said): Finding => ({
  kind: 'crossRemit',
  releases: [release.id],
  severity: severityOf({ kind: 'crossRemit', statutory: law }),
  confidence,
  facts: [],
  ...explained(said.zh, said.en),
});
