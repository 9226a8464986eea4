import { expect, test } from '@jest/globals';
import { channelContract } from '../../../libs/channel/channel.contract.js';
import { Stage } from '../../../libs/channel/channel-stage.contract.js';
import { aPublication } from './channel-worlds.js';
import { webhookHarness } from './webhook-world.js';

channelContract('Webhook', webhookHarness);

const play = (run: (stage: Stage<typeof webhookHarness.settings, never>) => Promise<void>) =>
  Stage.play(webhookHarness as never, run);
type World = Awaited<ReturnType<typeof webhookHarness.start>>;

test('a correction carries the new text, a late first version does not overwrite it, and a withdrawal hides it', () =>
  play(async (stage) => {
    const { sandbox } = stage.world as unknown as World;
    const attempt = stage.attempt();
    const receipt = await stage.delivered(attempt);
    expect(receipt.url).toBe(`${sandbox.httpUrl}/app-releases/${attempt.releaseId}`);
    const newer = aPublication({ version: 2, title: '新城大桥12月2日正式通车' });
    const rendition = stage.channel.preview(newer, stage.world.settings);
    const second = stage.attempt({ version: 2, idempotencyKey: 'second' });
    expect((await stage.channel.correct(receipt, rendition, second)).kind).toBe('done');
    await stage.channel.send(stage.rendition, stage.attempt({ idempotencyKey: 'late' }));
    expect(sandbox.posted.appReleases()).toMatchObject([
      { version: 2, state: 'corrected', title: newer.title },
    ]);
    expect((await stage.channel.withdraw(receipt, second)).kind).toBe('done');
    expect((await fetch(receipt.url ?? '')).status).toBe(404);
  }));

test('during a change of keys the receiver may have either', () =>
  play(async (stage) => {
    const { secrets } = stage.world as unknown as World;
    const changing = { secret: 'the-new-secret-of-at-least-32-letters', previousSecret: secrets.secret };
    const outcome = await stage.channel.send(stage.rendition, stage.attempt({ secrets: changing as never }));
    expect(outcome.kind).toBe('delivered');
  }));

const answers = [
  [429, { kind: 'deferred', reason: 'rate' }],
  [401, { kind: 'rejected', fix: 'credential' }],
  [422, { kind: 'rejected', fix: 'content', field: 'body' }],
  [404, { kind: 'rejected', fix: 'operator' }],
  [409, { kind: 'rejected', fix: 'operator' }],
  [302, { kind: 'rejected', fix: 'operator' }],
  [503, { kind: 'unknown' }],
] as const;

for (const [code, expected] of answers)
  test(`${code} from the receiver is ${expected.kind}${'fix' in expected ? ` for the ${expected.fix}` : ''}`, () =>
    play(async (stage) => {
      const { sandbox } = stage.world as unknown as World;
      sandbox.faults.add({ channel: 'webhook', call: 'events', kind: 'error', code });
      expect(await stage.channel.send(stage.rendition, stage.attempt())).toMatchObject(expected);
      expect(await stage.world.accepted()).toBe(0);
    }));

test('a receiver that offers no address to ask leaves a lost answer to a person', () =>
  play(async (stage) => {
    const { sandbox, settings } = stage.world as unknown as World;
    sandbox.faults.add({ channel: 'webhook', call: 'events', kind: 'resetAfterCommit' });
    const attempt = stage.attempt({ settings: { ...settings, statusUrl: '' } });
    expect((await stage.channel.send(stage.rendition, attempt)).kind).toBe('unknown');
    expect((await stage.channel.reconcile(stage.rendition, null, attempt)).kind).toBe('unreadable');
  }));

test('a private address is not connected to unless the operator has listed its host', () =>
  play(async (stage) => {
    const { sandbox, settings } = stage.world as unknown as World;
    const closed = stage.attempt({ settings: { ...settings, privateHosts: [] } });
    const outcome = await stage.channel.send(stage.rendition, closed);
    expect(outcome).toMatchObject({ kind: 'rejected', code: 'privateAddress', fix: 'operator' });
    expect(sandbox.posted.calls()).toEqual([]);
  }));
