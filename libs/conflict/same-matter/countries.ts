/** Countries and territories outside the gazetteer, by the names that news use. */
const NAMES =
  '日本 韩国 朝鲜 蒙古国 越南 老挝 柬埔寨 泰国 缅甸 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 印度 巴基斯坦 孟加拉国 尼泊尔 斯里兰卡 阿富汗 伊朗 伊拉克 叙利亚 黎巴嫩 以色列 巴勒斯坦 约旦 沙特 也门 阿联酋 卡塔尔 土耳其 哈萨克斯坦 乌兹别克斯坦 俄罗斯 乌克兰 白俄罗斯 波兰 德国 法国 英国 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 奥地利 希腊 塞尔维亚 匈牙利 捷克 罗马尼亚 瑞典 挪威 芬兰 丹麦 爱尔兰 冰岛 埃及 利比亚 阿尔及利亚 摩洛哥 突尼斯 苏丹 埃塞俄比亚 索马里 肯尼亚 尼日利亚 刚果 南非 坦桑尼亚 乌干达 加拿大 美国 墨西哥 古巴 海地 委内瑞拉 哥伦比亚 巴西 阿根廷 智利 秘鲁 澳大利亚 新西兰 斐济 香港 澳门 台湾';

const ALIASES: Readonly<Record<string, string>> = {
  印尼: '印度尼西亚',
  韩方: '韩国',
  日方: '日本',
  美方: '美国',
  俄方: '俄罗斯',
  美军: '美国',
  俄军: '俄罗斯',
  以军: '以色列',
};

const names = [...NAMES.split(' '), ...Object.keys(ALIASES)].sort((a, b) => b.length - a.length);
const pattern = new RegExp(names.join('|'), 'gu');

export const countriesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([name]) => ALIASES[name] ?? name));
