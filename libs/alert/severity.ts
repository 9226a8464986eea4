import type { IncidentLevel } from '../incident/incident.api.js';
import type { CapCertainty, CapSeverity, CapUrgency } from './cap.js';

/** The three that CAP asks for, and where each is read from. */
export interface Gravity {
  readonly severity: CapSeverity;
  readonly urgency: CapUrgency;
  readonly certainty: CapCertainty;
}

export type WarningColour = '红' | '橙' | '黄' | '蓝';

/**
 * Warning colours. 突发事件应对法（2024）第六十三条: 一级至四级分别用红色、橙色、黄色和蓝色标示, by urgency, development and possible
 * harm. CAP 1.2 (3.2.2) has four severities of the same order. That these two scales are one is our reading; no published table
 * of the two was at hand. The worse mistake is to tell a red warning as less than Extreme.
 */
const ofColour: Readonly<Record<WarningColour, Pick<Gravity, 'severity' | 'urgency'>>> = {
  红: { severity: 'Extreme', urgency: 'Immediate' },
  橙: { severity: 'Severe', urgency: 'Immediate' },
  黄: { severity: 'Moderate', urgency: 'Expected' },
  蓝: { severity: 'Minor', urgency: 'Expected' },
};

/** 突发事件应对法 第三条: 特别重大、重大、较大和一般. The same order, our reading. */
const ofLevel: Readonly<Record<IncidentLevel, CapSeverity>> = {
  extraordinary: 'Extreme',
  major: 'Severe',
  larger: 'Moderate',
  ordinary: 'Minor',
};

/** A warning is about what is likely to come; without a colour nobody here knows how grave it is. */
export const gravityOfWarning = (colour: WarningColour | null): Gravity => ({
  ...(colour === null ? { severity: 'Unknown', urgency: 'Unknown' } : ofColour[colour]),
  certainty: 'Likely',
});

/** An emergency has happened. */
export const gravityOfEmergency = (level: IncidentLevel | null): Gravity => ({
  severity: level === null ? 'Unknown' : ofLevel[level],
  urgency: 'Immediate',
  certainty: 'Observed',
});

/** Lifted: nothing is to be feared from it any more. */
export const lifted = (gravity: Gravity): Gravity => ({ ...gravity, urgency: 'Past' });
