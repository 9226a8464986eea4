import type { OfficeHats } from '@koujing/organ';
import type { ConferenceKind } from './conference.api.js';
import type { ConferenceSettings, KindSettings } from './conference-settings.js';

interface Named {
  readonly name: string;
  readonly area: string;
}

/** Who a conference is held by. */
export interface Holder {
  readonly organ: Named;
  /** The office, under the names in which it speaks for the Party and for the government (Art.4, 30). */
  readonly office: Named & { readonly hats?: OfficeHats | null };
}

const filled = (template: string, { organ, office }: Holder): string =>
  template
    .replaceAll('{party}', office.hats?.party ?? office.name)
    .replaceAll('{government}', office.hats?.government ?? office.name)
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
  holder: Holder,
): Naming => {
  const { name, host, venue }: KindSettings = settings.kinds[kind];
  const fill = (template: string): string => filled(template, holder);
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
