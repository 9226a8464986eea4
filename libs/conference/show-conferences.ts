import { personRefs, visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { DeadlineStore } from '@koujing/deadline';
import { civilTime, type Reason } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import type { AnswerApplication } from './answer-application.js';
import type { ApplyForConference } from './apply-for-conference.js';
import type { CancelConference } from './cancel-conference.js';
import { currentSteps, type ConferenceSignature } from './chain.js';
import { clockView, currentClocks } from './clock-view.js';
import { headOf, type ConferenceListing } from './conference-list.sql.js';
import type { ChainStepView, ConferenceList, ConferenceView } from './conference-view.api.js';
import type { ConferenceQuery } from './conference.api.js';
import { materialKindSchema } from './conference.api.js';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import type { EvaluateConference } from './evaluate-conference.js';
import type { FileMaterials } from './file-materials.js';
import type { HoldConference } from './hold-conference.js';
import { limitsOf } from './limit-standing.js';
import type { LookThroughMaterial } from './look-through-material.js';
import { fileView } from './material-view.js';
import { namingOf } from './naming.js';
import type { ReturnConference } from './return-conference.js';
import type { ReviseConference } from './revise-conference.js';
import type { SignConference } from './sign-conference.js';
import type { SignMaterial } from './sign-material.js';
import { chainStanding, type ChainStanding } from './sign-off-conference.js';
import type { UploadMaterial } from './upload-material.js';
import { visibleConference } from './visible-conference.js';
import { mayPrepareSome } from './may-act.js';

/** The verbs whose reasons the page shows. */
export interface ConferenceVerbs {
  readonly revise: ReviseConference;
  readonly apply: ApplyForConference;
  readonly answer: AnswerApplication;
  readonly sign: SignConference;
  readonly return: ReturnConference;
  readonly upload: UploadMaterial;
  readonly file: FileMaterials;
  readonly signMaterial: SignMaterial;
  readonly lookThrough: LookThroughMaterial;
  readonly hold: HoldConference;
  readonly evaluate: EvaluateConference;
  readonly cancel: CancelConference;
}

interface ShowParts extends ConferenceParts {
  readonly listing: ConferenceListing;
  readonly deadlines: DeadlineStore;
  readonly verbs: ConferenceVerbs;
}

/** What the conference pages read. */
export class ShowConferences {
  constructor(private readonly parts: ShowParts) {}

  async page(query: ConferenceQuery, actor: Actor): Promise<ConferenceList> {
    const { database, listing, clock } = this.parts;
    return {
      ...(await listing.page(database.queries, visibilityOf(actor), { query, now: clock.now() })),
      actions: { plan: { reasons: [...mayPrepareSome(actor)] } },
    };
  }

  async one(id: string, actor: Actor): Promise<ConferenceView> {
    const { database, conferences, conferenceSignatures, settings } = this.parts;
    const { queries } = database;
    const conference = await visibleConference(conferences, queries, actor, id);
    const standing = await chainStanding(this.parts, queries, conference);
    const signatures = await conferenceSignatures.of(queries, id);
    const organ = await organRefs(queries);
    const signers = signatures.map(({ recordedBy }) => recordedBy);
    const filer = conference.filing === null ? [] : [conference.filing.by];
    const people = await personRefs(queries, [conference.createdBy, ...signers, ...filer]);
    const { kind, filing, holding, brief } = conference;
    return {
      ...headOf(conference, organ, settings),
      ...planView(conference),
      joint: conference.jointOrganIds.map(organ),
      speakers: conference.speakers.map((speaker) => ({ ...speaker, organ: organ(speaker.organId) })),
      digest: standing.digest,
      article: settings.kinds[kind].article,
      venue: await this.venue(queries, conference),
      limits: limitsOf(settings, conference),
      clocks: await this.clocks(queries, conference),
      chain: {
        article: settings.kinds[kind].chain.article,
        groups: this.groups(conference, { standing, signatures, actor }),
      },
      materials: {
        ...(await this.materials(queries, conference, { standing, actor })),
        filing: filing === null ? null : { ...filing, by: people(filing.by) },
      },
      ...{ holding, brief },
      registrations: await this.registrations(queries, id),
      createdBy: people(conference.createdBy),
      actions: await this.actions(queries, conference, { standing, actor }),
    };
  }

  private async clocks(queries: Queries, conference: Conference): Promise<ConferenceView['clocks']> {
    const { deadlines, clock } = this.parts;
    const all = await deadlines.ofSubjects(queries, 'conference', [conference.id]);
    return currentClocks(all, conference).map((each) => clockView(each, conference, clock.now()));
  }

  private async venue(queries: Queries, { kind, organId }: Conference): Promise<ConferenceView['venue']> {
    const { settings, organs } = this.parts;
    const all = await organs.all(queries);
    const organ = all.find(({ id }) => id === organId);
    const office = all.find(({ isOffice }) => isOffice) ?? organ;
    if (organ === undefined || office === undefined) return null;
    return namingOf(settings, kind, { organ, office }).venue;
  }

  private groups(
    conference: Conference,
    of: {
      readonly standing: ChainStanding;
      readonly signatures: readonly ConferenceSignature[];
      readonly actor: Actor;
    },
  ): ChainStepView[][] {
    const { standing, signatures, actor } = of;
    const { verbs } = this.parts;
    const current = currentSteps(standing.groups, standing.signed);
    return standing.groups.map((group) =>
      group.map((step) => {
        const signed = standing.signed.has(step.step);
        const state = signed ? 'signed' : current.includes(step) ? 'current' : 'waiting';
        const found = signatures.findLast((each) => each.step === step.step && each.voidedAt === null);
        const reasons: readonly Reason[] =
          step.by === 'office'
            ? verbs.answer.reasons(conference, standing, actor)
            : verbs.sign.reasons(conference, standing, step.step, actor);
        const signature = signed && found !== undefined ? signatureView(found) : null;
        return { ...step, state, signature, reasons: [...reasons] };
      }),
    );
  }

  private async materials(
    queries: Queries,
    conference: Conference,
    of: { readonly standing: ChainStanding; readonly actor: Actor },
  ): Promise<Pick<ConferenceView['materials'], 'article' | 'items'>> {
    const { settings, materials, verbs } = this.parts;
    const { article, required } = settings.materials;
    const current = await materials.current(queries, conference.id);
    const reviewers = current
      .flatMap(({ looked, signedOff }) => [looked?.by ?? [], signedOff?.by ?? []])
      .flat();
    const people = await personRefs(queries, [conference.createdBy, ...reviewers]);
    const items = materialKindSchema.options.map((kind) => {
      const found = current.find((each) => each.kind === kind);
      const [sign, look] = [
        verbs.signMaterial.reasons(conference, found, of),
        verbs.lookThrough.reasons(conference, found, of.actor),
      ];
      return {
        ...{ kind, required: required.includes(kind) },
        actions: { signMaterial: { reasons: [...sign] }, lookThrough: { reasons: [...look] } },
        file:
          found === undefined ? null : fileView(found, { conference, signing: verbs.signMaterial, people }),
      };
    });
    return { article, items };
  }

  private async registrations(queries: Queries, id: string): Promise<ConferenceView['registrations']> {
    return (await this.parts.registrations.of(queries, id)).map((each) => ({
      registration: each.registration,
      number: each.number,
      approvedAt: civilTime(each.approvedAt),
      voidedAt: each.voidedAt === null ? null : civilTime(each.voidedAt),
      voidReason: each.voidReason,
      changes: each.changes.map((change) => ({ ...change })),
    }));
  }

  private async actions(
    queries: Queries,
    conference: Conference,
    { standing, actor }: { readonly standing: ChainStanding; readonly actor: Actor },
  ): Promise<ConferenceView['actions']> {
    const { verbs } = this.parts;
    const as = (reasons: readonly Reason[]) => ({ reasons: [...reasons] });
    return {
      revise: as(verbs.revise.reasons(conference, actor)),
      apply: as(await verbs.apply.reasons(queries, conference, actor)),
      answer: as(verbs.answer.reasons(conference, standing, actor)),
      return: as(verbs.return.reasons(conference, standing, actor)),
      upload: as(verbs.upload.reasons(conference, actor)),
      file: as(await verbs.file.reasons(queries, conference, actor)),
      hold: as(verbs.hold.reasons(conference, actor)),
      evaluate: as(verbs.evaluate.reasons(conference, actor)),
      cancel: as(verbs.cancel.reasons(conference, actor)),
    };
  }
}

const planView = (conference: Conference) => ({
  content: conference.content,
  justification: conference.justification,
  incidentId: conference.incidentId,
  totalMinutes: conference.totalMinutes,
  leadMinutes: conference.leadMinutes,
  rostrumPersons: conference.rostrumPersons,
  questionSession: conference.questionSession,
  limitReasons: { ...conference.limitReasons },
  registration: conference.registration,
  revision: conference.revision,
  stateReason: conference.stateReason,
});

const signatureView = (signature: ConferenceSignature) => ({
  digest: signature.digest,
  signerName: signature.signerName,
  signerPost: signature.signerPost,
  document: signature.document,
  note: signature.note,
  signedAt: civilTime(signature.signedAt),
  authorised: signature.authorisationId !== null,
});
