import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import type { AddressFilters } from './address-filters.js';
import { Frame } from './frame.js';
import { NotFound } from './not-found.js';

const filters = (search: Record<string, unknown>): AddressFilters =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([key, value]) => [key, String(value)]),
  );

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/today/today-page.js'), 'TodayPage'),
});
const releases = createRoute({
  getParentRoute: () => root,
  path: '/releases',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/releases/releases-page.js'), 'ReleasesPage'),
});
const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  component: lazyRouteComponent(() => import('../pages/approvals/approvals-page.js'), 'ApprovalsPage'),
});
const approval = createRoute({
  getParentRoute: () => root,
  path: '/approvals/$id',
  component: lazyRouteComponent(() => import('../pages/approvals/approval-page.js'), 'ApprovalPage'),
});
const newRelease = createRoute({
  getParentRoute: () => root,
  path: '/releases/new',
  component: lazyRouteComponent(() => import('../pages/edit/new-page.js'), 'NewPage'),
});
const release = createRoute({
  getParentRoute: () => root,
  path: '/releases/$id',
  component: lazyRouteComponent(() => import('../pages/release/release-page.js'), 'ReleasePage'),
});
const edit = createRoute({
  getParentRoute: () => root,
  path: '/releases/$id/edit',
  component: lazyRouteComponent(() => import('../pages/edit/edit-page.js'), 'EditPage'),
});
const previews = createRoute({
  getParentRoute: () => root,
  path: '/releases/$id/previews',
  component: lazyRouteComponent(() => import('../pages/previews/previews-page.js'), 'PreviewsPage'),
});
const progress = createRoute({
  getParentRoute: () => root,
  path: '/releases/$id/progress',
  component: lazyRouteComponent(() => import('../pages/progress/progress-page.js'), 'ProgressPage'),
});
const dispatches = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/progress/dispatches-page.js'), 'DispatchesPage'),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../pages/accounts/accounts-page.js'), 'AccountsPage'),
});
const consent = createRoute({
  getParentRoute: () => root,
  path: '/accounts/consent',
  component: lazyRouteComponent(() => import('../pages/accounts/consent-page.js'), 'ConsentPage'),
});
const conflicts = createRoute({
  getParentRoute: () => root,
  path: '/conflicts',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/conflicts/conflicts-page.js'), 'ConflictsPage'),
});
const conflict = createRoute({
  getParentRoute: () => root,
  path: '/conflicts/$id',
  component: lazyRouteComponent(() => import('../pages/conflicts/conflict-page.js'), 'ConflictPage'),
});
const findingGroup = createRoute({
  getParentRoute: () => root,
  path: '/conflicts/groups/$id',
  component: lazyRouteComponent(() => import('../pages/conflicts/group-page.js'), 'GroupPage'),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/calendar/calendar-page.js'), 'CalendarPage'),
});
const matters = createRoute({
  getParentRoute: () => root,
  path: '/matters',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/matters/matters-page.js'), 'MattersPage'),
});
const matter = createRoute({
  getParentRoute: () => root,
  path: '/matters/$id',
  component: lazyRouteComponent(() => import('../pages/matters/matter-page.js'), 'MatterPage'),
});
const conferences = createRoute({
  getParentRoute: () => root,
  path: '/conferences',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/conferences/conferences-page.js'), 'ConferencesPage'),
});
const conference = createRoute({
  getParentRoute: () => root,
  path: '/conferences/$id',
  component: lazyRouteComponent(() => import('../pages/conferences/conference-page.js'), 'ConferencePage'),
});

const interviews = createRoute({
  getParentRoute: () => root,
  path: '/interviews',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/interviews/interviews-page.js'), 'InterviewsPage'),
});
const interview = createRoute({
  getParentRoute: () => root,
  path: '/interviews/$id',
  component: lazyRouteComponent(() => import('../pages/interviews/interview-page.js'), 'InterviewPage'),
});
const mediaAnswers = createRoute({
  getParentRoute: () => root,
  path: '/media-answers',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/answers/answers-page.js'), 'AnswersPage'),
});
const media = createRoute({
  getParentRoute: () => root,
  path: '/media',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/media/media-page.js'), 'MediaPage'),
});

const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/incidents/incidents-page.js'), 'IncidentsPage'),
});
const incident = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$id',
  component: lazyRouteComponent(() => import('../pages/incidents/incident-page.js'), 'IncidentPage'),
});

const plans = createRoute({
  getParentRoute: () => root,
  path: '/plans',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/plans/plans-page.js'), 'PlansPage'),
});
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plans/$id',
  component: lazyRouteComponent(() => import('../pages/plans/plan-page.js'), 'PlanPage'),
});
const periodPlan = createRoute({
  getParentRoute: () => root,
  path: '/plans/periods/$id',
  component: lazyRouteComponent(() => import('../pages/plans/period-page.js'), 'PeriodPage'),
});
const directives = createRoute({
  getParentRoute: () => root,
  path: '/directives',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/directives/directives-page.js'), 'DirectivesPage'),
});
const directive = createRoute({
  getParentRoute: () => root,
  path: '/directives/$id',
  component: lazyRouteComponent(() => import('../pages/directives/directive-page.js'), 'DirectivePage'),
});
const violations = createRoute({
  getParentRoute: () => root,
  path: '/violations',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/violations/violations-page.js'), 'ViolationsPage'),
});
const violation = createRoute({
  getParentRoute: () => root,
  path: '/violations/$id',
  component: lazyRouteComponent(() => import('../pages/violations/violation-page.js'), 'ViolationPage'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/reports/reports-page.js'), 'ReportsPage'),
});
const reportRows = createRoute({
  getParentRoute: () => root,
  path: '/reports/rows',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/reports/rows-page.js'), 'RowsPage'),
});
const closedReport = createRoute({
  getParentRoute: () => root,
  path: '/reports/closed/$id',
  component: lazyRouteComponent(() => import('../pages/reports/closed-page.js'), 'ClosedReportPage'),
});

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  component: lazyRouteComponent(() => import('../pages/operations/operations-page.js'), 'OperationsPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: filters,
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.js'), 'SettingsPage'),
});

const security = createRoute({
  getParentRoute: () => root,
  path: '/security',
  component: lazyRouteComponent(() => import('../pages/security/security-page.js'), 'SecurityPage'),
});

const routeTree = root.addChildren([
  today,
  approvals,
  approval,
  releases,
  newRelease,
  release,
  edit,
  previews,
  progress,
  dispatches,
  accounts,
  consent,
  conflicts,
  conflict,
  findingGroup,
  calendar,
  matters,
  matter,
  conferences,
  conference,
  interviews,
  interview,
  mediaAnswers,
  media,
  incidents,
  incident,
  plans,
  plan,
  periodPlan,
  directives,
  directive,
  violations,
  violation,
  reports,
  reportRows,
  closedReport,
  operations,
  settings,
  security,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Plain words in the address, without JSON's quotation marks.
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
