import { isUnknownOrgan, type OrganDirectory } from './organ-directory.js';
import type { ReleaseText } from './release-text.js';

/** Words before an organ's name that make a text a relay: 据/转自/来源/根据 … 通报、消息、发布. */
const CREDIT_BEFORE =
  /(?:据|根据|按照|转自|转载自|转发|(?<![对连承衔交])接到?|来源[::]?|来自|记者从|援引|引自|摘自|综合)[《“"【\s]*$/u;
const CREDIT_AFTER =
  /^[》”"】\s]*(?:官网|官微|微信公众号|微博)?(?:最新)?(?:的)?(?:消息|通报|发布|公布|介绍|统一发布|获悉|了解到|表示|称|通知|公告|预报|提供|数据|官方)/u;

/** The organ as the one who said it: 市气象台11月20日16时发布…, 市应急管理局今日通报,. */
const SPEAKS =
  /^(?:官网|官微|微信公众号|微博|今[天日早晨晚]|昨[天日晚]|刚刚|最新|于|在|\d{1,4}年|\d{1,2}月|\d{1,2}日|\d{1,2}时|\d{1,2}分|[上下]午){0,6}(?:发布|通报|公布|消息|介绍|表示|提供|监测显示|监测数据|数据显示)(?!厅|会|人|会议)/u;

/** Does `relay` say that `source` is the relayed release, or credit its organ? */
export function relays(relay: ReleaseText, source: ReleaseText, directory: OrganDirectory): boolean {
  if (linksTo(relay, source, directory)) return true;
  return (
    !isUnknownOrgan(source.organ) &&
    !directory.same(relay.organ, source.organ) &&
    credits(relay, source.organ, directory)
  );
}

const RELAY_TITLE = /^[【[(（]?(?:转载|转发|转|转自)[】\])）:：\s]|^转发/u;
const RELAY_HEAD = /^[\s【[(（]*(?:来源|转自|转载自|稿源)[:：]/u;
const RELAY_TAIL = /[(（【[]?(?:来源|转自|转载自|稿源)[:：][^。\n]{2,30}$/u;

/** Whether a release only passes on what somebody else released: it speaks for nobody, whoever else speaks on the matter. */
export function isRelay(release: ReleaseText, directory: OrganDirectory): boolean {
  if (release.relayOf !== undefined) return true;
  const title = release.title.normalize('NFKC');
  const body = release.body.normalize('NFKC').trim();
  const marked = RELAY_TITLE.test(title) || RELAY_HEAD.test(body) || RELAY_TAIL.test(body);
  if (!marked) return false;
  const own = directory.resolve(release.organ);
  const named = directory.namedIn(`${title}\n${body.slice(0, 60)}\n${body.slice(-60)}`);
  return [...named].some((organ) => organ !== own);
}

function linksTo(relay: ReleaseText, source: ReleaseText, directory: OrganDirectory): boolean {
  if (relay.relayOf === undefined) return false;
  if (typeof relay.relayOf === 'string') return relay.relayOf === source.id;
  return directory.same(relay.relayOf.organ, source.organ);
}

/** Does the text give the organ as its source (据市气象局发布、来源:市应急局)? */
export function credits(release: ReleaseText, organ: string, directory: OrganDirectory): boolean {
  const text = `${release.title}\n${release.body}`.slice(0, 4_000).normalize('NFKC');
  const profile = directory.find(organ);
  const names = [organ, profile?.name, ...(profile?.aliases ?? []), ...departmentOf(organ)]
    .filter((name) => name !== undefined)
    .map((name) => name.normalize('NFKC'));
  return names.some((name) => creditsName(text, name));
}

/** 气象部门通报: how a text calls the 海桐市气象局 where its readers know which. */
const departmentOf = (organ: string): readonly string[] => {
  const stem = /^[\p{Script=Han}]{2,}?[市县区]([\p{Script=Han}]{2,4})(?:局|委员会)$/u.exec(organ)?.[1];
  return stem === undefined ? [] : [`${stem}部门`];
};

/** 我区第一时间与市热力集团取得联系，对方答复 */
const asked = /[与向同][^，。]{2,20}(?:取得联系|联系|核实|了解|求证)[^。]{0,6}(?:对方|据|得知|答复|获悉)/u;

function creditsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 12), at);
    const after = text.slice(at + name.length, at + name.length + 14);
    if (asked.test(text.slice(Math.max(0, at - 6), at + name.length + 24))) return true;
    if (CREDIT_BEFORE.test(before) || SPEAKS.test(text.slice(at + name.length, at + name.length + 24)))
      return true;
    if (CREDIT_AFTER.test(after) && /(?:据|根据|记者从|从)[^。!?\n]{0,12}$/u.test(before)) return true;
  }
  return false;
}

/** 以市应急管理局发布为准、由现场指挥部统一发布、受市卫健委委托: the text leaves the matter to a lead organ, or speaks for it. */
export function defersTo(release: ReleaseText, organ: string, directory: OrganDirectory): boolean {
  const text = `${release.title}\n${release.body}`.slice(0, 4_000).normalize('NFKC');
  const profile = directory.find(organ);
  return [organ, profile?.name, ...(profile?.aliases ?? [])].some((name) => {
    if (name === undefined) return false;
    const at = text.indexOf(name.normalize('NFKC'));
    if (at < 0) return false;
    const around = text.slice(Math.max(0, at - 10), at + name.length + 16);
    return /为准|统一(?:对外)?发布|牵头|负责发布|权威发布|受[^，。]{0,10}委托|由[^，。]{2,12}(?:主办|举办|组织)|委托[^，。]{0,16}(?:承担|负责|组织|实施|开展)/.test(
      around,
    );
  });
}
