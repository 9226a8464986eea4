import type { FactSide, Finding, PairComparison } from '@koujing/conflict';

/** What the commands print, field by field as DETECTION.md lists them: what the console shows besides stays out. */
const sideOf = ({ release, text, start, end, value }: FactSide): FactSide => ({
  release,
  text,
  start,
  end,
  value,
});

export const findingInContract = ({
  matter,
  facts,
  ...finding
}: Finding): Omit<Finding, 'explanationEn'> => ({
  kind: finding.kind,
  releases: finding.releases,
  ...(matter !== undefined && { matter }),
  severity: finding.severity,
  confidence: finding.confidence,
  facts: facts.map(({ attribute, a, b }) => ({ attribute, a: sideOf(a), b: sideOf(b) })),
  explanation: finding.explanation,
});

export const comparisonInContract = ({
  sameMatter,
  duplicate,
  contradictions,
}: PairComparison): PairComparison => ({
  sameMatter,
  duplicate,
  contradictions: contradictions.map(({ attribute, a, b, update }) => ({
    attribute,
    a: sideOf(a),
    b: sideOf(b),
    ...(update === true && { update }),
  })),
});
