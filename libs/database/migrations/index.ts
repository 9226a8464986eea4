import type { Migration } from 'kysely/migration';
import { consents } from './0167-consents.js';
import { siteWatches } from './0158-site-watches.js';
import { strayLookups } from './0159-stray-lookups.js';
import { portalWritten } from './0163-portal-written.js';
import { traces } from './0171-traces.js';
import { keyReaders } from './0170-key-readers.js';
import { organsAndPeople } from './0001-organs-and-people.js';
import { releases } from './0002-releases.js';
import { conflicts } from './0003-conflicts.js';
import { ledger } from './0004-ledger.js';
import { operation } from './0005-operation.js';
import { corrections } from './0016-corrections.js';
import { refusals } from './0020-refusals.js';
import { media } from './0018-media.js';
import { deadlines } from './0030-deadlines.js';
import { conferences } from './0037-conferences.js';
import { routineDuties } from './0047-routine-duties.js';
import { releaseWindow } from './0032-release-window.js';
import { registers } from './0045-registers.js';
import { roster } from './0033-roster.js';
import { matters } from './0013-matters.js';
import { findingGroups } from './0014-finding-groups.js';
import { accountHealth } from './0021-account-health.js';
import { mailReturns } from './0019-mail-returns.js';
import { operations } from './0022-operations.js';
import { pressRules } from './0048-press-rules.js';
import { pressDesk } from './0038-press-desk.js';
import { plans } from './0039-plans.js';
import { violations } from './0049-violations.js';
import { periodPlans } from './0040-period-plans.js';
import { minuteTick } from './0055-minute-tick.js';
import { calendarYears } from './0050-calendar-years.js';
import { incidents } from './0036-incidents.js';
import { incidentChain } from './0046-incident-chain.js';
import { releaseOrder } from './0031-release-order.js';
import { authorisations } from './0034-authorisations.js';
import { releaseContent } from './0035-release-content.js';
import { releaseFacts } from './0061-release-facts.js';
import { concernPassages } from './0072-concern-passages.js';
import { toldOrder } from './0062-told-order.js';
import { releaseAttachments } from './0063-release-attachments.js';
import { documentTraces } from './0071-document-traces.js';
import { listedRoles } from './0084-listed-roles.js';
import { examinedOnce } from './0086-examined-once.js';
import { interviewRevisions } from './0087-interview-revisions.js';
import { conferenceAuthorisation } from './0089-conference-authorisation.js';
import { gapHours } from './0091-gap-hours.js';
import { materialReviews } from './0092-material-reviews.js';
import { searchRows } from './0112-search-rows.js';
import { portalSearch } from './0111-portal-search.js';
import { portalSite } from './0110-portal-site.js';
import { frozenReports } from './0103-frozen-reports.js';
import { apiKeysAndRequestsOnce } from './0104-api-keys-and-requests-once.js';
import { noticesOfAPerson } from './0094-notices-of-a-person.js';
import { ownLists } from './0099-own-lists.js';
import { proposedTimes } from './0100-proposed-times.js';
import { auditAndPersons } from './0101-audit-and-persons.js';
import { groupChatsAndAccountKeeping } from './0102-group-chats-and-account-keeping.js';
import { releaseLooks } from './0095-release-looks.js';
import { releaseRemarks } from './0096-release-remarks.js';
import { workingCopies } from './0097-working-copies.js';
import { editingPersons } from './0098-editing-persons.js';
import { drawnPictures } from './0156-drawn-pictures.js';
import { endOfSharedPasswords } from './0162-end-of-shared-passwords.js';
import { nextTries } from './0166-next-tries.js';
import { explanationsInEnglish } from './0165-explanations-in-english.js';
import { outcomesInEnglish } from './0160-outcomes-in-english.js';
import { limitsInEnglish } from './0161-limits-in-english.js';
import { keptChains } from './0164-kept-chains.js';
import { keysByTwo } from './0157-keys-by-two.js';
import { ruleNumbers } from './0155-rule-numbers.js';
import { alertMessages } from './0120-alert-messages.js';
import { readBacks } from './0121-read-backs.js';
import { foreignSources } from './0122-foreign-sources.js';
import { earlierWithdrawals } from './0123-earlier-withdrawals.js';
import { auditCheckpoints } from './0136-audit-checkpoints.js';
import { attachmentUploads } from './0141-attachment-uploads.js';
import { breakGlass } from './0152-break-glass.js';
import { organAccounts } from './0153-organ-accounts.js';
import { openedByTwo } from './0154-opened-by-two.js';
import { roleChanges } from './0151-role-changes.js';
import { secondFactors } from './0150-second-factors.js';
import { alertEvents } from './0124-alert-events.js';
import { portalLots } from './0132-portal-lots.js';
import { newsroom } from './0127-newsroom.js';
import { publishedAssets } from './0133-published-assets.js';
import { visitsAndAlertFaults } from './0134-visits-and-alert-faults.js';
import { listDepartures } from './0128-list-departures.js';
import { eventSubscriptions } from './0129-event-subscriptions.js';
import { findingsOutside } from './0142-findings-outside.js';

/** Applied in the order of their names, each once. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-organs-and-people': organsAndPeople,
  '0002-releases': releases,
  '0003-conflicts': conflicts,
  '0004-ledger': ledger,
  '0005-operation': operation,
  '0016-corrections': corrections,
  '0020-refusals': refusals,
  '0018-media': media,
  '0030-deadlines': deadlines,
  '0032-release-window': releaseWindow,
  '0033-roster': roster,
  '0045-registers': registers,
  '0013-matters': matters,
  '0014-finding-groups': findingGroups,
  '0021-account-health': accountHealth,
  '0019-mail-returns': mailReturns,
  '0022-operations': operations,
  '0031-release-order': releaseOrder,
  '0038-press-desk': pressDesk,
  '0039-plans': plans,
  '0040-period-plans': periodPlans,
  '0050-calendar-years': calendarYears,
  '0048-press-rules': pressRules,
  '0036-incidents': incidents,
  '0046-incident-chain': incidentChain,
  '0037-conferences': conferences,
  '0047-routine-duties': routineDuties,
  '0049-violations': violations,
  '0055-minute-tick': minuteTick,
  '0034-authorisations': authorisations,
  '0035-release-content': releaseContent,
  '0061-release-facts': releaseFacts,
  '0062-told-order': toldOrder,
  '0063-release-attachments': releaseAttachments,
  '0071-document-traces': documentTraces,
  '0072-concern-passages': concernPassages,
  '0084-listed-roles': listedRoles,
  '0086-examined-once': examinedOnce,
  '0087-interview-revisions': interviewRevisions,
  '0089-conference-authorisation': conferenceAuthorisation,
  '0091-gap-hours': gapHours,
  '0092-material-reviews': materialReviews,
  '0094-notices-of-a-person': noticesOfAPerson,
  '0099-own-lists': ownLists,
  '0100-proposed-times': proposedTimes,
  '0101-audit-and-persons': auditAndPersons,
  '0102-group-chats-and-account-keeping': groupChatsAndAccountKeeping,
  '0095-release-looks': releaseLooks,
  '0096-release-remarks': releaseRemarks,
  '0103-frozen-reports': frozenReports,
  '0110-portal-site': portalSite,
  '0104-api-keys-and-requests-once': apiKeysAndRequestsOnce,
  '0111-portal-search': portalSearch,
  '0112-search-rows': searchRows,
  '0097-working-copies': workingCopies,
  '0098-editing-persons': editingPersons,
  '0120-alert-messages': alertMessages,
  '0121-read-backs': readBacks,
  '0122-foreign-sources': foreignSources,
  '0123-earlier-withdrawals': earlierWithdrawals,
  '0124-alert-events': alertEvents,
  '0132-portal-lots': portalLots,
  '0136-audit-checkpoints': auditCheckpoints,
  '0127-newsroom': newsroom,
  '0133-published-assets': publishedAssets,
  '0134-visits-and-alert-faults': visitsAndAlertFaults,
  '0128-list-departures': listDepartures,
  '0141-attachment-uploads': attachmentUploads,
  '0129-event-subscriptions': eventSubscriptions,
  '0170-key-readers': keyReaders,
  '0171-traces': traces,
  '0150-second-factors': secondFactors,
  '0142-findings-outside': findingsOutside,
  '0151-role-changes': roleChanges,
  '0152-break-glass': breakGlass,
  '0153-organ-accounts': organAccounts,
  '0154-opened-by-two': openedByTwo,
  '0155-rule-numbers': ruleNumbers,
  '0156-drawn-pictures': drawnPictures,
  '0157-keys-by-two': keysByTwo,
  '0158-site-watches': siteWatches,
  '0167-consents': consents,
  '0159-stray-lookups': strayLookups,
  '0163-portal-written': portalWritten,
  '0164-kept-chains': keptChains,
  '0165-explanations-in-english': explanationsInEnglish,
  '0160-outcomes-in-english': outcomesInEnglish,
  '0161-limits-in-english': limitsInEnglish,
  '0162-end-of-shared-passwords': endOfSharedPasswords,
  '0166-next-tries': nextTries,
};

/** Every migration that this version knows. */
export const migrationNames: readonly string[] = Object.keys(migrations);
