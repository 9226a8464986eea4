import type { ConferenceKind } from './conference.api.js';
import type { ConferenceSettings, KindSettings } from './conference-settings.js';

interface Named {
  readonly name: string;
  readonly area: string;
}

const filled = (template: string, city: string, organ: Named): string =>
  template
    .replaceAll('{city}', city)
    .replaceAll('{organ}', organ.name)
    .replaceAll('{area}', organ.area === '' ? organ.name : organ.area);

/** What Art.30 lays down of a conference; nobody types it. */
export interface Naming {
  readonly name: string;
  readonly host: string;
  /** Null where the text and the city lay no place down. */
  readonly venue: { readonly place: string; readonly firm: boolean } | null;
}

export const namingOf = (
  settings: Pick<ConferenceSettings, 'kinds'>,
  kind: ConferenceKind,
  of: { readonly city: string; readonly organ: Named },
): Naming => {
  const { name, host, venue }: KindSettings = settings.kinds[kind];
  const fill = (template: string): string => filled(template, of.city, of.organ);
  return {
    name: fill(name),
    host: fill(host),
    venue: venue === null ? null : { ...venue, place: fill(venue.place) },
  };
};

/** The place it will be: the hall laid down, or another where one is allowed; in an emergency near the event (Art.30). */
export const placeOf = (naming: Naming, typed: string | null, emergency: boolean): string | null => {
  if (naming.venue?.firm === true && !emergency) return naming.venue.place;
  return typed ?? naming.venue?.place ?? null;
};
