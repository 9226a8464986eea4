import type { PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { civilYear, newId, type Clock, type OrganId } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { Release, ReleaseNumbers, ReleaseStore, ReleaseVersion } from '@koujing/release';
import type { Detector } from './detector.js';
import type { Finding } from './finding.js';
import type { FactStore } from './fact-store.sql.js';
import type { RecordFindings } from './gate-findings.js';
import type { GateIndex } from './gate-index.js';
import type { GateStore } from './gate-store.sql.js';
import { changedLine, Tally, unknownSuperseded, type ImportSummary } from './import-tally.js';
import {
  IMPORTER,
  importedOrgan,
  linked,
  organIds,
  relayed,
  sameContent,
  versionOf,
} from './imported-release.js';
import type { ReleaseText } from './release-text.js';
import type { StoredFacts } from './stored-facts.js';

/** A record of the file with its line, good enough to be stored. */
export interface ImportRecord {
  readonly line: number;
  readonly text: ReleaseText;
}

export interface ImportParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly numbers: ReleaseNumbers;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly gate: GateStore;
  readonly index: GateIndex;
  readonly facts: FactStore;
  readonly record: RecordFindings;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Lines of one transaction: large enough to be quick, small enough that an interrupted import has kept most. */
const BATCH = 100;
const NUMBER_PREFIX = '导入';

/** When the batch's texts were published; those that do not say are held against what goes out now. */
const timesOf = (records: readonly ImportRecord[]): readonly number[] =>
  records.map(({ text }) => Date.parse(text.publishedAt ?? '')).filter(Number.isFinite);

/** What one transaction works with. */
interface Batch {
  readonly tally: Tally;
  readonly organId: (name: string) => OrganId;
  /** Imported before or in this batch, by the id of their line. */
  readonly known: Map<string, Release>;
  readonly detector: Detector;
  /** What this batch will store, by the id of its line. */
  readonly fresh: Map<string, Fresh>;
}

interface Fresh {
  readonly release: Release;
  readonly version: ReleaseVersion;
  readonly found: readonly Finding[];
  readonly facts: StoredFacts;
}

/**
 * Releases of other times and systems become released releases with the hour they were published at, each checked
 * against everything before it. They were out long ago: nothing is dispatched, nobody is notified.
 */
export class ImportReleases {
  constructor(private readonly parts: ImportParts) {}

  /** Never throws for a bad record: it is rejected with its line, and the others are kept. */
  async perform(records: readonly ImportRecord[], progress?: (done: number) => void): Promise<ImportSummary> {
    const organsCreated = await this.createOrgans(records);
    const tally = new Tally();
    const inTime = [...records].sort(
      (a, b) => Date.parse(a.text.publishedAt ?? '') - Date.parse(b.text.publishedAt ?? ''),
    );
    for (let start = 0; start < inTime.length; start += BATCH) {
      tally.add(await this.batch(inTime.slice(start, start + BATCH)));
      progress?.(Math.min(start + BATCH, inTime.length));
    }
    return { ...tally.summary(), organsCreated };
  }

  /** One transaction under the gate's lock. If it fails, the index forgets what it had seen of it. */
  private async batch(records: readonly ImportRecord[]): Promise<Tally> {
    const { database, gate, index, audit } = this.parts;
    try {
      return await database.transaction(async (queries) => {
        await gate.lock(queries);
        const tally = new Tally();
        const detector = await index.caughtUp(queries, ...timesOf(records));
        const organId = organIds(await this.parts.organs.all(queries));
        const named = records.flatMap(({ text }) => [text.id, text.supersedes ?? [], relayed(text)].flat());
        const known = new Map(await this.parts.releases.imported(queries, named));
        const seqs = await gate.nextGateSeqs(queries, records.length);
        const batch = { tally, organId, known, detector, fresh: new Map<string, Fresh>() };
        for (const [place, record] of records.entries())
          await this.one(queries, record, { ...batch, gateSeq: seqs[place] ?? 0 });
        await this.store(queries, [...batch.fresh.values()], tally);
        await audit.record(queries, {
          actor: IMPORTER.id,
          action: 'release.import',
          subjectKind: 'import',
          subjectId: newId(),
          detail: { imported: tally.imported, rejected: tally.rejects.length },
        });
        return tally;
      });
    } catch (error) {
      index.forget();
      throw error;
    }
  }

  private async one(
    queries: Queries,
    { line, text }: ImportRecord,
    batch: Batch & { readonly gateSeq: number },
  ): Promise<void> {
    const { tally, known, detector, fresh, gateSeq } = batch;
    const before = known.get(text.id);
    if (before !== undefined) {
      const version =
        fresh.get(text.id)?.version ??
        (await this.parts.releases.version(queries, before.id, before.version));
      if (version !== null && sameContent(before, version, text)) tally.unchanged += 1;
      else tally.rejects.push(changedLine(line, text.id));
      return;
    }
    if (text.supersedes !== undefined && !known.has(text.supersedes)) {
      tally.rejects.push(unknownSuperseded(line, text.supersedes));
      return;
    }
    const release = this.releaseOf(text, batch);
    const version = versionOf(release, text);
    const stored = { ...text, id: release.id, body: version.plain, ...linked(release) };
    const found = detector.check(stored);
    const facts = detector.factsToStore(stored);
    fresh.set(text.id, { release, version, found, facts });
    // The lock is ours, so nothing else was released in between.
    this.parts.index.append(detector, { gateSeq, version: version.version, text: stored, facts });
    known.set(text.id, release);
  }

  private async store(queries: Queries, fresh: readonly Fresh[], tally: Tally): Promise<void> {
    const { releases, record, numbers, facts } = this.parts;
    const years = Map.groupBy(fresh, ({ release }) => civilYear(release.releasedAt ?? release.createdAt));
    for (const [year, ofYear] of years) {
      const taken = await numbers.take(queries, { prefix: NUMBER_PREFIX, year }, ofYear.length);
      const numbered = ofYear.map(({ release, version }, index) => ({
        release: { ...release, number: taken[index] ?? '' },
        version,
      }));
      await releases.insertAll(queries, numbered);
    }
    await facts.save(
      queries,
      fresh.map((one) => ({ releaseId: one.release.id, version: one.version.version, ...one.facts })),
    );
    for (const { release, found } of fresh) tally.count(await record.recordFirst(queries, release.id, found));
    tally.imported += fresh.length;
  }

  private releaseOf(
    text: ReleaseText,
    { known, organId, gateSeq }: Batch & { readonly gateSeq: number },
  ): Release {
    const releasedAt = new Date(text.publishedAt ?? '');
    const { relayOf } = text;
    return {
      id: newId(),
      number: '',
      organId: organId(text.organ),
      kind: text.kind ?? 'other',
      state: 'released',
      version: 1,
      releasedVersion: 1,
      title: text.title,
      jointOrganIds: (text.jointWith ?? []).map(organId),
      superiorOrganId: null,
      relayOf:
        relayOf === undefined
          ? null
          : typeof relayOf === 'string'
            ? { releaseId: known.get(relayOf)?.id ?? relayOf }
            : { organ: relayOf.organ },
      supersedes: text.supersedes === undefined ? null : (known.get(text.supersedes)?.id ?? null),
      matter: null,
      scheduledAt: null,
      releasedAt,
      gateSeq,
      holdReason: null,
      draftedBy: IMPORTER.id,
      importedFrom: text.id,
      revision: 1,
      createdAt: this.parts.clock.now(),
      updatedAt: this.parts.clock.now(),
    };
  }

  /** First of all, so that the detector is built once with everybody in its register. */
  private async createOrgans(records: readonly ImportRecord[]): Promise<readonly string[]> {
    const { database, organs, people } = this.parts;
    return database.transaction(async (queries) => {
      await people.save(queries, {
        ...IMPORTER,
        username: 'importer',
        email: '',
        passwordHash: '',
        disabled: true,
      });
      const known = new Set(
        (await organs.all(queries)).flatMap(({ name, shortName, aliases }) => [name, shortName, ...aliases]),
      );
      const names = new Set(records.flatMap(({ text }) => [text.organ, ...(text.jointWith ?? [])]));
      const missing = [...names].filter((name) => !known.has(name));
      for (const name of missing) await organs.save(queries, importedOrgan(name));
      return missing;
    });
  }
}
