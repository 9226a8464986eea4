import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DutyList } from '../../libs/conflict/conflict.api.js';
import type { FindingGroupList, FindingGroupView } from '../../libs/conflict/finding-group.api.js';
import type { LiveCheck } from '../../libs/conflict/live-check.api.js';
import type { MatterView } from '../../libs/matter/matter.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person, type Refusal } from '../support/person.js';
import {
  aDraft,
  approved,
  drafted,
  page,
  paragraph,
  published,
  submitted,
  type Desk,
} from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('the board under %s', (rules) => {
  let city: City;
  let coordinator: Person;
  let emergency: Desk;
  let water: Desk;

  beforeAll(async () => {
    city = await startCity({ rules });
    coordinator = await city.as('coordinator');
    emergency = await city.desk('emergency');
    water = await city.desk('water');
  });

  afterAll(() => city.close());

  const accident = (organId: string, place: string, deaths: number) =>
    aDraft({
      organId,
      kind: 'emergency',
      title: `${place}泵站坍塌事故情况通报`,
      blocks: [
        paragraph(
          `11月23日5时40分许，${place}一处泵站发生坍塌。截至11月23日8时，事故造成${deaths}人死亡、6人受伤，原因正在调查。`,
        ),
      ],
      accountIds: ['portal'],
    });

  const disagreement = async (releaseId: string) =>
    (await page(water.drafter, releaseId)).findings.find(({ kind }) => kind === 'inconsistent');

  test('a contradiction is ruled to stand, not raised again for the same text, and raised when a figure changes', async () => {
    await published(emergency, accident('emergency', '东港区海滨路', 2));
    const first = await submitted(water, accident('water', '东港区海滨路', 5));
    const finding = await disagreement(first.id);
    expect(finding?.state).toBe('open');
    const group = ok(await coordinator.get<FindingGroupView>(`/finding-groups/${finding?.groupId}`));
    expect(
      group.facts
        .find(({ attribute }) => attribute === 'deaths')
        ?.statements.map((said) => said?.value)
        .sort(),
    ).toEqual(['2人', '5人']);
    const ruled = ok(
      await coordinator.post<FindingGroupView>(`/finding-groups/${group.id}/ruling`, {
        ruling: 'letStand',
        reason: '统计口径不同，分别说明',
      }),
    );
    expect(ruled.state).toBe('ruled');

    ok(await water.drafter.post(`/releases/${first.id}/withdraw`, { reason: '换一位同事起草' }));
    const again = await drafted(water, accident('water', '东港区海滨路', 5));
    expect(await disagreement(again.id)).toMatchObject({
      state: 'ruled',
      ruling: { ruling: 'letStand', remembered: true },
    });

    ok(
      await water.drafter.put(`/releases/${again.id}`, {
        expectedRevision: again.revision,
        draft: accident('water', '东港区海滨路', 7),
      }),
    );
    expect((await disagreement(again.id))?.state).toBe('open');
  });

  test('many texts on one accident are one row of the board, which one decision settles for the text that holds', async () => {
    const out = await published(emergency, accident('emergency', '西陵区学府路', 3));
    const coming = await submitted(water, accident('water', '西陵区学府路', 8));
    const finding = await disagreement(coming.id);
    const open = ok(await coordinator.get<FindingGroupList>('/finding-groups?state=open&pageSize=200'));
    expect(open.items.filter(({ id }) => id === finding?.groupId)).toHaveLength(1);
    const view = ok(
      await coordinator.post<FindingGroupView>(`/finding-groups/${finding?.groupId}/ruling`, {
        ruling: 'prefer',
        releaseId: coming.id,
        reason: '以现场核实为准',
      }),
    );
    const ruling = view.findings.find(
      ({ kind, releases }) => kind === 'inconsistent' && releases.some(({ id }) => id === out.id),
    );
    expect(ruling?.ruling?.ruling).toMatch(/^prefer[AB]$/u);
    const { duties } = await page(emergency.approver, out.id);
    expect(duties).toEqual([expect.objectContaining({ kind: 'correct', endedAt: null })]);
    expect(duties[0]?.demand).toContain('应为8人');
    const owed = async (reader: Person) =>
      ok(await reader.get<DutyList>('/correction-duties?pageSize=200')).items.filter(
        ({ releaseId }) => releaseId === out.id,
      );
    expect(await owed(emergency.drafter)).toEqual([
      { ...duties[0], releaseTitle: '西陵区学府路泵站坍塌事故情况通报' },
    ]);
    expect(await owed(coordinator)).toHaveLength(1);
    expect(await owed(water.drafter)).toEqual([]);
    const forwarded = await coordinator.post(`/finding-groups/${finding?.groupId}/forwarding`, {
      organIds: ['emergency'],
      note: '请今天内更正',
    });
    expect(forwarded.status).toBe(200);
    const inbox = ok(await emergency.approver.get<{ items: { subject: string }[] }>('/notifications'));
    expect(inbox.items.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([expect.stringContaining('【转办】'), expect.stringContaining('【须更正】')]),
    );
  });

  test('only a coordinator rules on the board', async () => {
    const { items } = ok(await coordinator.get<FindingGroupList>('/finding-groups?pageSize=1'));
    const refused = await water.approver.post(`/finding-groups/${items[0]?.id}/ruling`, {
      ruling: 'letStand',
      reason: '我看可以',
    });
    expect(refused.status).toBeGreaterThanOrEqual(403);
  });

  const openMatter = async (changes: Record<string, unknown>): Promise<MatterView> =>
    ok(
      await coordinator.post<MatterView>('/matters', {
        ...{ title: '清水河水质异常', kind: 'hotTopic', ownerOrganId: 'water', trigger: 'publicAttention' },
        ...changes,
      }),
    );

  test('a clock that passes without a release of the owner is a gap, until the owner releases', async () => {
    const dueAt = new Date(Date.now() + 1_000).toISOString();
    const matter = await openMatter({ dueAt });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await city.server.cases.gaps.tick();
    const late = ok(await coordinator.get<MatterView>(`/matters/${matter.id}`));
    expect(late.overdue).toBe(true);
    const gaps = ok(await coordinator.get<FindingGroupList>('/finding-groups?state=open&kind=gap'));
    const gap = gaps.items.find(({ matter: about }) => about?.id === matter.id);
    expect(gap?.explanation).toContain('工作缺位');
    const mine = ok(await water.approver.get<FindingGroupList>('/finding-groups?state=open&kind=gap'));
    expect(mine.items.map(({ id }) => id)).toContain(gap?.id);

    await published(
      water,
      aDraft({
        organId: 'water',
        title: '关于清水河水质情况的说明',
        matter: matter.id,
        accountIds: ['portal'],
      }),
    );
    const answered = ok(await coordinator.get<MatterView>(`/matters/${matter.id}`));
    expect([answered.overdue, answered.answeredAt === null]).toEqual([false, false]);
    const after = ok(await coordinator.get<FindingGroupView>(`/finding-groups/${gap?.id}`));
    expect(after.state).toBe('closed');
  });

  test('a text that departs from the agreed line is held before anything is out, and free once its organ changed the line', async () => {
    const matter = await openMatter({ title: '迎宾路管网改造', concernedOrganIds: ['emergency'] });
    const lineAdded = ok(
      await water.approver.post<MatterView>(`/matters/${matter.id}/lines`, {
        ...{ attribute: 'date', about: '停水', value: '12月8日' },
      }),
    );
    const draft = aDraft({
      organId: 'water',
      title: '关于迎宾路停水的通告',
      blocks: [paragraph('因管网改造，迎宾路沿线12月9日停水一天。')],
      matter: matter.id,
      accountIds: ['portal'],
    });
    const held = await approved(water, draft);
    const [departure] = (await page(water.drafter, held.id)).findings.filter(
      (each) => each.matter?.id === matter.id,
    );
    expect(departure?.explanation).toContain('口径（滨海市水务局）：停水12月8日');
    const refused = await water.publisher.post<Refusal>(`/releases/${held.id}/publish`, {
      digest: held.digest,
    });
    expect(refused.status).toBe(422);
    expect(refused.body.reasons.map(({ message }) => message).join('')).toContain('停水12月8日');
    expect((await page(water.drafter, held.id)).release.state).toBe('heldByGate');

    const { lineId } = lineAdded.lines[0] ?? { lineId: '' };
    const change = { expectedVersion: 1, about: '停水', value: '12月9日', reason: '施工单位调整' };
    const stranger = await emergency.approver.put(`/matters/${matter.id}/lines/${lineId}`, change);
    expect(stranger.status).toBe(403);
    const changed = ok(await water.approver.put<MatterView>(`/matters/${matter.id}/lines/${lineId}`, change));
    expect(changed.lines[0]?.history).toHaveLength(2);
    expect(
      (await page(water.drafter, held.id)).findings.filter((each) => each.matter?.id === matter.id),
    ).toEqual([]);
    ok(await water.publisher.post(`/releases/${held.id}/publish`, { digest: held.digest }));
    expect((await page(water.drafter, held.id)).release.state).toBe('released');
  });

  test('a draft is checked while it is typed, with the places of its facts, and nothing of it is kept', async () => {
    const out = await published(emergency, accident('emergency', '南湾区工业路', 2));
    const title = '南湾区工业路泵站坍塌事故情况通报';
    const body =
      '11月23日5时40分许，南湾区工业路一处泵站发生坍塌。截至11月23日8时，事故造成9人死亡、6人受伤。';
    const input = { organId: 'water', kind: 'emergency', title, body };
    const answer = ok(await water.drafter.post<LiveCheck>('/live-check', input));
    const against = answer.findings.find(
      ({ kind, releases }) => kind === 'inconsistent' && releases[0]?.id === out.id,
    );
    const deaths = against?.facts.find(({ attribute }) => attribute === 'deaths');
    expect([deaths?.a.value, deaths?.b.value]).toEqual(['2人', '9人']);
    const whole = `${title}\n${body}`;
    const read = answer.facts
      .filter(({ attribute }) => attribute === 'deaths')
      .map(({ start, end }) => whole.slice(start, end));
    expect(read).toEqual(['9人']);
    expect(
      (await page(emergency.drafter, out.id)).findings.filter(({ explanation }) =>
        explanation.includes('9人'),
      ),
    ).toEqual([]);
    expect((await emergency.drafter.post('/live-check', input)).status).toBe(403);
  });
});
