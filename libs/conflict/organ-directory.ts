import type { OrganProfile, ReleaseText } from './release-text.js';

/** The organ of a release that names none (DETECTION.md, "The CLI contract"). */
const UNKNOWN_ORGAN = '微博';

/** Names are short: a megabyte. */
const MOST_RESOLVED = 10_000;

/** Names and aliases of the organs, resolved to one name each. */
export class OrganDirectory {
  private readonly byName = new Map<string, OrganProfile>();
  /** A check asks for the same few names a hundred times, and to fold one costs more than all else that is asked of it. */
  private readonly resolved = new Map<string, string>();
  private readonly patterns: readonly { readonly written: string; readonly name: string }[];

  constructor(organs: readonly OrganProfile[] = []) {
    for (const organ of organs)
      for (const written of [organ.name, ...(organ.aliases ?? [])]) this.byName.set(fold(written), organ);
    this.patterns = organs
      .flatMap((organ) =>
        [organ.name, ...(organ.aliases ?? [])].map((written) => ({
          written: fold(written),
          name: organ.name,
        })),
      )
      .filter(({ written }) => written.length >= 3)
      .sort((a, b) => b.written.length - a.written.length);
  }

  find(written: string): OrganProfile | undefined {
    return this.byName.get(fold(written));
  }

  /** The registered name; for an organ outside the register its name without the forms that vary. */
  resolve(written: string): string {
    const known = this.resolved.get(written);
    if (known !== undefined) return known;
    const name = this.find(written)?.name ?? shortForm(fold(written));
    // Organs outside the register come from the web, without end.
    if (this.resolved.size >= MOST_RESOLVED) this.resolved.clear();
    this.resolved.set(written, name);
    return name;
  }

  same(a: string, b: string): boolean {
    return !isUnknownOrgan(a) && !isUnknownOrgan(b) && this.resolve(a) === this.resolve(b);
  }

  /** Registered organs named in a text, longest names first so that 市气象局 does not also count as 气象局. */
  namedIn(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    let rest = fold(text);
    for (const { written, name } of this.patterns) {
      if (!rest.includes(written)) continue;
      found.add(name);
      rest = rest.replaceAll(written, '□');
    }
    return found;
  }
}

export const isUnknownOrgan = (organ: string): boolean => organ.trim() === UNKNOWN_ORGAN;

/** Newspapers, agencies, channels and their apps: they report, they do not release. */
export const isPress = (organ: string): boolean =>
  /(?:日报|晚报|早报|晨报|时报|青年报|都市报|周刊|周报|通讯社|新华社|电视台|广播台|人民网|新华网|中新网|新闻(?:app|客户端)?|海外版|融媒体|丁香园)$/iu.test(
    organ.trim(),
  );

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[()（）“”"]/g, '');

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?:官方)?(?:微博|微信公众号|微信|网站|客户端|app)$/u, ''],
  [/卫生健康(?:委员会|委)|卫生计生委|卫计委/u, '卫健委'],
  [/应急管理(局|厅)/u, '应急$1'],
  [/公安局交通警察支队|交通警察支队/u, '交警支队'],
  [/人民政府/u, '政府'],
  [/新闻办公室/u, '新闻办'],
  [/(?<=..)[省市](?=[^政委区县])/u, ''],
];

/** 重庆市卫生健康委员会官方微博 → 重庆卫健委. Only for organs that no register names. */
const shortForm = (name: string): string =>
  SHORT.reduce((short, [form, replacement]) => short.replace(form, replacement), name);

/** 现场指挥部 and the like: once it exists it alone speaks (Art.22). */
export const isFieldHeadquarters = (organ: string): boolean => /指挥部|联合调查组|应急处置工作组/.test(organ);

/** Organs and releases that a release says it speaks with or for. */
export function isJoint(a: ReleaseText, b: ReleaseText, directory: OrganDirectory): boolean {
  const names = (x: ReleaseText, y: ReleaseText): boolean =>
    (x.jointWith ?? []).some((organ) => directory.same(organ, y.organ));
  return names(a, b) || names(b, a);
}
