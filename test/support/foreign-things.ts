import { json } from '@koujing/database';
import { releaseDraftSchema } from '../../libs/release/release.api.js';
import type { City } from './city.js';
import { ok, type Person } from './person.js';
import { aDraft, drafted, page, paragraph, published, submitted } from './release-way.js';

/** Stands in every text of the other organ that the public has not seen; no answer to anybody else may hold it. */
export const hush = '琥珀暗语';

/** By the noun of a path (`releases` in `/releases/{id}`): the id of one that the other organ's people alone may see. */
export type Things = Readonly<Record<string, string>>;

interface Named {
  readonly id: string;
}

interface Desks {
  readonly city: City;
  readonly drafter: Person;
  readonly approver: Person;
  readonly coordinator: Person;
  readonly administrator: Person;
}

const made = async (by: Person, path: string, body: object): Promise<string> =>
  ok(await by.post<Named>(path, body), path).id;

const first = async (by: Person, path: string): Promise<string> => {
  const { items } = ok(await by.get<{ items: readonly Named[] }>(path), path);
  const [item] = items;
  if (item === undefined) throw new Error(`${path}: the seeded city has none`);
  return item.id;
};

const ahead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Of the education bureau of the seeded city: one of every noun, each with the hush word where it holds words. */
export const foreignThings = async (city: City): Promise<Things> => {
  const desks: Desks = {
    city,
    drafter: await city.as('drafter'),
    approver: await city.as('approver'),
    coordinator: await city.as('coordinator'),
    administrator: await city.as('administrator'),
  };
  return {
    ...(await releases(desks)),
    ...(await duties(desks)),
    ...(await press(desks)),
    ...(await house(desks)),
  };
};

const text = (title: string) =>
  aDraft({
    organId: 'education',
    title: `${title}（${hush}）`,
    summary: `${hush}摘要`,
    blocks: [paragraph(`${hush}：下周起调整三所学校的课后服务时间。`)],
    accountIds: ['portal'],
  });

const releases = async ({ city, drafter }: Desks): Promise<Things> => {
  const desk = await city.desk('education');
  const draft = text('课后服务时间调整');
  const image = ok(await drafter.upload<{ sha256: string }>('/images', '校园.png', png, 'image/png'));
  const annex = await drafter.upload<{ sha256: string }>(
    '/attachments',
    '名单.txt',
    new TextEncoder().encode(`${hush}名单`),
    'application/octet-stream',
  );
  const { sha256 } = ok(annex);
  // A day that is no such weekday: the house finds something in the text itself.
  const wrong = paragraph(`${hush}：12月5日（星期一）起报名。`);
  const { id, digest } = await drafted(desk, {
    ...{ ...draft, blocks: [...draft.blocks, wrong] },
    attachments: [{ sha256, name: '名单.txt' }],
  });
  const { findings } = await page(drafter, id);
  ok(await drafter.post(`/releases/${id}/remarks`, { digest, text: `${hush}批注` }));
  ok(await drafter.put(`/releases/${id}/proposed-time`, { at: ahead(3), why: `${hush}理由` }));
  const whole = releaseDraftSchema.parse(draft);
  const copy = { expectedSeq: null, baseRevision: 1, draft: { ...whole, title: `${hush}改到一半` } };
  ok(await drafter.put(`/releases/${id}/working-copy`, copy), 'working copy');
  const waiting = await submitted(desk, text('寒假安排'));
  const out = await published(desk, aDraft({ organId: 'education', title: '关于开放校园体育设施的通告' }));
  const row = await first(drafter, `/releases/${out.id}/deliveries`);
  ok(await desk.approver.post(`/releases/${out.id}/withdrawal`, { reason: `${hush}撤回原因` }), 'withdrawal');
  const { items } = ok(
    await drafter.get<{ items: readonly { id: string }[] }>(`/releases/${out.id}/amendments`),
  );
  return {
    ...{ releases: id, approvals: waiting.id, deliveries: row, images: image.sha256, attachments: sha256 },
    ...{ amendments: items[0]?.id ?? '', findings: findings[0]?.id ?? '' },
    'finding-groups': findings[0]?.groupId ?? '',
    'release-views': await viewOf(drafter),
  };
};

const viewOf = async (drafter: Person): Promise<string> => {
  ok(await drafter.post('/release-views', { name: `${hush}视图`, filters: {} }), 'view');
  return first(drafter, '/release-views');
};

const duties = async ({ drafter, approver, coordinator }: Desks): Promise<Things> => {
  const matter = { title: `${hush}事项`, kind: 'routine', ownerOrganId: 'education', dueAt: ahead(5) };
  const matterId = await made(coordinator, '/matters', matter);
  const line = { attribute: 'date', about: `${hush}口径`, value: '12月8日' };
  ok(await approver.post(`/matters/${matterId}/lines`, line), 'line');
  const { lines } = ok(
    await approver.get<{ lines: readonly { lineId: string }[] }>(`/matters/${matterId}`),
    'matter',
  );
  const directive = {
    ...{ fromOrganId: 'office', toOrganId: 'education', title: `${hush}指令`, text: `${hush}要求` },
    dueAt: ahead(1),
  };
  const part = { kind: 'release', organId: 'education', title: `${hush}部分` };
  const plan = ok(
    await drafter.post<Named & { parts: readonly Named[] }>('/plans', {
      ...{
        meetingOrganId: 'government',
        meeting: '市政府常务会议',
        metOn: '2026-11-20',
        item: `${hush}议题`,
      },
      ...{ leadOrganId: 'education', outline: `${hush}提纲`, level: 'department', form: 'pressRelease' },
      ...{ dueAt: ahead(10), parts: [part] },
    }),
    'plan',
  );
  return {
    ...{ matters: matterId, lines: lines[0]?.lineId ?? '', plans: plan.id, parts: plan.parts[0]?.id ?? '' },
    directives: await made(coordinator, '/directives', directive),
    deadlines: await first(drafter, '/deadlines?limit=50'),
    incidents: await first(coordinator, '/incidents'),
    violations: await first(coordinator, '/violations?organ=education'),
    notifications: await first(approver, '/notifications'),
  };
};

const suppressed = async (coordinator: Person): Promise<string> => {
  const address = { address: 'nobody@news.example', reason: '本人要求' };
  ok(await coordinator.post('/media/suppressions', address), 'suppression');
  return first(coordinator, '/media/suppressions');
};

const press = async ({ drafter, coordinator }: Desks): Promise<Things> => {
  const outlets = await first(coordinator, '/media/outlets');
  const interview = {
    ...{ outletId: outlets, organId: 'education', via: 'phone' },
    ...{ subject: `${hush}采访`, questions: `${hush}提问` },
  };
  const conference = {
    ...{ kind: 'government', organId: 'education', theme: `${hush}发布会`, content: `${hush}内容` },
    ...{ justification: '关系学生和家长安排。', startsAt: ahead(14), totalMinutes: 40, leadMinutes: 12 },
    ...{ rostrumPersons: 3, questionSession: true },
    speakers: [{ name: '发言人甲', post: '副局长', organId: 'education', capacity: 'official' }],
  };
  return {
    ...{ outlets, reporters: await first(coordinator, '/media/reporters') },
    lists: await first(coordinator, '/media/lists'),
    suppressions: await suppressed(coordinator),
    interviews: await made(coordinator, '/interviews', interview),
    conferences: await made(drafter, '/conferences', conference),
  };
};

const periodThings = async (by: Person): Promise<Things> => {
  const id = await first(by, '/period-plans');
  const { items } = ok(await by.get<{ items: readonly Named[] }>(`/period-plans/${id}`), 'period plan');
  return { 'period-plans': id, items: items[0]?.id ?? '' };
};

/** The organ's report of a month as it stood, closed by the office. */
const closedReport = async (by: Person): Promise<string> => {
  const of = { from: '2026-10-01', to: '2026-10-31', organ: 'education' };
  const { digest } = ok(
    await by.get<{ digest: string }>(`/reports/consistency?${new URLSearchParams(of).toString()}`),
    'report',
  );
  return made(by, '/frozen-reports', { name: 'consistency', ...of, digest });
};

/** Waits for a second administrator, who is none of the stranger's organ. */
const roleChangeOf = async ({ database }: City, personId: string): Promise<string> => {
  const id = 'role-change-of-education';
  const values = { id, person_id: personId, kind: 'grants', reason: `${hush}任命` };
  const grants = json([{ role: 'reviewer', organId: 'education' }]);
  const proposed = { proposed_by: 'person-administrator', proposed_at: new Date() };
  const undecided = { decided_by: null, decided_at: null, outcome: null };
  await database.queries
    .insertInto('role_change')
    .values({ ...values, grants, ...proposed, ...undecided })
    .execute();
  return id;
};

const house = async ({ city, approver, administrator }: Desks): Promise<Things> => {
  const people = await first(administrator, '/people?q=spokesperson&organ=education');
  const key = { personId: people, name: `${hush}系统`, scopes: ['releases:read'] };
  const chat = {
    ...{ name: `${hush}群`, kinds: ['approval'], organId: 'education', platform: 'dingtalk' },
    ...{ address: 'https://oapi.dingtalk.com/robot/send?access_token=abc', key: 'SEC0123456789' },
  };
  const source = {
    name: `${hush}网站`,
    url: 'https://jyj.binhai.gov.example/feed',
    organId: 'education',
    kind: 'feed',
  };
  const reviewer = await city.as('reviewer');
  const term = { from: ahead(0), to: ahead(3), reason: `${hush}出差` };
  const desk = { organId: 'education', role: 'confidentialityReviewer', toPersonId: 'person-spokesperson' };
  const roster = ok(await approver.get<{ spokespersons: readonly Named[] }>('/roster/education'), 'roster');
  const detail = { name: `${hush}专家`, field: '教育', contact: '0000-0000' };
  ok(await administrator.post('/api-keys', key), 'key');
  ok(await administrator.post('/chats', chat), 'chat');
  ok(await administrator.post('/foreign-sources', source), 'source');
  const subscription = {
    ...{ organId: 'education', name: `${hush}订阅`, url: 'https://hooks.binhai.gov.example/a' },
    kinds: ['release.published'],
  };
  ok(await administrator.post('/event-subscriptions', subscription), 'subscription');
  return {
    people,
    'role-changes': await roleChangeOf(city, people),
    organs: 'education',
    'api-keys': await first(administrator, '/api-keys'),
    authorisations: await first(approver, '/authorisations?organ=education'),
    chats: await first(administrator, '/chats'),
    'foreign-sources': await first(administrator, '/foreign-sources'),
    accounts: 'portal',
    'event-subscriptions': await first(administrator, '/event-subscriptions'),
    delegations: await made(reviewer, '/delegations', { ...desk, ...term }),
    'roster/entries': roster.spokespersons[0]?.id ?? '',
    'registers/entries': await made(approver, '/registers', {
      register: 'expert',
      organId: 'education',
      detail,
    }),
    ...(await periodThings(approver)),
    'roster-publications': await first(approver, '/roster-publications'),
    'frozen-reports': await closedReport(await city.as('coordinator')),
  };
};
