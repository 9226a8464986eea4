import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ConferenceView } from '../../libs/conference/conference-view.api.js';
import type { IncidentView } from '../../libs/incident/incident.api.js';
import type { PlanView } from '../../libs/matter/plan/plan.api.js';
import { openBrowser } from '../support/browser.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person } from '../support/person.js';
import { aDraft, drafted, page as pageOf, paragraph } from '../support/release-way.js';
import { signedIn, type DeskWindow } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;
const day = 86_400_000;

inBrowser(`duties in the console${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;
  let drafter: Person;
  let coordinator: Person;
  let windows: DeskWindow[] = [];

  beforeAll(async () => {
    city = await startCity();
    drafter = await city.as('drafter');
    coordinator = await city.as('coordinator');
  });
  afterEach(async () => {
    for (const window of windows) await window.close();
    windows = [];
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  const sitDown = async (username: string, path: string): Promise<Page> => {
    const window = await signedIn(browser, city.address, username, 'koujing-demo');
    windows.push(window);
    await window.page.goto(`${city.address}${path}`);
    return window.page;
  };
  const put = async (id: string, kind: string, text: string): Promise<ConferenceView> =>
    ok(
      await drafter.upload<ConferenceView>(
        `/conferences/${id}/materials/${kind}`,
        `${kind}.txt`,
        Buffer.from(text),
        'text/plain',
      ),
    );
  const approved = async (theme: string): Promise<ConferenceView> => {
    const plan = {
      ...{
        kind: 'own',
        organId: 'education',
        theme,
        content: `通报${theme}。`,
        justification: '社会关注度高。',
      },
      ...{ startsAt: new Date(Date.now() + 30 * day).toISOString(), questionSession: true },
      speakers: [{ name: '顾宁', post: '副局长', organId: 'education', capacity: 'official' }],
      ...{ totalMinutes: 40, leadMinutes: 12, rostrumPersons: 3 },
    };
    const { id } = ok(await drafter.post<ConferenceView>('/conferences', plan));
    const { digest } = await put(id, 'statement', '各位记者，大家好。');
    ok(await drafter.post(`/conferences/${id}/apply`, { digest }));
    ok(await coordinator.post(`/conferences/${id}/answer`, { digest, decision: 'agreed' }));
    const signature = { digest, step: 'principalLeader' };
    const leader = await city.as('approver');
    return ok(await leader.post<ConferenceView>(`/conferences/${id}/signatures`, signature));
  };
  const now = async (id: string): Promise<ConferenceView> =>
    ok(await drafter.get<ConferenceView>(`/conferences/${id}`));

  test('a signed material is replaced only after the dialog was answered, and the approval is then void (Art.32)', async () => {
    const { id, number } = await approved('寒假托管服务安排');
    const page = await sitDown('drafter', `/conferences/${id}`);
    const statement = page.getByRole('listitem').filter({ hasText: '新闻发布词' });
    await statement.getByText('随发布内容审签').waitFor();
    const ask = page.getByRole('dialog', { name: '更换随审签的材料？' });
    await statement.getByRole('button', { name: /更\s*换/u }).click();
    await ask.getByText('须重新报批').waitFor();
    await ask.getByRole('button', { name: '不更换' }).click();
    await ask.waitFor({ state: 'hidden' });
    expect((await now(id)).number).toBe(number);

    await statement.getByRole('button', { name: /更\s*换/u }).click();
    const chooser = page.waitForEvent('filechooser');
    await ask.getByRole('button', { name: /^更\s*换/u }).click();
    const file = {
      name: '新的发布词.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('各位记者，下午好。'),
    };
    await (await chooser).setFiles(file);
    await statement.getByText('新的发布词.txt').waitFor();
    expect(await now(id)).toMatchObject({ state: 'draft', number: null });
  });

  test('what came after the application is signed by the leader, and a PDF is confirmed to have been opened (Art.31, 39(6))', async () => {
    const { id } = await approved('校园食品安全检查');
    await put(id, 'qaLine', '口径');
    const pdf = Buffer.from('%PDF-1.7');
    ok(await drafter.upload(`/conferences/${id}/materials/hostScript`, '主持词.pdf', pdf, 'application/pdf'));
    const page = await sitDown('approver', `/conferences/${id}`);
    await page.getByText('PDF、.doc、.ppt 和其他格式的内部').waitFor();
    const line = page.getByRole('listitem').filter({ hasText: '记者答问口径' });
    await line.getByRole('button', { name: '审签这份材料' }).click();
    await line.getByText(/沈岳于 .* 审签/u).waitFor();
    const script = page.getByRole('listitem').filter({ hasText: '主持词.pdf' });
    await script.getByRole('button', { name: '确认已打开查看' }).click();
    await script.getByText(/沈岳于 .* 确认已打开查看/u).waitFor();
    const { items } = (await now(id)).materials;
    const [qaLine, hostScript] = ['qaLine', 'hostScript'].map((kind) =>
      items.find((item) => item.kind === kind),
    );
    expect([qaLine?.file?.awaitsSignature, hostScript?.file?.looked?.by.name]).toEqual([
      false,
      '审批领导·沈岳',
    ]);
  });

  test('a plan’s conference is linked by its number, and the way leads to it (Art.18, 40)', async () => {
    const { id, number } = await approved('课后服务方案');
    const approver = await city.as('approver');
    const { id: planId } = ok(
      await drafter.post<PlanView>('/plans', {
        ...{ meetingOrganId: 'government', meeting: '市政府常务会议', metOn: '2026-11-20' },
        ...{ item: '课后服务方案', leadOrganId: 'education', outline: '开一场发布会。' },
        ...{ level: 'department', form: 'pressConference' },
        dueAt: new Date(Date.now() + 40 * day).toISOString(),
        parts: [{ kind: 'conference', organId: 'education', title: '课后服务发布会' }],
      }),
    );
    const { revision } = ok(await approver.post<PlanView>(`/plans/${planId}/propose`));
    const decision = { expectedRevision: revision, level: 'department', form: 'pressConference' };
    ok(await (await city.as('leader')).post(`/plans/${planId}/approve`, decision));
    const page = await sitDown('drafter', `/plans/${planId}`);
    const part = page.getByRole('listitem').filter({ hasText: '课后服务发布会' });
    await part.getByRole('button', { name: '填写发布会文号' }).click();
    const dialog = page.getByRole('dialog', { name: '填写发布会文号' });
    await dialog.getByLabel('批准文号').fill('滨新发会〔2020〕999号');
    const save = dialog.getByRole('button', { name: /保\s*存/u });
    await save.click();
    await dialog.getByRole('alert').first().waitFor();
    await dialog.getByLabel('批准文号').fill(number ?? '');
    await save.click();
    await dialog.waitFor({ state: 'hidden' });
    await part.getByText('已批准').waitFor();
    await part.getByRole('link', { name: `课后服务方案（${number}）` }).click();
    await page.waitForURL(`**/conferences/${id}`);
    await page.getByRole('heading', { level: 1, name: '课后服务方案' }).waitFor();
  });

  test('an answer names a matter that no longer stands among the first hundred, found by its words', async () => {
    const matter = (title: string) => ({
      ...{ title, kind: 'routine', trigger: null, ownerOrganId: 'education' },
      ...{ concernedOrganIds: [], dueAt: null },
    });
    ok(await coordinator.post('/matters', matter('校车线路调整')));
    for (let count = 1; count <= 100; count++) ok(await coordinator.post('/matters', matter(`事项${count}`)));
    const page = await sitDown('spokesperson', '/media-answers');
    // Where the system asks for less motion the list has opened outside the window.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: '登记答复' }).click();
    await page.getByLabel('相关事项').fill('校车');
    await page.locator('.ant-select-item-option', { hasText: '校车线路调整' }).click();
    await page.locator('.ant-select', { hasText: '校车线路调整' }).waitFor();
  });

  test('a release that tells of an open incident is asked on its page whether it is another (Art.22, 23)', async () => {
    const at = new Date(Date.now() - 3_600_000);
    const occurredAt = at.toISOString();
    ok(
      await coordinator.post<IncidentView>('/incidents', {
        ...{
          title: '实验小学围墙坍塌事故',
          kind: 'accident',
          occurredAt,
          learnedAt: occurredAt,
          level: 'larger',
        },
        ...{ place: '实验小学', countyOrganIds: ['east'], handlingOrganId: 'education' },
      }),
    );
    const local = new Date(at.getTime() + 8 * 3_600_000);
    const on = `${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
    const desk = await city.desk('education');
    const { id } = await drafted(
      desk,
      aDraft({
        ...{ organId: 'education', kind: 'other', title: '关于校舍安全的说明' },
        blocks: [paragraph(`${on}，实验小学发生坍塌事故，学校已停课。`)],
      }),
    );
    const page = await sitDown('drafter', `/releases/${id}/edit`);
    const answer = page.getByLabel('不属于处置中突发事件的说明');
    await page.getByText('实验小学围墙坍塌事故').first().waitFor();
    await answer.fill('说的是去年的另一起事故');
    await page.getByRole('button', { name: /^保\s*存/u }).click();
    await page.getByRole('heading', { level: 1, name: '关于校舍安全的说明' }).waitFor();
    const { actions } = await pageOf(desk.drafter, id);
    expect(actions.submit.reasons.map(({ field }) => field)).not.toContain('notOnIncident');
  });
});
