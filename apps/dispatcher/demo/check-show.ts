import { checkReleases, type Finding, type FindingKind } from '@koujing/conflict';
import type { DemoCity } from './demo-city.js';
import { demoIssuers, demoMatters, demoProfiles, demoText } from './demo-texts.js';
import type { Terminal } from './terminal.js';

const kindNames: Readonly<Record<FindingKind, string>> = {
  inconsistent: '信息发布不一致',
  multiHeaded: '多头发布',
  duplicate: '重复发布',
  crossRemit: '交叉发布',
  gap: '工作缺位',
};

/** Checks the demo releases, as `koujing check` would, and says in words what contradicts what. */
export const showCheck = (city: DemoCity, now: Date, terminal: Terminal): readonly Finding[] => {
  terminal.heading('核对口径', 'Checking the releases against each other');
  const releases = city.releases.map((release) => demoText(city, release, now));
  const bars = terminal.bars(new Map([['核对发布稿', releases.length]]));
  const findings = checkReleases({
    releases,
    organs: demoProfiles(city),
    statutoryIssuers: demoIssuers(city),
    matters: demoMatters(city, now),
    now: now.getTime(),
    onChecked: () => bars.step('核对发布稿'),
  });
  bars.end();
  terminal.line(`   ${releases.length} 篇发布稿，发现 ${findings.length} 处问题。`);
  for (const finding of findings) {
    const mark = finding.severity === 'block' ? '✗' : '!';
    terminal.line(`   ${mark} 【${kindNames[finding.kind]}】${finding.explanation}`);
  }
  return findings;
};
