/** A public alert in the words of OASIS CAP 1.2. Field order in the document is fixed by the schema (`cap-xml.ts`). */
export interface CapAlert {
  /** No space, comma, `<` or `&` (CAP 1.2, 3.2.1). */
  readonly identifier: string;
  readonly sender: string;
  /** As all times here: `2026-11-23T15:00:00+08:00`; the schema forbids `Z`. */
  readonly sent: string;
  readonly status: CapStatus;
  readonly msgType: 'Alert' | 'Update' | 'Cancel';
  readonly note?: string;
  /** Every earlier message that has not expired. */
  readonly references: readonly CapReference[];
  /** Names the chain that the message belongs to. */
  readonly incident?: string;
  readonly info: CapInfo;
}

/** `Actual` tells people to act: only an alert authority may say it. */
export type CapStatus = 'Actual' | 'Exercise' | 'Test';
export type CapCategory =
  | 'Geo'
  | 'Met'
  | 'Safety'
  | 'Security'
  | 'Rescue'
  | 'Fire'
  | 'Health'
  | 'Env'
  | 'Transport'
  | 'Infra'
  | 'Other';
export type CapSeverity = 'Extreme' | 'Severe' | 'Moderate' | 'Minor' | 'Unknown';
export type CapUrgency = 'Immediate' | 'Expected' | 'Future' | 'Past' | 'Unknown';
export type CapCertainty = 'Observed' | 'Likely' | 'Possible' | 'Unlikely' | 'Unknown';

export interface CapReference {
  readonly sender: string;
  readonly identifier: string;
  readonly sent: string;
}

export interface CapInfo {
  readonly category: CapCategory;
  readonly event: string;
  readonly responseType?: 'Monitor' | 'Prepare' | 'AllClear';
  readonly urgency: CapUrgency;
  readonly severity: CapSeverity;
  readonly certainty: CapCertainty;
  readonly effective: string;
  readonly expires: string;
  readonly senderName: string;
  readonly headline: string;
  readonly description: string;
  readonly instruction?: string;
  /** The portal page. */
  readonly web: string;
  readonly parameters: readonly NamedValue[];
  readonly area: { readonly areaDesc: string; readonly geocodes: readonly NamedValue[] };
}

export interface NamedValue {
  readonly valueName: string;
  readonly value: string;
}

/** `sender,identifier,sent`, as `references` lists them. */
export const referenceText = ({ sender, identifier, sent }: CapReference): string =>
  `${sender},${identifier},${sent}`;

/** Whole seconds with the city's offset. */
export const capTime = (civil: string): string => civil.replace(/\.\d+(?=[+-])/u, '');
