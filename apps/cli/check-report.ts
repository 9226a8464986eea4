import { counted, minuteInWords } from '@koujing/kernel';
import {
  attributeName,
  type Finding,
  type ReleaseText,
  type Severity,
  valueInWords,
} from '@koujing/conflict';
import { kindNames, severityNames } from './kind-names.js';

const ORDER: readonly Severity[] = ['block', 'warn', 'info'];

/** The report a coordinator reads: gravest first, both sentences side by side. */
export function reportOf(findings: readonly Finding[], releases: readonly ReleaseText[]): string {
  const byId = new Map(releases.map((release) => [release.id, release]));
  const ordered = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const head =
    findings.length === 0
      ? `检查 ${releases.length} 篇发布，没有发现问题 (no findings).\n`
      : `检查 ${releases.length} 篇发布，发现 ${findings.length} 处问题 (${counted(findings.length, 'finding')}):\n`;
  return [head, ...ordered.map((finding, i) => block(finding, i + 1, byId))].join('\n');
}

function block(finding: Finding, number: number, byId: ReadonlyMap<string, ReleaseText>): string {
  const lines = [
    `${number}. 【${kindNames[finding.kind]}】${severityNames[finding.severity]} · 把握 ${Math.round(finding.confidence * 100)}%`,
    `   ${finding.explanation}`,
    ...finding.releases.map((id) => `   - ${describe(byId.get(id), id)}`),
    ...finding.facts.flatMap((fact) => [
      `   ${attributeName(fact.attribute)}：${valueInWords(fact.attribute, fact.a.value)} ≠ ${valueInWords(fact.attribute, fact.b.value)}`,
      `     ${fact.a.release}：“${fact.a.text}”`,
      `     ${fact.b.release}：“${fact.b.text}”`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

const describe = (release: ReleaseText | undefined, id: string): string =>
  release === undefined
    ? id
    : `${id} ${release.organ}《${release.title}》 ${release.publishedAt === null ? '时间不详' : minuteInWords(new Date(release.publishedAt))}`;
