const because = (reason: string, ...paths: readonly string[]) => paths.map((path) => [path, reason] as const);

/** What is read by a person who signed in and by no key, each with the reason. */
export const notForKeys: Readonly<Record<string, string>> = Object.fromEntries([
  ...because(
    'what waits for one person, or lies on their desk',
    ...['/agenda', '/notifications', '/approvals', '/approvals/{id}', '/release-views'],
    ...['/working-copy', '/releases/{id}/working-copy'],
  ),
  ...because(
    'who somebody is, what they may do, and from which device',
    ...['/session', '/session/devices', '/session/second-factor', '/people', '/people/{id}/sessions'],
    ...['/role-changes', '/api-keys', '/staffing', '/delegations'],
    ...['/authorisations', '/authorisations/desk', '/statutory-issuers'],
  ),
  ...because(
    'who decided what, with the evidence of it',
    ...['/audit', '/audit/export.csv', '/releases/{id}/bundle'],
  ),
  ...because(
    'the platforms, their accounts and addresses, and how the house runs',
    ...['/accounts', '/accounts/{id}/form', '/account-forms', '/chats', '/mail-returns', '/operations'],
    ...['/event-subscriptions', '/event-subscriptions/{id}/deliveries', '/foreign-sources'],
  ),
  ...because(
    'reporters, their cards and addresses, and what they asked and were told (Art. 20)',
    ...['/interviews', '/interviews/{id}', '/interviews/rules', '/media-answers', '/media-answers/lines'],
    ...['/media/accreditation-rules', '/media/accreditations', '/media/lists', '/media/outlets'],
    ...['/media/conferences/{conferenceId}/registrations', '/media/lists/{id}/departures'],
    ...['/media/outlets/{id}/link', '/media/reporters', '/media/reporters/{id}/accreditations'],
    '/media/suppressions',
    '/conferences/{id}/materials/{kind}',
  ),
  ...because(
    'the rules of the city and its registers of persons, read at their own desks',
    ...['/rules', '/rule-book', '/relay-board', '/registers/{register}', '/registers/{register}/missing'],
    '/register-files/{sha256}',
  ),
]);
