import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  accountListSchema,
  conferenceListSchema,
  conferenceSchema,
  mailingListListSchema,
  deadlineListSchema,
  amendmentListSchema,
  amendmentPlanSchema,
  deliveryListSchema,
  dutyListSchema,
  directiveListSchema,
  directiveSchema,
  periodPlanListSchema,
  periodPlanSchema,
  planListSchema,
  planSchema,
  violationListSchema,
  violationSchema,
  findingGroupListSchema,
  findingGroupSchema,
  incidentListSchema,
  incidentSchema,
  matterListSchema,
  matterSchema,
  findingSchema,
  operationsSchema,
  issuerListSchema,
  missingListSchema,
  organListSchema,
  organRosterSchema,
  publicationListSchema,
  registerListSchema,
  relayBoardSchema,
  rosterListSchema,
  ruleBookSchema,
  rulesViewSchema,
  calendarViewSchema,
  previewListSchema,
  releaseListSchema,
  routineDutyListSchema,
  releasePageSchema,
  type DeliveryView,
  type RegisterName,
} from './contract.js';

export const releasesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['releases', query],
    queryFn: () => ask(releaseListSchema, '/releases', { query }),
    placeholderData: keepPreviousData,
  });

export const releaseQuery = (id: string) =>
  queryOptions({ queryKey: ['release', id], queryFn: () => ask(releasePageSchema, `/releases/${id}`) });

/** What a correction or withdrawal would do now, asked anew each time: the ledger moves. */
export const amendmentPlanQuery = (id: string, kind: 'correct' | 'withdraw') =>
  queryOptions({
    queryKey: ['amendment-plan', id, kind],
    queryFn: () => ask(amendmentPlanSchema, `/releases/${id}/amendment-plan`, { query: { kind } }),
    staleTime: 0,
  });

export const amendmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['deliveries', id, 'amendments'],
    queryFn: () => ask(amendmentListSchema, `/releases/${id}/amendments`),
  });

export const previewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['release', id, 'previews'],
    queryFn: () => ask(previewListSchema, `/releases/${id}/previews`),
  });

export const findingGroupsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['findings', query],
    queryFn: () => ask(findingGroupListSchema, '/finding-groups', { query }),
    placeholderData: keepPreviousData,
  });

export const findingGroupQuery = (id: string) =>
  queryOptions({
    queryKey: ['finding', 'group', id],
    queryFn: () => ask(findingGroupSchema, `/finding-groups/${id}`),
  });

export const dutiesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['findings', 'duties', query],
    queryFn: () => ask(dutyListSchema, '/correction-duties', { query }),
    placeholderData: keepPreviousData,
  });

export const mattersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['matters', query],
    queryFn: () => ask(matterListSchema, '/matters', { query }),
    placeholderData: keepPreviousData,
  });

export const matterQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id], queryFn: () => ask(matterSchema, `/matters/${id}`) });

export const incidentsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['incidents', query],
    queryFn: () => ask(incidentListSchema, '/incidents', { query }),
    placeholderData: keepPreviousData,
  });

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incident', id],
    queryFn: () => ask(incidentSchema, `/incidents/${id}`),
    refetchInterval: 60_000,
  });

export const findingQuery = (id: string) =>
  queryOptions({ queryKey: ['finding', id], queryFn: () => ask(findingSchema, `/findings/${id}`) });

export const directivesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['directives', query],
    queryFn: () => ask(directiveListSchema, '/directives', { query }),
    placeholderData: keepPreviousData,
  });

export const directiveQuery = (id: string) =>
  queryOptions({ queryKey: ['directive', id], queryFn: () => ask(directiveSchema, `/directives/${id}`) });

export const plansQuery = (query: Query) =>
  queryOptions({
    queryKey: ['plans', query],
    queryFn: () => ask(planListSchema, '/plans', { query }),
    placeholderData: keepPreviousData,
  });

export const planQuery = (id: string) =>
  queryOptions({ queryKey: ['plan', id], queryFn: () => ask(planSchema, `/plans/${id}`) });

export const violationsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['violations', query],
    queryFn: () => ask(violationListSchema, '/violations', { query }),
    placeholderData: keepPreviousData,
  });

export const violationQuery = (id: string) =>
  queryOptions({ queryKey: ['violation', id], queryFn: () => ask(violationSchema, `/violations/${id}`) });

export const periodPlansQuery = queryOptions({
  queryKey: ['period-plans'],
  queryFn: () => ask(periodPlanListSchema, '/period-plans', { query: { pageSize: 20 } }),
});

export const periodPlanQuery = (id: string) =>
  queryOptions({
    queryKey: ['period-plan', id],
    queryFn: () => ask(periodPlanSchema, `/period-plans/${id}`),
  });

export const deadlinesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['deadlines', query],
    queryFn: () => ask(deadlineListSchema, '/deadlines', { query }),
    refetchInterval: 60_000,
  });

export const organsQuery = queryOptions({
  queryKey: ['organs'],
  queryFn: () => ask(organListSchema, '/organs'),
  staleTime: 10 * 60_000,
});

export const issuersQuery = queryOptions({
  queryKey: ['organs', 'issuers'],
  queryFn: () => ask(issuerListSchema, '/statutory-issuers'),
});

export const rosterQuery = (query: Query) =>
  queryOptions({
    queryKey: ['roster', query],
    queryFn: () => ask(rosterListSchema, '/roster', { query }),
    placeholderData: keepPreviousData,
  });

export const organRosterQuery = (organId: string) =>
  queryOptions({
    queryKey: ['roster', 'organ', organId],
    queryFn: () => ask(organRosterSchema, `/roster/${organId}`),
  });

export const publicationsQuery = queryOptions({
  queryKey: ['roster', 'publications'],
  queryFn: () => ask(publicationListSchema, '/roster-publications'),
});

export const registerQuery = (register: RegisterName, query: Query) =>
  queryOptions({
    queryKey: ['registers', register, query],
    queryFn: () => ask(registerListSchema, `/registers/${register}`, { query }),
    placeholderData: keepPreviousData,
  });

export const missingQuery = (register: 'workflow' | 'noPayment') =>
  queryOptions({
    queryKey: ['registers', register, 'missing'],
    queryFn: () => ask(missingListSchema, `/registers/${register}/missing`),
  });

export const ruleBookQuery = queryOptions({
  queryKey: ['registers', 'rule-book'],
  queryFn: () => ask(ruleBookSchema, '/rule-book'),
});

export const relayBoardQuery = (query: Query) =>
  queryOptions({
    queryKey: ['registers', 'relay-board', query],
    queryFn: () => ask(relayBoardSchema, '/relay-board', { query }),
    placeholderData: keepPreviousData,
  });

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => ask(accountListSchema, '/accounts', { query: { pageSize: 200 } }),
  staleTime: 60_000,
});

export const mailingListsQuery = queryOptions({
  queryKey: ['mailing-lists'],
  queryFn: () => ask(mailingListListSchema, '/media/lists', { query: { pageSize: 200 } }),
  staleTime: 60_000,
});

/** Deliveries in one question to the server, which allows no more. */
const deliveriesAtOnce = 200;

/** The whole ledger of a release, page after page: a mailing has as many rows as media. */
const allDeliveries = async (id: string): Promise<readonly DeliveryView[]> => {
  const rows: DeliveryView[] = [];
  for (let page = 1; ; page += 1) {
    const query = { page, pageSize: deliveriesAtOnce };
    const { items, total } = await ask(deliveryListSchema, `/releases/${id}/deliveries`, { query });
    rows.push(...items);
    if (items.length === 0 || rows.length >= total) return rows;
  }
};

export const deliveriesQuery = (id: string) =>
  queryOptions({ queryKey: ['deliveries', id], queryFn: () => allDeliveries(id) });

/** Read anew while somebody looks: each question counts rows in the ledger. */
const operationsEveryMs = 10_000;

export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: () => ask(operationsSchema, '/operations'),
  refetchInterval: operationsEveryMs,
});

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => ask(calendarViewSchema, '/calendar'),
});

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => ask(rulesViewSchema, '/rules'),
  staleTime: 600_000,
});
export const conferencesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['conferences', query],
    queryFn: () => ask(conferenceListSchema, '/conferences', { query }),
    placeholderData: keepPreviousData,
  });

export const conferenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['conference', id],
    queryFn: () => ask(conferenceSchema, `/conferences/${id}`),
  });

export const routineDutiesQuery = queryOptions({
  queryKey: ['conferences', 'routine'],
  queryFn: () => ask(routineDutyListSchema, '/routine-duties', { query: { pageSize: 200 } }),
});
