import type { MatterRecord, OrganProfile, ReleaseText, StatutoryIssuer } from '@koujing/conflict';
import type { DemoCity, DemoRelease } from './demo-city.js';
import { demoInstant, fillDates } from './demo-date.js';

const organName = (city: DemoCity, id: string): string =>
  city.organs.find((organ) => organ.id === id)?.name ?? id;

const isoOf = (instant: Date): string =>
  `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** A demo release as the detector reads it; drafts are taken as released now. */
export const demoText = (city: DemoCity, release: DemoRelease, now: Date): ReleaseText => ({
  id: release.id,
  organ: organName(city, release.organ),
  title: fillDates(release.title, now),
  body: fillDates(release.body, now).trim(),
  publishedAt: isoOf(release.at === undefined ? now : demoInstant(now, release.at)),
  kind: release.kind,
  ...(release.joint.length === 0 ? {} : { jointWith: release.joint.map((id) => organName(city, id)) }),
  ...(release.relayOf === undefined ? {} : { relayOf: release.relayOf }),
  ...(release.supersedes === undefined ? {} : { supersedes: release.supersedes }),
});

export const demoProfiles = (city: DemoCity): readonly OrganProfile[] =>
  city.organs.map(({ name, shortName, aliases, level, area, remit, kind }) => ({
    name,
    aliases: [shortName, ...aliases],
    level,
    area,
    remit,
    kind,
  }));

export const demoIssuers = (city: DemoCity): readonly StatutoryIssuer[] =>
  city.statutoryIssuers.map(({ subject, organIds }) => ({
    subject,
    organs: organIds.map((id) => organName(city, id)),
  }));

export const demoMatters = (city: DemoCity, now: Date): readonly MatterRecord[] =>
  city.matters.map(({ id, title, owner, opened, due, trigger }) => ({
    id,
    title,
    owner: organName(city, owner),
    openedAt: isoOf(demoInstant(now, opened)),
    dueAt: isoOf(demoInstant(now, due)),
    trigger,
  }));
