import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  MissingList,
  RegisterList,
  RelayBoard,
  RuleBookView,
  StoredFile,
} from '../../libs/register/register.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person, type Refusal } from '../support/person.js';
import { aDraft, drafted, published, type Desk } from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('the registers under %s', (rules) => {
  let city: City;
  let coordinator: Person;
  let water: Desk;

  beforeAll(async () => {
    city = await startCity({ rules });
    coordinator = await city.as('coordinator');
    water = await city.desk('water');
  });

  afterAll(() => city.close());

  const record = (as: Person, register: string, detail: object) =>
    as.post<Refusal & { readonly id: string }>('/registers', { register, organId: 'water', detail });

  test('the office records on which sites a release was relayed; only the newest state counts (Art.17)', async () => {
    const site = { name: '滨海新闻网', url: 'https://news.binhai.example', kind: 'newsSite' };
    const { id: siteId } = ok(await record(coordinator, 'relaySite', site));
    expect((await record(water.approver, 'relaySite', { ...site, url: 'https://x.example' })).status).toBe(
      403,
    );
    const draft = await drafted(water, aDraft({ organId: 'water', accountIds: ['portal'] }));
    const early = await record(coordinator, 'relay', { releaseId: draft.id, siteId, state: 'asked' });
    expect([early.status, early.body.reasons[0]?.code]).toEqual([422, 'notReleased']);
    const out = await published(water, aDraft({ organId: 'water', accountIds: ['portal'] }));
    const url = 'https://news.binhai.example/a/1';
    ok(await record(coordinator, 'relay', { releaseId: out.id, siteId, state: 'asked' }));
    ok(await record(coordinator, 'relay', { releaseId: out.id, siteId, state: 'relayed', url }));
    const board = ok(await water.drafter.get<RelayBoard>('/relay-board'));
    expect(board.items.find(({ release }) => release.id === out.id)?.sites).toEqual([
      { siteId, state: 'relayed', url, note: '' },
    ]);
    const whole = ok(await coordinator.get<RegisterList>(`/registers/relay?release=${out.id}&all=true`));
    expect(whole.items.map(({ detail }) => detail['state'])).toEqual(['relayed', 'asked']);
  });

  test('a workflow is uploaded, filed by the organ’s leader and read by others; who filed none is listed (Art.27)', async () => {
    const bytes = Buffer.from('%PDF-1.7 workflow');
    const wrong = await water.approver.upload<Refusal>(
      '/register-files',
      '流程.exe',
      bytes,
      'application/pdf',
    );
    expect([wrong.status, wrong.body.reasons[0]?.field]).toEqual([415, 'file']);
    const active = await water.approver.upload<Refusal>(
      ...(['/register-files', '流程.pdf', Buffer.from('%PDF-1.7 <</S/JavaScript/JS(a)>>')] as const),
      'application/pdf',
    );
    expect(active.body.reasons.map(({ code }) => code)).toEqual(['activeFile']);
    const file = ok(
      await water.approver.upload<StoredFile>('/register-files', '流程.pdf', bytes, 'application/pdf'),
    );
    const owing = async () =>
      ok(await coordinator.get<MissingList>('/registers/workflow/missing')).items.map(({ id }) => id);
    expect(await owing()).toContain('water');
    const detail = { title: '信息发布工作流程', fileName: file.fileName, sha256: file.sha256 };
    ok(await record(water.approver, 'workflow', detail));
    expect(await owing()).not.toContain('water');
    expect(await coordinator.downloadNamed(`/register-files/${file.sha256}`)).toEqual({
      ...{ name: '流程.pdf', bytes },
    });
  });

  test('an unknown register, a wrong address and an attestation that attests nothing are refused with their field', async () => {
    const unknown = await coordinator.get<Refusal>('/registers/diary');
    expect([unknown.status, unknown.body.code]).toEqual([400, 'badInput']);
    const address = await record(coordinator, 'relaySite', { name: 'x', url: 'ftp://x', kind: 'newsSite' });
    expect([address.status, address.body.reasons[0]?.field]).toEqual([400, 'detail.url']);
    const empty = await record(water.approver, 'noPayment', { year: 2026, attested: false });
    expect([empty.status, empty.body.reasons[0]?.field]).toEqual([400, 'detail.attested']);
  });

  test('everybody reads how the office understands a rule (Art.46)', async () => {
    const detail = {
      rule: 'deadlines.rosterChange',
      effectiveOn: '2026-01-01',
      text: '自任免文件印发之日起算。',
    };
    ok(await record(coordinator, 'interpretation', detail));
    const { items } = ok(await water.drafter.get<RuleBookView>('/rule-book'));
    expect(items.find(({ rule }) => rule === detail.rule)).toEqual({
      ...{ rule: detail.rule, title: '新闻发言人、新闻助理变更报备' },
      ...{ article: '第九条', reading: detail.text },
    });
  });
});
