import divisions from './data/gazetteer.json' with { type: 'json' };

/** A division of the country: 省 level 1, 地 level 2, 县 level 3. */
export interface Division {
  readonly name: string;
  readonly level: 1 | 2 | 3;
  readonly parent: Division | null;
}

/** Everyday words and place-name parts that would pass for a prefecture's short name. */
const notShort = new Set([
  '和平',
  '朝阳',
  '东方',
  '安宁',
  '永安',
  '新民',
  '大安',
  '高平',
  '兴化',
  '安国',
  '安达',
  '新乐',
  '东兴',
  '文昌',
  '兴仁',
  '海西',
  '海北',
  '黄南',
]);
/** Shells of the statistical code, no places. */
const shells = new Set(['省直辖县', '县', '自治区直辖县级行政区划']);
const ethnic =
  '满族|回族|藏族|羌族|彝族|苗族|侗族|壮族|白族|傣族|景颇族|哈尼族|布依族|土家族|朝鲜族|蒙古族|蒙古|哈萨克|柯尔克孜|傈僳族|维吾尔';
const shortening = new RegExp(`(?:${ethnic})*(?:特别行政区|自治区|自治州|自治县|省|市|地区|盟|林区|州|县)$`);

/** 黔东南苗族侗族自治州 → 黔东南, 长沙市 → 长沙; the name itself when too little would stay. */
const shortName = (name: string): string => {
  const short = name.replace(shortening, '').replace(/(?:壮族|回族|维吾尔)$/, '');
  return short.length >= 2 ? short : name;
};

const byName = new Map<string, Division[]>();
const enter = (name: string, division: Division): void => {
  const list = byName.get(name);
  if (list) list.push(division);
  else byName.set(name, [division]);
};

const enterBoth = (division: Division): void => {
  enter(division.name, division);
  const short = shortName(division.name);
  if (short !== division.name && !notShort.has(short)) enter(short, division);
  if (division.name.endsWith('自治州')) enter(`${short}州`, division);
};

const districtSuffix = /[区县市旗]$/;

const enterCounties = (counties: string, parent: Division): void => {
  for (const name of counties.split(' ')) {
    if (name === '' || name === '其它区' || !districtSuffix.test(name)) continue;
    const county: Division = { name, level: 3, parent };
    enter(name, county);
    const short = name.slice(0, -1);
    if (name.endsWith('市') && short.length >= 2 && !notShort.has(short)) enter(short, county);
  }
};

for (const [provinceName, prefectures] of Object.entries(
  divisions as Record<string, Record<string, string>>,
)) {
  const province: Division = { name: provinceName, level: 1, parent: null };
  enterBoth(province);
  if (provinceName === '海南省') enter('海南', province);
  for (const [prefectureName, counties] of Object.entries(prefectures)) {
    const shell = shells.has(prefectureName) || prefectureName === provinceName;
    const prefecture: Division = shell ? province : { name: prefectureName, level: 2, parent: province };
    if (!shell) enterBoth(prefecture);
    enterCounties(counties, prefecture);
  }
}

const longestName = 12;
/** The first two units of every name: most positions of a text are dismissed by one look-up. */
const headAt = (text: string, index: number): number =>
  text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);
const heads = new Set([...byName.keys()].map((name) => headAt(name, 0)));

/** The longest division name that begins at `index`, with all divisions that bear it. */
export const divisionsAt = (
  text: string,
  index: number,
): { readonly length: number; readonly divisions: readonly Division[] } | null => {
  if (!heads.has(headAt(text, index))) return null;
  for (let length = Math.min(longestName, text.length - index); length >= 2; length -= 1) {
    const divisions = byName.get(text.slice(index, index + length));
    if (divisions) return { length, divisions };
  }
  return null;
};

/** Whether `inner` lies in `outer` or is it. */
export const liesIn = (inner: Division, outer: Division): boolean => {
  for (let current: Division | null = inner; current; current = current.parent)
    if (current === outer) return true;
  return false;
};
