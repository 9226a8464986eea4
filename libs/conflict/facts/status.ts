/** What people or cases are counted for; the longer word wins, so 解除医学观察 is not 医学观察. */
const words: Readonly<Record<string, string>> = {
  无症状感染者: 'asymptomatic',
  无症状: 'asymptomatic',
  解除医学观察: 'released',
  解除隔离: 'released',
  解除观察: 'released',
  医学观察: 'observed',
  密切接触者: 'contact',
  密接: 'contact',
  次密接: 'secondContact',
  治愈出院: 'discharged',
  出院: 'discharged',
  治愈: 'discharged',
  康复: 'discharged',
  疑似: 'suspected',
  排除: 'excluded',
  危重症: 'critical',
  危重型: 'critical',
  危重: 'critical',
  重症: 'severe',
  重型: 'severe',
  重伤: 'severeInjury',
  伤势严重: 'severeInjury',
  伤势较重: 'severeInjury',
  伤势较轻: 'lightInjury',
  轻微伤: 'lightInjury',
  轻伤: 'lightInjury',
  轻型: 'mild',
  轻症: 'mild',
  普通型: 'common',
  普通: 'common',
  境外输入: 'imported',
  输入: 'imported',
  本土: 'local',
  发热门诊: 'feverClinic',
  在院治疗: 'inHospital',
  仍在医院治疗: 'inHospital',
  仍在医院接受治疗: 'inHospital',
  仍在接受治疗: 'inHospital',
  仍在住院: 'inHospital',
  继续住院: 'inHospital',
  住院: 'inHospital',
  留院: 'inHospital',
  集中隔离: 'isolated',
  隔离: 'isolated',
  死亡: 'dead',
  遇难: 'dead',
  身亡: 'dead',
  丧生: 'dead',
  罹难: 'dead',
  病亡: 'dead',
  离世: 'dead',
  殉职: 'dead',
  病死: 'dead',
  死者: 'dead',
  死: 'dead',
  伤亡: 'casualties',
  死伤: 'casualties',
  埋压: 'trapped',
  被埋: 'trapped',
  受困: 'trapped',
  困在: 'trapped',
  困于: 'trapped',
  遇险: 'trapped',
  就诊: 'clinic',
  失散: 'missing',
  失去联系: 'missing',
  受伤: 'injured',
  伤者: 'injured',
  伤: 'injured',
  失联: 'missing',
  失踪: 'missing',
  下落不明: 'missing',
  被困: 'trapped',
  获救: 'rescued',
  升井: 'ascended',
  下井: 'below',
  救出: 'rescued',
  救起: 'rescued',
  营救: 'rescued',
  生还: 'rescued',
  脱困: 'rescued',
  获救上岸: 'rescued',
  咬伤: 'injured',
  擦伤: 'lightInjury',
  脱险: 'rescued',
  转移: 'evacuated',
  疏散: 'evacuated',
  撤离: 'evacuated',
  安置: 'settled',
  受灾: 'affected',
  落水: 'overboard',
  抓获: 'caught',
  落网: 'caught',
  到案: 'caught',
  刑拘: 'caught',
  嫌疑人: 'caught',
  嫌犯: 'caught',
  拘捕: 'caught',
  被捕: 'caught',
  拘留: 'caught',
  确诊: 'case',
  感染: 'case',
  病例: 'case',
  核减: 'reduced',
  纳入: 'included',
  分型待定: 'untyped',
  送医: 'hospitalised',
  送院: 'hospitalised',
  就医: 'hospitalised',
};
const byHead = new Map<string, string[]>();
for (const word of Object.keys(words)) {
  const head = word[0] as string;
  byHead.set(head, [...(byHead.get(head) ?? []), word]);
}
for (const list of byHead.values()) list.sort((one, other) => other.length - one.length);

export interface StatusHit {
  readonly status: string;
  readonly start: number;
  readonly end: number;
}

/** Statuses named in a stretch of text, in order. */
export const statusesIn = (text: string): StatusHit[] => {
  const hits: StatusHit[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const word = byHead.get(text[index] as string)?.find((one) => text.startsWith(one, index));
    if (word === undefined) continue;
    hits.push({ status: words[word] as string, start: index, end: index + word.length });
    index += word.length - 1;
  }
  return hits;
};
