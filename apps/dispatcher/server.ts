import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OpenIdProvider, type Actor } from '@koujing/access';
import type { Queries, Trouble } from '@koujing/database';
import { RemindOfDeadlines } from '@koujing/deadline';
import { dispatchQueue, Metrics } from '@koujing/dispatch';
import { BossJobs } from '@koujing/jobs';
import { SystemClock } from '@koujing/kernel';
import type { Release } from '@koujing/release';
import { MailNotices } from '@koujing/notify';
import { rosterPath } from '@koujing/template';
import {
  AuthorisationController,
  DelegationController,
} from '../../libs/authorisation/authorisation.controller.js';
import { MailController } from '../../libs/dispatch/mail/mail.controller.js';
import { UnsubscribeController } from '../../libs/dispatch/mail/unsubscribe.controller.js';
import { RegisterController, RegisterSheetController } from '../../libs/register/register.controller.js';
import { OrganDeskController } from '../../libs/roster/organ-desk.controller.js';
import { RosterController, RosterPublicationController } from '../../libs/roster/roster.controller.js';
import { DeadlineReminders } from './deadline-reminders.js';
import { createApi } from './api.module.js';
import { alertCasesOf, exercises } from './alert-cases.js';
import { chatCasesOf, chatControllers, chatProviders } from './chat-cases.js';
import { conferenceCasesOf, conferenceControllers, conferenceProviders } from './conference-cases.js';
import { openChannels, openPorts } from './channels.js';
import { serveConsole } from './console-files.js';
import { dispatchCasesOf, dispatchControllers, dispatchProviders, openRenditions } from './dispatch-cases.js';
import { evidenceCasesOf, evidenceControllers, evidenceProviders } from './evidence-cases.js';
import { HEALTH, HealthController } from './health.controller.js';
import { incidentControllers, incidentProviders } from './incident-cases.js';
import { mailCasesOf, mailProviders } from './mail-cases.js';
import { conferenceDeskCasesOf, conferenceDeskProviders } from './conference-desk-cases.js';
import { interviewCasesOf, interviewProviders } from './interview-cases.js';
import { authorisationCasesOf, authorisationProviders } from './authorisation-cases.js';
import { mediaCasesOf, mediaProviders } from './media-cases.js';
import { leaveWithinMs, within } from './leaving.js';
import { METRICS, MetricsController } from './metrics.controller.js';
import { newsroomCasesOf, newsroomControllers, newsroomProviders } from './newsroom-cases.js';
import { pressControllers } from './press-controllers.js';
import { projectRoot } from './project-root.js';
import { followKey } from './key-rotation.js';
import { Readiness } from './door/readiness.js';
import { Recurring } from './recurring.js';
import { startReturnServer, type ReturnAddress, type ReturnServer } from './return-server.js';
import { registerCasesOf, registerProviders } from './register-cases.js';
import { reportCasesOf, reportControllers, reportProviders } from './report-cases.js';
import { rosterCasesOf, rosterProviders } from './roster-cases.js';
import { PortalConferenceSite } from './conference-site.js';
import { PortalRosterSite } from './roster-site.js';
import { releaseListControllers, releaseListProviders } from './release-list-cases.js';
import { scheduleCasesOf, scheduleControllers, scheduleProviders } from './schedule-cases.js';
import type { ServerParts } from './server-parts.js';
import type { Role } from './server-settings.js';
import { providersOf } from './providers.js';
import { startErrands } from './errands.js';
import { startWatches } from './watches.js';
import { subscriptionCasesOf, subscriptionControllers, subscriptionProviders } from './subscription-cases.js';
import { useCasesOf } from './use-cases.js';
import { violationCasesOf, violationProviders } from './violation-cases.js';
import { siteDriftsOf, watchCasesOf, watchControllers, watchProviders } from './watch-cases.js';

/** A disk fills within minutes, not seconds. */
const diskEveryMs = 3_000;
/** Several processes see each other's releases within a second. */
const levelEveryMs = 500;

/** One process of the house, in the roles that it was given. */
export const openServer = async (parts: ServerParts) => {
  const { database, clock, log, box } = parts;
  const disk = (): Trouble | null => parts.disk?.trouble ?? null;
  const name = `${hostname()}:${process.pid}:${randomBytes(3).toString('hex')}`;
  const channels = openChannels(database);
  const ports = openPorts(clock, log, parts);
  const jobs = new BossJobs(database, [{ name: dispatchQueue, policy: 'each' }], (reason) =>
    log.warn('jobs.warning', { reason }),
  );
  const portalUrl = (releaseId: string): string => `${parts.portalUrl}/r/${releaseId}.html`;
  const ground = {
    database,
    clock,
    wall: new SystemClock(),
    channels,
    ports,
    jobs,
    box,
    name,
    portalUrl,
    timeZone: parts.timeZone,
    canKeep: () => disk() === null,
  };
  const renditions = openRenditions(ground);
  const mailDomain = parts.noticeMail.from.split('@')[1] ?? 'koujing.local';
  const provider =
    parts.organAccount === undefined
      ? null
      : new OpenIdProvider({ ...parts, settings: parts.organAccount, http: ports.http });
  const cases = useCasesOf({ ...parts, renditions, mailDomain, provider });
  const dispatch = dispatchCasesOf(ground, cases, renditions);
  const drifts = siteDriftsOf(cases, dispatch.accounts);
  const media = mediaCasesOf(cases, parts);
  const registers = registerCasesOf({ ...cases, rules: parts.rules });
  const roster = rosterCasesOf({
    ...cases,
    rules: parts.rules,
    rosterPage: `${parts.portalUrl}/${rosterPath}`,
    rosterSite: new PortalRosterSite({ ...cases, ...dispatch, files: ports.files, drifts }),
  });
  const interviews = interviewCasesOf({ ...parts, cases, media });
  const conference = conferenceCasesOf(cases, {
    ...parts,
    conferenceSite: new PortalConferenceSite({ ...cases, ...dispatch, files: ports.files, drifts }),
  });
  const schedule = scheduleCasesOf(ground, cases, { dispatch, conference });
  const authorisation = authorisationCasesOf(cases);
  const mail = mailCasesOf({ ...ground, cases, dispatch, media, renditions });
  const newsroom = newsroomCasesOf(cases, {
    ...{ renditions, box, portalUrl, leave: media.leave },
    newsroomUrl: parts.newsroomUrl ?? `${parts.consoleUrl}/api/newsroom`,
  });
  const violation = violationCasesOf(cases, parts.rules);
  const reports = reportCasesOf(cases, conference.showRoutineDuties, parts.rules);
  const notices = new MailNotices({ ...cases, mail: ports.mail, settings: parts.noticeMail });
  const alert = alertCasesOf(cases, {
    ...{ accounts: dispatch.accounts, files: ports.files, log },
    settings: parts.alerts ?? exercises(parts.portalUrl),
  });
  const watch = watchCasesOf(cases, {
    ...{ ...dispatch, channels, name, ports, drifts, changed: dispatch.feed.changed },
    ...{ portalUrl: parts.portalUrl, innerHosts: parts.innerWatchHosts ?? [] },
  });
  const chat = chatCasesOf({ ...parts, ports }, cases);
  const subscription = subscriptionCasesOf(cases, {
    ...{ box, ports, portalUrl, consoleUrl: parts.consoleUrl },
    innerHosts: parts.innerSubscriberHosts ?? [],
  });
  const evidence = await evidenceCasesOf(cases, parts);
  const remind = new RemindOfDeadlines(
    database,
    cases.clocks.parts,
    new DeadlineReminders({ ...cases, consoleUrl: parts.consoleUrl }),
  );
  const recurring = new Recurring(log);
  const has = (role: Role): boolean => parts.roles.includes(role);
  let api: NestFastifyApplication | null = null;
  let returnServer: ReturnServer | null = null;
  let leaveKey = async (): Promise<void> => undefined;

  const openApi = async (): Promise<string> => {
    const face = {
      publishReasons: (queries: Queries, releaseId: string, actor: Actor) =>
        dispatch.publish.reasons(queries, releaseId, actor),
      withdrawalReasons: (queries: Queries, releaseId: string, actor: Actor) =>
        dispatch.withdraw.reasonsFor(queries, releaseId, actor),
      proposalReasons: (queries: Queries, releaseId: string, actor: Actor) =>
        schedule.propose.reasonsFor(queries, releaseId, actor),
      scheduleReasons: (queries: Queries, releaseId: string, actor: Actor) =>
        schedule.schedule.reasons(queries, releaseId, actor),
      cancelReasons: (release: Release, actor: Actor) => schedule.cancel.reasons(release, actor),
      embargoReasons: (queries: Queries, release: Release, actor: Actor) =>
        mail.embargoed.reasons(queries, release, actor),
    };
    const health = {
      ...{ roles: parts.roles, worker: has('worker') ? dispatch.worker : null },
      ...{ database, readiness: new Readiness(database, disk) },
    };
    api = await createApi(
      {
        clock: parts.clock,
        ...(parts.scan === undefined ? {} : { scan: parts.scan }),
        door: { disk, ...(parts.mostAtOnce === undefined ? {} : { mostAtOnce: parts.mostAtOnce }) },
        controllers: [
          ...dispatchControllers,
          HealthController,
          MetricsController,
          ...scheduleControllers,
          ...releaseListControllers,
          ...pressControllers,
          ...incidentControllers,
          OrganDeskController,
          RegisterController,
          RegisterSheetController,
          RosterController,
          RosterPublicationController,
          MailController,
          UnsubscribeController,
          ...conferenceControllers,
          ...newsroomControllers,
          ...subscriptionControllers,
          ...reportControllers,
          ...chatControllers,
          ...watchControllers,
          ...evidenceControllers,
          AuthorisationController,
          DelegationController,
          ...(parts.controllers ?? []),
        ],
        providers: [
          ...providersOf(cases, { dispatch: face, secureCookie: parts.consoleUrl.startsWith('https:') }),
          ...dispatchProviders(dispatch),
          ...scheduleProviders(schedule),
          ...releaseListProviders(cases.releaseList, log),
          ...mediaProviders(media),
          ...rosterProviders(roster),
          ...registerProviders(registers),
          ...interviewProviders(interviews),
          ...conferenceDeskProviders(conferenceDeskCasesOf(cases, media, conference.door)),
          ...incidentProviders(cases.incident),
          ...mailProviders(mail),
          ...newsroomProviders(newsroom),
          ...subscriptionProviders(subscription),
          ...conferenceProviders(conference),
          ...violationProviders(violation),
          ...reportProviders(reports),
          ...authorisationProviders(authorisation),
          ...chatProviders(chat),
          ...watchProviders(watch),
          ...evidenceProviders(evidence),
          { provide: HEALTH, useValue: health },
          {
            provide: METRICS,
            useValue: {
              metrics: new Metrics(dispatch.operations, database),
              token: parts.metricsToken ?? null,
            },
          },
          ...(parts.providers ?? []),
        ],
      },
      log,
      parts.trustProxy,
    );
    await serveConsole(api, join(projectRoot, 'dist', 'console'), parts);
    await api.listen({ host: parts.host, port: parts.port });
    return (await api.getUrl()).replace('[::1]', '127.0.0.1');
  };

  const start = async (): Promise<{
    readonly address: string | null;
    readonly returns: ReturnAddress | null;
  }> => {
    await cases.ruleNumbers.follow(recurring);
    if (has('worker')) {
      jobs.work(dispatchQueue, async () => dispatch.worker.wake());
      startErrands(recurring, { dispatch, conference, roster, alert, chat, notices, mail, subscription });
      if (parts.returns !== null) returnServer = await startReturnServer(mail.take, parts.returns, log);
    }
    await jobs.start();
    if (parts.disk !== undefined) {
      const { disk: watched } = parts;
      await watched.look();
      recurring.every('disk', diskEveryMs, () => watched.look());
    }
    if (parts.followsKey) leaveKey = await followKey(database, recurring, { name, source: parts.followsKey });
    // Whoever checks or releases has the window of the rules at hand before it is asked, and hears of the others' releases.
    if (has('web') || has('scheduler')) {
      await cases.index.keepLevel(database.queries);
      recurring.every('index', levelEveryMs, () => cases.index.keepLevel(database.queries));
    }
    if (has('scheduler')) {
      await startWatches(recurring, {
        ...{ cases, seal: evidence.seal, remind, conference, violation, reports },
        ...{ roster, registers, interviews, schedule, dispatch },
      });
      watch.keepLooking(recurring);
      await schedule.start();
    }
    if (has('worker')) dispatch.worker.start();
    return { address: has('web') ? await openApi() : null, returns: returnServer };
  };

  /** Takes nothing new, finishes or hands back what it holds, and waits for nobody who holds a line open. */
  const close = async (): Promise<void> => {
    const { lines, jobs: wakeUps } = leaveWithinMs;
    await Promise.all([
      within(lines, api?.close() ?? Promise.resolve()),
      within(lines, returnServer?.close() ?? Promise.resolve()),
      within(lines, schedule.stop()),
      within(lines, recurring.stop()),
      dispatch.worker.stop(),
    ]);
    await within(wakeUps, jobs.stop());
    await within(lines, leaveKey());
  };

  return {
    start,
    close,
    cases,
    dispatch,
    schedule,
    media,
    violation,
    watch,
    roster,
    registers,
    interviews,
    authorisation,
    channels,
    ports,
    renditions,
    rules: parts.rules,
    conference,
    chat,
  };
};

export type Server = Awaited<ReturnType<typeof openServer>>;
