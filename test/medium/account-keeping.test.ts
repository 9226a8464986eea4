import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Role } from '@koujing/access';
import { MemoryLog } from '@koujing/channel';
import {
  AccountStore,
  KeepAccounts,
  secretBoxFrom,
  ShowAccountForms,
  TokenStore,
  TryAccount,
} from '@koujing/dispatch';
import { applyAccounts, type AccountConfig } from '../../apps/dispatcher/account-config.js';
import { openChannels, openPorts } from '../../apps/dispatcher/channels.js';
import { demoAccounts } from '../../apps/dispatcher/demo/demo-accounts.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/sandbox.js';
import { addAccountSchema, reviseAccountSchema } from '../../libs/dispatch/account-form.api.js';
import { aCity, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';
import { refused } from '../support/refused.js';

const as = (role: Role, organId: string, office = false): Actor => ({
  personId: 'office-coordinator',
  name: '周文',
  grants: [{ role, organId, office }],
});
const chief = as('administrator', 'office', true);
const box = secretBoxFrom(Buffer.alloc(32, 7).toString('base64'));

onEachEngine('channel accounts as administrators keep them', (open) => {
  let opened: TestDatabase;
  let city: City;
  let sandbox: Sandbox;
  let keep: KeepAccounts;
  let forms: ShowAccountForms;
  let trial: TryAccount;
  let configured: readonly AccountConfig[];
  const accounts = new AccountStore(box);

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    sandbox = await startSandbox({ clock: city.clock });
    const { database, organs, audit } = city.cases;
    const list = openChannels(database);
    const channels = new Map(list.map((channel) => [channel.manifest.channel, channel]));
    const tokens = new TokenStore(box);
    keep = new KeepAccounts({ database, accounts, tokens, organs, channels, audit, box });
    forms = new ShowAccountForms({ database, accounts, organs, channels, keep });
    const ports = openPorts(city.clock, new MemoryLog());
    trial = new TryAccount({ database, accounts, tokens, channels, audit, ports });
    configured = demoAccounts(sandbox, 'http://127.0.0.1:3000').map((account) =>
      account.id === 'weibo' ? { ...account, organ: 'water' } : account,
    );
    await configure();
  });
  afterAll(async () => {
    await sandbox.close();
    await opened.drop();
  });

  const configure = (changed = configured) =>
    applyAccounts(opened.database, accounts, openChannels(opened.database), { configured: changed, box });
  const revise = async (id: string, changes: object, by = chief) => {
    const { name, enabled, revision, settings } = await forms.one(id, chief);
    const input = reviseAccountSchema.parse({
      name,
      enabled,
      settings,
      expectedRevision: revision,
      ...changes,
    });
    return keep.revise(id, input, by);
  };
  const secretsOf = async (id: string) => (await accounts.find(opened.database.queries, [id]))[0]?.secrets;

  test('a form follows from the manifest, and a secret is never read back', async () => {
    const all = await forms.all(chief);
    expect(all.channels.map(({ channel }) => channel)).toEqual(['weibo', 'wechat', 'email', 'webhook']);
    const wechat = all.channels.find(({ channel }) => channel === 'wechat');
    expect(wechat?.settings.find(({ name }) => name === 'mode')).toMatchObject({
      ...{ kind: 'choice', options: ['publish', 'mass'], initial: 'publish' },
    });
    expect(wechat?.secrets).toMatchObject([{ name: 'appSecret', optional: false }]);
    const one = await forms.one('wechat', chief);
    expect(one).toMatchObject({ secretsSet: ['appSecret'], configured: true });
    expect(JSON.stringify(one)).not.toContain('demo-wechat-secret');
    expect((await forms.all(as('drafter', 'water'))).actions.add.reasons[0]?.code).toBe('lacksRole');
  });

  test('what the manifest refuses is refused with its field, and an empty secret stays as it is', async () => {
    const { settings } = await forms.one('email', chief);
    const act = revise('email', { settings: { ...settings, port: 99_999, from: 'nobody' } });
    expect(await refused(act)).toEqual(['badAccount', 'badAccount']);
    await revise('wechat', { name: '滨海发布', secrets: { appSecret: '' } });
    expect(await secretsOf('wechat')).toEqual({ appSecret: 'demo-wechat-secret' });
    expect(await refused(revise('wechat', { expectedRevision: 1 }))).toEqual(['stale']);
    const entries = await city.cases.audit.of(opened.database.queries, 'account', 'wechat');
    expect(entries.at(-1)).toMatchObject({ action: 'account.revise', detail: { changed: ['name'] } });
  });

  test('credentials do not follow an account to another address, and an organ’s administrator does not lead it there', async () => {
    const { settings } = await forms.one('wechat', chief);
    const elsewhere = { settings: { ...settings, apiUrl: 'https://elsewhere.example' } };
    expect(await refused(revise('wechat', elsewhere))).toEqual(['secretsAgain']);
    const ofWater = as('administrator', 'water');
    const weibo = await forms.one('weibo', ofWater);
    const moved = { settings: { ...weibo.settings, apiUrl: 'https://elsewhere.example' } };
    expect(await refused(revise('weibo', moved, ofWater))).toEqual(['placeOfOffice', 'secretsAgain']);
    await revise('weibo', { settings: { ...weibo.settings, maxLength: 120 } }, ofWater);
    expect(await refused(revise('wechat', {}, ofWater))).toEqual(['lacksRole']);
    const added = addAccountSchema.parse({
      channel: 'email',
      organId: 'water',
      name: '水务邮件',
      settings: {},
    });
    expect(await refused(keep.add(added, ofWater))).toEqual(['lacksRole']);
  });

  test('what was changed here stands until the configuration file says something else', async () => {
    await configure();
    expect(await forms.one('wechat', chief)).toMatchObject({ name: '滨海发布' });
    await configure(
      configured.map((each) => (each.id === 'wechat' ? { ...each, name: '滨海发布厅' } : each)),
    );
    expect(await forms.one('wechat', chief)).toMatchObject({ name: '滨海发布厅' });
    await configure();
  });

  test('a new account is checked and gets a key of its own', async () => {
    const { settings } = await forms.one('email', chief);
    const add = (channel: string, changes: object = {}) =>
      keep.add(
        addAccountSchema.parse({ channel, organId: 'water', name: '水务邮件', settings, ...changes }),
        chief,
      );
    await add('email');
    const [own] = (await accounts.all(opened.database.queries)).filter(
      ({ organId, channel }) => organId === 'water' && channel === 'email',
    );
    expect(own?.secrets['unsubscribeKey']).toEqual(expect.any(String));
    expect(await refused(add('portal', { settings: {} }))).toContain('accountInFile');
    expect(await refused(add('email', { organId: 'nowhere' }))).toEqual(['unknownOrgan']);
  });

  test('a test-send reaches its own target and publishes nothing; where all is public there is none', async () => {
    expect(await trial.perform('wechat', 'wenwen', chief)).toMatchObject({
      sent: true,
      message: 'preview success',
    });
    expect(await trial.perform('app', '', chief)).toMatchObject({ sent: true });
    expect(await refused(trial.perform('email', '甲@a.example, 乙@b.example', chief))).toEqual([
      'trialTarget',
    ]);
    expect(await trial.perform('email', 'wu@binhai.gov.example', chief)).toMatchObject({ sent: true });
    expect(sandbox.posted.mails()).toMatchObject([{ subject: '【测试】口径发信测试' }]);
    expect(sandbox.posted.wechatArticles()).toEqual([]);
    expect(await refused(trial.perform('weibo', '', chief))).toEqual(['noTrial']);
    expect(sandbox.posted.weibo()).toEqual([]);
    expect(await refused(trial.perform('wechat', 'x', as('administrator', 'water')))).toEqual(['lacksRole']);
  });
});
