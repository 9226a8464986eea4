import {
  FileFailure,
  HttpFailure,
  slot,
  type AuthoriseOutcome,
  type Channel,
  type ChannelFinding,
  type Examination,
  type HealthFinding,
  type Inspection,
  type Pending,
  type Publication,
  type Reading,
  type Receipt,
  type RecentPost,
  type ReconcileOutcome,
  type Rendition,
  type SendOutcome,
  type Survey,
  type SurveyPlace,
  type UndoOutcome,
} from '@koujing/channel';
import { civilTime } from '@koujing/kernel';
import { portalTombstone, portalTombstoneTemplate } from '@koujing/template';
import { portalManifest } from './manifest.js';
import { readPage, readsAsPage } from './page-reading.js';
import { readLive } from './portal-live.js';
import { portalRendition } from './portal-page.js';
import { publishPage, type PortalAttempt } from './portal-publish.js';
import { findPage, receiptOf, withdrawn } from './portal-reconcile.js';
import { siteOf, type PortalSecrets, type PortalSettings } from './portal-settings.js';
import { surveySite } from './survey-site.js';
import { validatePortal } from './portal-validate.js';
import { withdrawPage } from './portal-withdraw.js';
import type { PublishedIndex } from './published-index.js';

/** Written and taken away again to see whether pages can be written. */
const trialPath = '.preflight';

/** A portal that is down is asked again soon: everything else waits for it. */
const tryAgainMs = 10_000;
/** What a person must repair; trying again by itself would only hide it. */
const needsPerson = new Set([
  ...['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'outsideRoot'],
  ...['AccessDenied', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'NoSuchBucket'],
]);

type PortalExamination = Examination<PortalSettings, PortalSecrets>;

/** The city's own site as static files (CHANNELS.md D). The first platform: other channels wait for it (Art.17). */
export class PortalChannel implements Channel<PortalSettings, PortalSecrets> {
  readonly manifest = portalManifest;

  constructor(private readonly index: PublishedIndex) {}

  validate(publication: Publication, settings: PortalSettings): readonly ChannelFinding[] {
    return validatePortal(publication, settings);
  }

  preview(publication: Publication, settings: PortalSettings): Rendition {
    return portalRendition(publication, settings);
  }

  /** Delivered means: written, listed, and read back from the public address. */
  async send(rendition: Rendition, attempt: PortalAttempt): Promise<SendOutcome> {
    try {
      const published = await publishPage(rendition, attempt, this.index);
      if (published.kind === 'withdrawn') return withdrawn(published.version);
      const liveness = await readLive(attempt);
      if (liveness.kind === 'notLive')
        return {
          kind: 'deferred',
          delayMs: tryAgainMs,
          reason: 'transient',
          code: 'portalNotLive',
          message: liveness.message,
        };
      return { kind: 'delivered', receipt: receiptOf(published.entry, attempt) };
    } catch (error) {
      if (error instanceof FileFailure) return fileOutcome(error);
      throw error;
    }
  }

  async reconcile(
    rendition: Rendition,
    _known: Pending | Receipt | null,
    attempt: PortalAttempt,
  ): Promise<ReconcileOutcome> {
    try {
      return await findPage(rendition, attempt, this.index);
    } catch (error) {
      if (error instanceof FileFailure) return { kind: 'unreadable', reason: error.message };
      throw error;
    }
  }

  /** The tombstone that takes the page's place, with the time of withdrawal as a slot. */
  withdrawalNotice({ releaseId, version }: Publication, settings: PortalSettings): Rendition {
    const site = siteOf(settings);
    const html = portalTombstone({ site, releaseId, version, withdrawnAt: slot('withdrawnAt') });
    return {
      channel: 'portal',
      template: portalTombstoneTemplate,
      parts: { html },
      slots: ['withdrawnAt'],
      assets: [],
    };
  }

  /** The same address with a visible note. */
  async correct(_receipt: Receipt, rendition: Rendition, attempt: PortalAttempt): Promise<UndoOutcome> {
    const outcome = await this.send(rendition, attempt);
    switch (outcome.kind) {
      case 'delivered':
        return { kind: 'done', receipt: outcome.receipt };
      case 'deferred':
        return { kind: 'deferred', delayMs: outcome.delayMs, message: outcome.message };
      case 'rejected':
        return { kind: 'notPossible', operatorSteps: [outcome.message] };
      case 'accepted':
      case 'unknown':
        return { kind: 'unknown', reason: 'reason' in outcome ? outcome.reason : '' };
    }
  }

  async withdraw(receipt: Receipt, attempt: PortalAttempt): Promise<UndoOutcome> {
    try {
      return { kind: await withdrawPage(receipt, attempt, this.index) };
    } catch (error) {
      if (!(error instanceof FileFailure)) throw error;
      return needsPerson.has(error.code)
        ? { kind: 'notPossible', operatorSteps: [error.message] }
        : { kind: 'deferred', delayMs: tryAgainMs, message: error.message };
    }
  }

  /** What the public address shows; without `checkLive`, what the file holds. */
  async inspect(_receipt: Receipt, attempt: PortalAttempt): Promise<Inspection> {
    try {
      return await readPage(attempt, this.index);
    } catch (error) {
      if (error instanceof HttpFailure || error instanceof FileFailure)
        return { kind: 'unreadable', reason: error.message };
      throw error;
    }
  }

  /** With the times of the receipt, which were the slots, in the head and foot that the site has now. */
  readsAs(rendition: Rendition, receipt: Receipt, settings: PortalSettings): Reading {
    return readsAsPage(rendition, receipt, settings);
  }

  /** What releases put on the site; what else a reader finds there is told by `survey`. */
  async recent(since: Date, attempt: PortalAttempt): Promise<readonly RecentPost[]> {
    const entries = await this.index.newest(100);
    return entries
      .filter(({ publishedAt }) => publishedAt >= since)
      .map((entry) => ({
        ...{ remoteId: entry.path, isOurs: true as const },
        text: `${entry.title}\n${entry.summary}`,
        url: `${attempt.settings.baseUrl}/${entry.path}`,
        publishedAt: civilTime(entry.publishedAt),
      }));
  }

  /** The next part of the site: pages that nobody here put there, and what does not stand as it was written. */
  survey(from: SurveyPlace, attempt: PortalAttempt): Promise<Survey> {
    return surveySite(from, attempt, this.index);
  }

  /** A page can be written where the public site is served from. */
  async examine({ settings, ports }: PortalExamination): Promise<readonly HealthFinding[]> {
    try {
      await ports.files.write(settings.root, trialPath, '');
      await ports.files.remove(settings.root, trialPath);
      return [];
    } catch (error) {
      if (!(error instanceof FileFailure)) throw error;
      const message = `门户目录不能写入：${error.message}`;
      return [
        {
          severity: 'block',
          code: 'portalNotWritable',
          message,
          messageEn: `The portal's folder cannot be written: ${error.message}`,
        },
      ];
    }
  }

  /** Nothing to sign in to. */
  async authorise(): Promise<AuthoriseOutcome> {
    return {
      kind: 'authorised',
      authorisation: { token: '', expiresAt: new Date('9999-12-31T00:00:00+08:00') },
    };
  }
}

const fileOutcome = (failure: FileFailure): SendOutcome =>
  needsPerson.has(failure.code)
    ? {
        ...{ kind: 'rejected', code: failure.code, message: failure.message },
        ...{ fix: 'operator', beyond: 'stopAccount' },
      }
    : {
        kind: 'deferred',
        delayMs: tryAgainMs,
        reason: 'transient',
        code: failure.code,
        message: failure.message,
      };
