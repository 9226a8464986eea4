import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { isOut, type AskedRelease, type ReleaseBar } from '@koujing/release';
import type { IncidentParts } from './incident-parts.js';
import { organsOf, type Incident } from './incident.js';
import { incidentRefusal } from './refusal.js';
import { tellsOf } from './tells-of.js';
import type { TitleReader } from './title-reader.js';

type Asked = Parameters<TitleReader['isAbout']>[1];

/**
 * A release that is linked to no incident would pass by headquarters, permission and figures (Art.22, 23).
 * Where an emergency reads like one that is open, or another release tells of its very place, event and day, whoever hands it in links it, or says that it is another; the answer is under the
 * digest. Asked at submission alone: what is approved must not wait because an incident was registered meanwhile. An organ
 * that an incident is none of neither sees nor can link it: it is sent to the office, and told no title. That the release
 * names one of them as a joint organ is its drafter's word, and opens nothing.
 */
export class UnlinkedBar implements ReleaseBar {
  constructor(
    private readonly parts: Pick<IncidentParts, 'incidents' | 'organs' | 'clock'>,
    private readonly titles: TitleReader,
  ) {}

  async reasons(queries: Queries, { at, release, version }: AskedRelease): Promise<readonly Reason[]> {
    const own = release.relayOf === null && !isOut(release);
    if (at !== 'submit' || !own || version.declaration.notOnIncident !== '') return [];
    const { incidents, organs, clock } = this.parts;
    if (release.matter !== null && (await incidents.ofMatter(queries, release.matter)) !== null) return [];
    const organ = (await organs.find(queries, release.organId))?.name ?? '';
    const text = { organ, title: version.title, body: version.plain, at: clock.now() };
    const open = await incidents.open(queries);
    const like =
      release.kind === 'emergency'
        ? this.#readsLike(open, release, text)
        : open.filter((incident) => tellsOf(incident, text));
    if (like.length === 0) return [];
    const theirs = like.find((incident) => organsOf(incident).includes(release.organId));
    return [
      theirs === undefined
        ? incidentRefusal.strangersIncidentUnanswered
        : incidentRefusal.incidentUnanswered(theirs.title),
    ];
  }

  #readsLike(open: readonly Incident[], release: AskedRelease['release'], text: Asked): readonly Incident[] {
    const speaking = [release.organId, ...release.jointOrganIds];
    /** Where an organ of the incident tells of its very place, other words are no other incident. */
    const atItsPlace = (incident: Incident): boolean =>
      organsOf(incident).some((id) => speaking.includes(id)) &&
      `${text.title}${text.body}`.includes(incident.place);
    return open.filter((incident) => atItsPlace(incident) || this.titles.isAbout(incident.title, text));
  }
}
