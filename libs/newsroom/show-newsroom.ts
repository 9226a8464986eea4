import { civilTime, minuteInEnglish } from '@koujing/kernel';
import type { Audience, OutletOnList } from '@koujing/media';
import type { Release, ReleaseVersion } from '@koujing/release';
import {
  newsroomListPage,
  newsroomReleasePage,
  type NewsroomConference,
  type NewsroomStanding,
} from '@koujing/template';
import { comingConferences, type ComingConference } from './coming-conferences.sql.js';
import type { Opened } from './link/open-link.js';
import type { NewsroomParts } from './newsroom-parts.js';
import { PressFiles, sumsOf, type PressFile } from './press-files.js';
import { RecordLook } from './record-look.js';
import { standingOf, type Standing } from './shown-release.js';
import type { ListedCandidate } from './shown-releases.sql.js';

/** Who asks: an outlet by a link that stands. */
export type Visitor = Extract<Opened, { state: 'inForce' }> & { readonly token: string };

/** A release as it stands for a visitor. */
interface Found {
  readonly candidate: ListedCandidate;
  readonly standing: Standing;
}

const pageSize = 30;
const mostConferences = 20;

/** The pages of an outlet. */
export class ShowNewsroom {
  readonly #files: PressFiles;
  readonly #looks: RecordLook;

  constructor(private readonly parts: NewsroomParts & { readonly audience: Audience }) {
    this.#files = new PressFiles(parts);
    this.#looks = new RecordLook(parts);
  }

  async list(visitor: Visitor, page: number): Promise<string> {
    const { database, audience, shown, clock } = this.parts;
    const { queries } = database;
    const lists = await audience.ofOutlet(queries, visitor.outlet.id);
    const of = { outletId: visitor.outlet.id, listIds: lists.map(({ id }) => id) };
    // One more than is shown tells whether there is an older page.
    const window = { limit: pageSize + 1, offset: (page - 1) * pageSize };
    const candidates = await shown.candidates(queries, of, window);
    const found = candidates.slice(0, pageSize).flatMap((candidate) => {
      const standing = standingOf(candidate);
      return standing === null ? [] : [{ candidate, standing }];
    });
    for (const { candidate, standing } of found)
      if (standing.kind === 'embargoed')
        await this.#looks.perform(visitor, { ...standing, releaseId: candidate.releaseId, place: 'list' });
    const organs = await this.#organs();
    const home = `./${visitor.token}`;
    const conferences = await comingConferences(queries, visitor.outlet.id, {
      ...{ from: clock.now(), limit: mostConferences },
    });
    return newsroomListPage({
      outlet: shownOutlet(visitor, home),
      entries: await Promise.all(
        found.map(async ({ candidate, standing }) => ({
          ...{ title: candidate.title, number: candidate.number },
          organ: organs.get(candidate.organId) ?? '',
          standing: await this.#shown(candidate, standing),
          address: `${home}/releases/${candidate.releaseId}`,
        })),
      ),
      topics: lists.map((list) => topicOf(list, home)),
      conferences: conferences.map(conferenceOf),
      leaveAddress: `${home}/leave`,
      newer: page > 1 ? `${home}?page=${page - 1}` : null,
      older: candidates.length > pageSize ? `${home}?page=${page + 1}` : null,
    });
  }

  /** Null: no release of theirs. */
  async release(visitor: Visitor, releaseId: string): Promise<string | null> {
    const found = await this.#found(visitor, releaseId);
    if (found === null) return null;
    const { candidate, standing } = found;
    const organs = await this.#organs();
    const about = {
      ...{ outlet: shownOutlet(visitor, `../../${visitor.token}`), title: candidate.title },
      ...{ number: candidate.number, organ: organs.get(candidate.organId) ?? '' },
      standing: await this.#shown(candidate, standing),
    };
    if (standing.kind !== 'out' && standing.kind !== 'embargoed') return newsroomReleasePage(about);
    await this.#look(visitor, found, 'page');
    const { release, version } = await this.#text(releaseId, standing.version);
    const files = await this.#files.of(release, version);
    const at = `./${releaseId}/files/${standing.version}`;
    return newsroomReleasePage({
      ...about,
      title: version.title,
      text: {
        blocks: version.blocks,
        image: (sha256) => `${at}/${sha256}`,
        files: files.map(({ name, sha256, bytes }) => ({
          ...{ name, sha256, size: bytes.byteLength },
          address: `${at}/${sha256}`,
        })),
        sums: `${at}/SHA256SUMS`,
        ...(standing.kind === 'out' ? { portalUrl: this.parts.portalUrl(releaseId) } : {}),
      },
    });
  }

  /** `missing`: no release or file of theirs; `replaced`: this version is not what they are shown now. */
  async file(
    visitor: Visitor,
    { releaseId, version, file }: { releaseId: string; version: number; file: string },
  ): Promise<Pick<PressFile, 'name' | 'mimeType' | 'bytes'> | 'missing' | 'replaced'> {
    const found = await this.#found(visitor, releaseId);
    if (found === null) return 'missing';
    const { standing } = found;
    const isShown = standing.kind === 'out' || standing.kind === 'embargoed';
    if (!isShown || standing.version !== version) return 'replaced';
    const text = await this.#text(releaseId, version);
    const files = await this.#files.of(text.release, text.version);
    const asked =
      file === 'SHA256SUMS'
        ? { name: file, mimeType: 'text/plain; charset=utf-8', bytes: Buffer.from(sumsOf(files), 'utf8') }
        : files.find(({ sha256 }) => sha256 === file);
    if (asked === undefined) return 'missing';
    await this.#look(visitor, found, asked.name);
    return asked;
  }

  async #found(visitor: Visitor, releaseId: string): Promise<Found | null> {
    const { database, audience, shown } = this.parts;
    const lists = await audience.ofOutlet(database.queries, visitor.outlet.id);
    const of = { outletId: visitor.outlet.id, listIds: lists.map(({ id }) => id) };
    const [candidate] = await shown.candidates(database.queries, of, { releaseId, limit: 1, offset: 0 });
    const standing = candidate === undefined ? null : standingOf(candidate);
    return candidate === undefined || standing === null ? null : { candidate, standing };
  }

  async #look(visitor: Visitor, { candidate, standing }: Found, place: string): Promise<void> {
    if (standing.kind === 'embargoed')
      await this.#looks.perform(visitor, { ...standing, releaseId: candidate.releaseId, place });
  }

  async #text(
    releaseId: string,
    number: number,
  ): Promise<{ readonly release: Release; readonly version: ReleaseVersion }> {
    const { database, releases } = this.parts;
    const release = await releases.find(database.queries, releaseId);
    const version = await releases.version(database.queries, releaseId, number);
    if (release === null || version === null) throw new Error(`release ${releaseId} lacks version ${number}`);
    return { release, version };
  }

  async #organs(): Promise<ReadonlyMap<string, string>> {
    const { database, organs } = this.parts;
    return new Map((await organs.all(database.queries)).map(({ id, name }) => [id, name]));
  }

  async #shown(candidate: ListedCandidate, standing: Standing): Promise<NewsroomStanding> {
    if (standing.kind === 'embargoed') {
      const { until } = standing;
      return { kind: 'embargoed', until: until === null ? null : minute(until) };
    }
    if (standing.kind !== 'out') return standing;
    const { database, releases } = this.parts;
    const version = await releases.version(database.queries, candidate.releaseId, standing.version);
    const note = version?.correctionNote ?? '';
    return {
      kind: 'out',
      at: candidate.publishedAt === null ? '' : minute(candidate.publishedAt),
      corrected: note === '' ? null : note,
    };
  }
}

const minute = minuteInEnglish;

export const shownOutlet = ({ outlet, link }: Visitor, home: string) => ({
  ...{ name: outlet.name, home },
  until: civilTime(link.expiresAt).slice(0, 10),
});

const topicOf = ({ id, name, members }: OutletOnList, home: string) => ({
  ...{ id, name, feed: `${home}/feeds/${id}` },
  members: members.map((member) => ({ ...member, address: masked(member.address) })),
});

/** `ne…@daily.example`: enough for who owns it. */
const masked = (address: string): string => address.replace(/^(.{1,2})[^@]*/u, '$1…');

const registrationWords: Readonly<Record<string, string>> = {
  registered: '已登记',
  admitted: '准予入场',
  turnedAway: '未获准入场',
};

const conferenceOf = ({ startsAt, registered, ...rest }: ComingConference): NewsroomConference => ({
  ...rest,
  startsAt: minute(startsAt),
  registered: registered.map(({ name, state }) => `${name}（${registrationWords[state] ?? state}）`),
});
