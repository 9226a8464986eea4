import { expect, test } from '@jest/globals';
import { FakeFence } from './attempt-fake.js';
import type { ChannelHarness, ChannelWorld } from './channel-harness.js';
import { knownFrom, needed, Stage } from './channel-stage.contract.js';
import { FenceLost } from './ports.js';

/** Sending and asking afterwards. */
export const sendCases = <Settings, Secrets>(harness: ChannelHarness<Settings, Secrets>): void => {
  const { manifest } = harness.channel;
  const lacks = harness.lacks ?? [];
  const testWith = (part: (typeof lacks)[number]) => (lacks.includes(part) ? test.skip : test);
  const play = (run: (stage: Stage<Settings, Secrets>) => Promise<void>): Promise<void> =>
    Stage.play(harness, run);

  test('what is sent is there once, and asking says so', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      const receipt = await stage.delivered(attempt);
      expect(receipt.remoteId).not.toBe('');
      if (receipt.url !== undefined) expect(receipt.url).toMatch(/^https?:\/\//u);
      const found = await stage.settled(receipt, attempt);
      expect(found).toMatchObject({ kind: 'present', matches: 1, receipt: { remoteId: receipt.remoteId } });
      expect([await stage.world.copies(), await stage.world.accepted()]).toEqual([1, 1]);
    }));

  const testSettling = manifest.settleMs === 0 ? test.skip : test;
  testSettling('before the settling time, what was never sent is not called absent', () =>
    play(async (stage) => {
      const outcome = await stage.channel.reconcile(stage.rendition, null, stage.attempt());
      expect(['stillPending', 'unreadable']).toContain(outcome.kind);
    }),
  );

  test('after the settling time, what was never sent is absent, and asking has sent nothing', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      stage.world.clock.travel(manifest.settleMs + 1);
      const outcome = await stage.channel.reconcile(stage.rendition, null, attempt);
      expect(outcome).toEqual({ kind: 'absent' });
      expect(await stage.world.accepted()).toBe(0);
    }));

  test('a worker whose claim has passed to another sends nothing', () =>
    play(async (stage) => {
      const attempt = stage.attempt({ fence: new FakeFence(0) });
      await expect(stage.channel.send(stage.rendition, attempt)).rejects.toThrow(FenceLost);
      expect(await stage.world.accepted()).toBe(0);
    }));

  testWith('network')('an unreachable platform means later, not unknown', () =>
    play(async (stage) => {
      const unreachable = needed(stage.world.unreachable, 'network');
      const outcome = await stage.channel.send(stage.rendition, stage.attempt({ settings: unreachable }));
      expect(outcome).toMatchObject({ kind: 'deferred', reason: 'transient' });
    }),
  );

  for (const loss of ['reset', 'gatewayError'] as const)
    testWith('loss')(
      `an answer lost by ${loss} leaves it unknown until asking has found the one publication`,
      () =>
        play(async (stage) => {
          needed(stage.world.loseAnswer, 'loss')(loss);
          const attempt = stage.attempt();
          const outcome = await stage.channel.send(stage.rendition, attempt);
          expect(outcome.kind).toBe('unknown');
          const resumed = stage.attempt({ phase: attempt.checkpoints.at(-1) ?? null });
          const found = await stage.settled(knownFrom(outcome), resumed);
          if (manifest.can.reconcile) expect(found).toMatchObject({ kind: 'present', matches: 1 });
          else expect(found.kind).toBe('unreadable');
          expect([await stage.world.copies(), await stage.world.accepted()]).toEqual([1, 1]);
        }),
    );

  const testDouble = manifest.refusesDouble ? test : test.skip;
  testDouble('sending the same again shows nothing twice', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      await stage.delivered(attempt);
      await stage.channel.send(stage.rendition, stage.attempt({ phase: attempt.checkpoints.at(-1) ?? null }));
      expect(await stage.world.copies()).toBe(1);
    }),
  );

  testWith('token')('a refused token is replaced once and the call repeated', () =>
    play(async (stage) => {
      needed(stage.world.refuseToken, 'token')('once');
      const token = counting(stage.world);
      await stage.delivered(stage.attempt({ token }));
      expect([token.replaced, await stage.world.accepted()]).toEqual([1, 1]);
    }),
  );

  testWith('token')('a token refused again after that needs a person', () =>
    play(async (stage) => {
      needed(stage.world.refuseToken, 'token')('always');
      const token = counting(stage.world);
      const outcome = await stage.channel.send(stage.rendition, stage.attempt({ token }));
      expect(outcome).toMatchObject({ kind: 'rejected', fix: 'credential' });
      expect([token.replaced, await stage.world.accepted()]).toEqual([1, 0]);
    }),
  );

  test('the account is authorised with a token that ends in the future', () =>
    play(async (stage) => {
      const { settings, secrets, ports, clock } = stage.world;
      const outcome = await stage.channel.authorise({ settings, secrets, ports });
      if (outcome.kind !== 'authorised') throw new Error(JSON.stringify(outcome));
      expect(outcome.authorisation.expiresAt.getTime()).toBeGreaterThan(clock.now().getTime());
    }));

  testWith('signIn')('wrong secrets are refused with the platform’s code', () =>
    play(async (stage) => {
      const { settings, ports } = stage.world;
      const secrets = needed(stage.world.wrongSecrets, 'signIn');
      const outcome = await stage.channel.authorise({ settings, secrets, ports });
      expect(outcome).toMatchObject({ kind: 'refused', code: expect.stringMatching(/^\d+$/u) });
    }),
  );

  test('no secret and no token is ever logged', () =>
    play(async (stage) => {
      const { settings, secrets, ports, log } = stage.world;
      const attempt = stage.attempt();
      await stage.channel.authorise({ settings, secrets, ports });
      await stage.delivered(attempt);
      const lines = JSON.stringify(log.lines);
      const hidden = [...Object.values(secrets as Record<string, unknown>), await attempt.token.current()];
      for (const secret of hidden)
        if (typeof secret === 'string' && secret !== '') expect(lines).not.toContain(secret);
    }));
};

/** The world's tokens, counting how often a new one was asked for. */
const counting = <Settings, Secrets>(world: ChannelWorld<Settings, Secrets>) => {
  const tokens = world.tokens();
  const counter = {
    replaced: 0,
    current: () => tokens.current(),
    replace: (failed: string) => {
      counter.replaced += 1;
      return tokens.replace(failed);
    },
  };
  return counter;
};
