import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleNames } from '../../libs/access/refusal.js';
import { roleSchema, type Role } from '@koujing/access';
import type { City } from '../support/city.js';
import { callOf } from '../support/foreign-calls.js';
import { foreignThings, type Things } from '../support/foreign-things.js';
import { ok, Person, type Refusal } from '../support/person.js';
import { routesOf, type Route } from '../support/route.js';
import { startSeededCity } from '../support/seeded-city.js';

jest.setTimeout(600_000);

const place = join(import.meta.dirname, '../../docs/roles.md');

/** Refusals that say who may. */
const whoMay = new Set(['lacksRole', 'servesElsewhere', 'onlyOffice', 'recordOfOffice']);

interface Column {
  readonly title: string;
  readonly person: Person;
}

let city: City;
let things: Things;
let routes: readonly Route[];
let columns: readonly Column[];
/** While it is set, what a transaction did is taken back at its end, so that every role meets the same city. */
let undoing = false;

class Undone extends Error {}

const takeBackWrites = ({ database }: City): void => {
  const real = database.transaction.bind(database);
  database.transaction = ((work: Parameters<typeof real>[0]) =>
    real(async (queries) => {
      const done = await work(queries);
      if (undoing) throw new Undone('taken back');
      return done;
    })) as typeof database.transaction;
};

/** Somebody of the bureau whose things are asked for, who holds this role there and nothing else. */
const holder = async (role: Role, administrator: Person): Promise<Person> => {
  // An organ has one main leader (Art.5(6)): the demo's.
  if (role === 'principalLeader') return city.as('approver');
  const username = `holder-${role.toLowerCase()}`;
  const { password } = ok(
    await administrator.post<{ password: string }>('/people', {
      ...{ username, name: `教育局${role}`, grants: [{ role, organId: 'education' }] },
    }),
    role,
  );
  const newcomer = await Person.signIn(city.address, username, password);
  ok(await newcomer.post('/session/password', { password, newPassword: `${role}-of-education` }));
  return Person.signIn(city.address, username, `${role}-of-education`);
};

beforeAll(async () => {
  city = await startSeededCity();
  things = await foreignThings(city);
  routes = (await routesOf(city.address)).filter(
    ({ path }) => !/^\/(session|unsubscribe|newsroom|health|public|portal)/u.test(path),
  );
  const administrator = await city.as('administrator');
  const found: Column[] = [];
  for (const role of roleSchema.options)
    found.push({ title: roleNames[role].zh, person: await holder(role, administrator) });
  for (const username of ['coordinator', 'administrator'])
    found.push({ title: `新闻办${roleNames[username as Role].zh}`, person: await city.as(username) });
  columns = found;
  takeBackWrites(city);
}, 600_000);
afterAll(() => city.close());

const codesOf = (text: string): readonly string[] =>
  text.startsWith('{') ? ((JSON.parse(text) as Partial<Refusal>).reasons ?? []).map(({ code }) => code) : [];

/** At which turn the fields of a route fit together, which no schema tells: found once, by whoever comes first. */
const turns = new Map<string, number>();

const said = async (
  route: Route,
  person: Person,
): Promise<{ readonly status: number; readonly text: string }> => {
  let answer = { status: 0, text: '' };
  for (let turn = turns.get(route.name) ?? 0; turn < 25; turn += 1) {
    turns.set(route.name, turn);
    const { path, body } = callOf(route, things, turn);
    answer = await person.say(route.method, path, body);
    if (!codesOf(answer.text).includes('badField')) return answer;
  }
  return answer;
};

/** ● done, ○ not refused for the role but for something else, nothing where the role is refused or sees no such thing. */
const markOf = async (route: Route, person: Person): Promise<string> => {
  undoing = route.method !== 'get';
  const { status, text } = await said(route, person);
  undoing = false;
  if (status < 400 || status === 500) return '●';
  const isRefused = [401, 403, 404].includes(status) || codesOf(text).some((code) => whoMay.has(code));
  return isRefused ? '' : '○';
};

/** Rows without what changes from day to day. */
const refusing = (table: string): readonly string[] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replaceAll(/[●○]/gu, '可'));

const head = `# 角色对操作 What each role may do

由 \`test/medium/role-table.test.ts\` 逐个接口、逐个角色问出来的（\`KOUJING_WRITE_TABLES=1\` 写出），并与程序核对：每一行是一个接口，每一列是只有这一个角色的人，问的是自己机关（教育局）的事；最后两列是新闻办的人。写入在事务结束时退回，所以每个人遇到的是同一个城市。
_Asked of the running system, every route by every role, and compared with it: people of the education bureau who hold this one role, asking about their own bureau; the last two are of the office. What they write is taken back at the end of its transaction, so that each meets the same city._

- **●** 办成了。_Done._
- **○** 没有因为角色被拒，被拒的是别的：状态、两人分工、所填的内容；这里说不出角色够不够的，也是这个记号。_Refused, but not for the role: for the state, for another person having to do it, or for what was filled in; also where this cannot tell whether the role would do._
- 空白：这个角色不能办，或看不见。_Not for this role, or not to be seen by it._
- **–**（整行）：用这里现有的东西，谁都没有办成，也没有一个角色比另一个多走一步：没有问出来。_A whole row: with the things that stand here nobody got through, and no role came further than another; the table cannot tell._

● 和 ○ 随状态和日子变，测试只核对有没有因为角色被拒。_● and ○ change with states and days; the test holds who is refused for the role._

不在表里的：不用登录的（登录、媒体专页、退订、检索、健康检查）和本人的会话。别的机关的事由 \`test/medium/every-route.test.ts\` 逐个接口走过。规则写在各名词的 \`…Reasons\` 里，角色之间谁包含谁只写在 \`libs/access/roles-that-may.api.ts\`。
`;

test('what each role may do stands in docs/roles.md as the house answers', async () => {
  const lines: string[] = [];
  for (const route of routes) {
    const marks: string[] = [];
    for (const { person } of columns) marks.push(await markOf(route, person));
    // Nobody got through, and nobody further than another.
    const told = marks.includes('●') || new Set(marks).size > 1 ? marks : marks.map(() => '–');
    lines.push(`| \`${route.method.toUpperCase()} ${route.path}\` | ${told.join(' | ')} |`);
  }
  const written = [
    head,
    `| 接口 Route | ${columns.map(({ title }) => title).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...lines,
    '',
  ].join('\n');
  if (process.env['KOUJING_WRITE_TABLES'] === '1') writeFileSync(place, written);
  expect(lines.length).toBeGreaterThan(200);
  const told = lines.filter((line) => !line.includes('–'));
  expect(told.length).toBeGreaterThan(lines.length * 0.75);
  expect(refusing(written)).toEqual(refusing(readFileSync(place, 'utf8')));
});
