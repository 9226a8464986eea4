import { civilTime } from '@koujing/kernel';
import type { IncidentLevel } from '../incident/incident.api.js';
import { alertFacts, type AlertFacts } from './alert-facts.js';
import type { AlertSettings } from './alert-settings.js';
import { capTime, type CapAlert, type CapInfo, type CapReference } from './cap.js';
import { validUntil } from './valid-until.js';
import { gravityOfEmergency, gravityOfWarning, lifted } from './severity.js';

/** A release of the kinds that are alerts, in the version that the portal shows. */
export interface AlertRelease {
  readonly releaseId: string;
  readonly version: number;
  readonly kind: 'warning' | 'emergency';
  readonly organ: string;
  /** The organ's own area; '' for the whole city. */
  readonly area: string;
  readonly title: string;
  readonly body: string;
  readonly portalUrl: string;
  /** The matter of its chain, and what the incident's record says. */
  readonly matterId: string | null;
  readonly incident: { readonly level: IncidentLevel | null; readonly place: string } | null;
}

/** One message of the chain. */
export interface Issue {
  readonly act: 'issue' | 'cancel';
  /** How many messages of this release came before. */
  readonly before: number;
  readonly sentAt: Date;
  /** Unexpired earlier messages, oldest first. */
  readonly earlier: readonly CapReference[];
}

const hourMs = 3_600_000;

/** Pure: the same release, settings and moment give the same message. A message is never edited; what changes is a new one. */
export const alertOfRelease = (release: AlertRelease, issue: Issue, settings: AlertSettings): CapAlert => {
  const sent = capTime(civilTime(issue.sentAt));
  const { matterId } = release;
  return {
    identifier: `koujing-${release.releaseId}-${issue.before + 1}`,
    sender: settings.sender,
    sent,
    status: settings.status,
    msgType: issue.act === 'cancel' ? 'Cancel' : issue.earlier.length === 0 ? 'Alert' : 'Update',
    ...(issue.act === 'cancel'
      ? { note: '发布机关已撤回本信息。The issuer has withdrawn this message.' }
      : {}),
    references: issue.earlier,
    ...(matterId === null ? {} : { incident: matterId }),
    info: infoOf(release, issue, settings),
  };
};

const infoOf = (release: AlertRelease, { act, sentAt }: Issue, settings: AlertSettings): CapInfo => {
  const facts = alertFacts(release.title, release.body);
  const isOver = act === 'cancel' || facts.isLifted;
  const gravity =
    release.kind === 'warning'
      ? gravityOfWarning(facts.colour)
      : gravityOfEmergency(release.incident?.level ?? null);
  return {
    category: facts.category,
    event: eventOf(release, facts),
    responseType: isOver ? 'AllClear' : release.kind === 'warning' ? 'Prepare' : 'Monitor',
    ...(isOver ? lifted(gravity) : gravity),
    effective: capTime(civilTime(sentAt)),
    expires: capTime(civilTime(endOf(release, { isOver, sentAt }, settings))),
    senderName: release.organ,
    headline: release.title,
    description: release.body,
    ...(facts.instruction === '' ? {} : { instruction: facts.instruction }),
    web: release.portalUrl,
    parameters: [
      ...(facts.colour === null ? [] : [{ valueName: '预警级别', value: `${facts.colour}色` }]),
      { valueName: 'releaseVersion', value: String(release.version) },
    ],
    area: areaOf(release, settings),
  };
};

/** Longest that a message stands: what lasts is warned of anew, and a misread date keeps no past danger on the screens. */
const longestMs = 168 * hourMs;

/**
 * When the message falls: where a warning names its own end, then, a week at the most; all else after the fixed span. An
 * emergency's text tells what has happened, and the days in it are no end.
 */
const endOf = (
  { kind, title, body }: AlertRelease,
  { isOver, sentAt }: { readonly isOver: boolean; readonly sentAt: Date },
  { expireHours }: AlertSettings,
): Date => {
  const usual = new Date(sentAt.getTime() + expireHours * hourMs);
  const named = kind === 'warning' && !isOver ? validUntil(`${title}\n${body}`, sentAt) : null;
  return named === null ? usual : new Date(Math.min(named.getTime(), sentAt.getTime() + longestMs));
};

/** What a message may be followed by another one of: the hazard without its colour. */
export const eventKey = ({ title, body, kind }: AlertRelease): string =>
  alertFacts(title, body).hazard ?? (kind === 'warning' ? '预警' : '突发事件');

const eventOf = ({ kind }: AlertRelease, { hazard, colour }: AlertFacts): string =>
  kind === 'warning' ? `${hazard ?? ''}${colour === null ? '' : `${colour}色`}预警` : (hazard ?? '突发事件');

/** The place of the incident where there is one; the code is that of the organ's area, which holds it. */
const areaOf = ({ area, incident }: AlertRelease, { city, geocodes }: AlertSettings): CapInfo['area'] => {
  const named = area === '' ? city : area;
  const place = incident?.place ?? '';
  const code = geocodes[named] ?? geocodes[city];
  return {
    areaDesc: place === '' ? named : place,
    geocodes: code === undefined ? [] : [{ valueName: 'GB/T 2260', value: code }],
  };
};
