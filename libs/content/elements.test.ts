import { expect, test } from '@jest/globals';
import { loadRules } from '../../test/support/declared.js';
import { findElements } from './elements.js';

for (const file of ['measures', 'guizhou'] as const) {
  const { elements } = loadRules(file).content;
  const found = (
    kind: keyof typeof elements,
    title: string,
    plain: string,
    ticks: Readonly<Record<string, string>> = {},
  ) =>
    Object.fromEntries(
      findElements({ organ: '滨海市应急管理局', title, plain }, elements[kind] ?? [], ticks).map(
        ({ rule, state }) => [rule.element, state],
      ),
    );

  test(`time, place, scene, casualties and measures are read from a first release, ${file} file (Art.23)`, () => {
    const text =
      '11月20日5时40分许，位于东港区的滨海化工园区三号车间发生爆燃，现场明火已扑灭。截至11月20日8时，事故造成2人死亡、6人受伤、1人失联。已组织救援力量开展处置。';
    expect(found('emergency', '关于三号车间爆燃事故的情况通报', text)).toEqual({
      time: 'found',
      place: 'found',
      scene: 'found',
      casualties: 'found',
      measures: 'found',
      publicNotes: 'missing',
    });
  });

  test(`a first release that is silent on casualties lacks them; saying there are none carries them, ${file} file (Art.23)`, () => {
    const silent = '11月20日5时40分许，东港区一处仓库起火，现场火势已控制，消防力量正在救援。';
    expect(found('emergency', '仓库火情通报', silent)['casualties']).toBe('missing');
    expect(found('emergency', '仓库火情通报', `${silent}目前无人员伤亡。`)['casualties']).toBe('found');
  });

  test(`a tick counts with the sentence that carries it, and not when the sentence has gone, ${file} file (Art.13)`, () => {
    const text = '11月20日5时40分许，东港区一处仓库起火，现场火势已控制，全体职工平安。';
    const tick = { casualties: '全体职工平安' };
    expect(found('emergency', '仓库火情通报', text, tick)['casualties']).toBe('ticked');
    const edited = text.replace('全体职工平安', '原因待查');
    expect(found('emergency', '仓库火情通报', edited, tick)['casualties']).toBe('missing');
  });

  test(`a warning without its level, area or measures lacks them, ${file} file (Art.13(4))`, () => {
    const bare = found('warning', '暴雨预警', '今天夜间有暴雨，请注意防范。');
    expect([bare['level'], bare['area'], bare['measures']]).toEqual(['missing', 'missing', 'missing']);
    const full = found(
      'warning',
      '暴雨橙色预警',
      '滨海市气象局11月23日15时发布暴雨橙色预警：预计今天18时起，东港区有强降雨，可能发生城市内涝，请做好防御，减少外出。',
    );
    expect(Object.values(full)).not.toContain('missing');
  });

  test(`a major event names its hosts, ${file} file (Art.13(5))`, () => {
    expect(found('majorEvent', '滨海马拉松公告', '比赛于12月6日举行。')).toEqual({ host: 'missing' });
    expect(found('majorEvent', '滨海马拉松公告', '比赛由市政府主办，市文旅局承办。')).toEqual({
      host: 'found',
    });
  });
}
