import type { Attribute, FindingKind, Severity } from './finding.js';

/**
 * Which findings stop the gate. `block` needs a coordinator's ruling before anything goes out; the worse mistake is to let two
 * organs tell the public different facts, so hard facts block, while what a reader can live with only warns.
 */
const HARD_FACTS: ReadonlySet<Attribute> = new Set<Attribute>([
  'deaths',
  'injured',
  'missing',
  'trapped',
  'evacuated',
  'people',
  'cases',
  'date',
  'time',
  'place',
  'phone',
  'warningColour',
  'responseLevel',
  'hazard',
  'magnitude',
  'polarity',
  'cause',
]);

export interface SeverityCase {
  readonly kind: FindingKind;
  /** inconsistent: the attributes that disagree. */
  readonly attributes?: readonly Attribute[];
  /** inconsistent and duplicate: more than one organ is involved. */
  readonly acrossOrgans?: boolean;
  /** crossRemit: the law names the only issuers (Art.24). */
  readonly statutory?: boolean;
  /** duplicate: word for word. */
  readonly exact?: boolean;
}

export function severityOf(finding: SeverityCase): Severity {
  switch (finding.kind) {
    case 'inconsistent':
      if (finding.acrossOrgans !== true) return 'warn';
      return (finding.attributes ?? []).some((attribute) => HARD_FACTS.has(attribute)) ? 'block' : 'warn';
    case 'crossRemit':
      return finding.statutory === true ? 'block' : 'warn';
    case 'duplicate':
      if (finding.exact !== true) return 'warn';
      return finding.acrossOrgans === true ? 'block' : 'info';
    case 'multiHeaded':
    case 'gap':
      return 'warn';
  }
}
