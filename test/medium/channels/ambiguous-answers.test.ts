import { describe, expect, test } from '@jest/globals';
import type { ChannelHarness, ChannelWorld } from '../../../libs/channel/channel-harness.js';
import { knownFrom, Stage } from '../../../libs/channel/channel-stage.contract.js';
import type { FaultOrder } from '../../../apps/sandbox/fault.js';
import type { Sandbox } from '../../../apps/sandbox/sandbox.js';
import { emailHarness } from './email-world.js';
import { wechatHarness } from './wechat-world.js';
import { weiboHarness } from './weibo-world.js';

/** The replies that can be read two ways (CHANNELS A8, B5, C, H): what the ledger is told, and what the public sees. */
type Sandboxed<S, X> = Omit<ChannelHarness<S, X>, 'start'> & {
  start(): Promise<ChannelWorld<S, X> & { sandbox: Sandbox }>;
};

/** Plays a case with these faults switched on. */
const play = <S, X>(
  harness: Sandboxed<S, X>,
  faults: readonly FaultOrder[],
  run: (stage: Stage<S, X>, sandbox: Sandbox) => Promise<void>,
): Promise<void> => {
  const sandboxes: Sandbox[] = [];
  const start = async () => {
    const world = await harness.start();
    for (const fault of faults) world.sandbox.faults.add(fault);
    sandboxes.push(world.sandbox);
    return world;
  };
  return Stage.play({ ...harness, start }, async (stage) => {
    const sandbox = sandboxes[0];
    if (sandbox) await run(stage, sandbox);
  });
};

/** Sends, then asks; what both said. */
const sentAndAsked = async <S, X>(stage: Stage<S, X>) => {
  const attempt = stage.attempt();
  const sent = await stage.channel.send(stage.rendition, attempt);
  const resumed = stage.attempt({ phase: attempt.checkpoints.at(-1) ?? null });
  const asked = await stage.settled(knownFrom(sent), resumed);
  return { sent, asked };
};

describe('Weibo', () => {
  const share = { channel: 'weibo', call: 'statuses/share' } as const;

  test('20032 is a post that shows up later', () =>
    play(weiboHarness, [{ ...share, kind: 'errorAfterCommit', code: 20_032 }], async (stage) => {
      const { sent, asked } = await sentAndAsked(stage);
      expect([sent.kind, asked.kind, await stage.world.accepted()]).toEqual(['accepted', 'present', 1]);
    }));

  test('a repeat after a lost answer is refused as 20019 and found on the timeline', () =>
    play(weiboHarness, [{ ...share, kind: 'resetAfterCommit' }], async (stage) => {
      await stage.channel.send(stage.rendition, stage.attempt());
      const { sent, asked } = await sentAndAsked(stage);
      expect(sent).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('20019') });
      expect(asked).toMatchObject({ kind: 'present', matches: 1 });
      expect(await stage.world.accepted()).toBe(1);
    }));

  test('a post sent while our clock was an hour ahead is found when it is right again, and not posted twice', () =>
    play(weiboHarness, [{ ...share, kind: 'resetAfterCommit' }], async (stage) => {
      await stage.channel.send(stage.rendition, stage.attempt());
      const hour = 3_600_000;
      const ahead = new Date(stage.attempt().firstIntentAt.getTime() + hour);
      const asked = await stage.settled(null, stage.attempt({ firstIntentAt: ahead }));
      expect(asked).toMatchObject({ kind: 'present', matches: 1 });
    }));

  test('an earlier version with the same link is not taken for ours', () =>
    play(weiboHarness, [], async (stage) => {
      await stage.channel.send(stage.rendition, stage.attempt());
      const status = `更正：${stage.rendition.parts['status'] ?? ''}`;
      const corrected = { ...stage.rendition, parts: { ...stage.rendition.parts, status } };
      const ahead = new Date(stage.attempt().firstIntentAt.getTime() + 3_600_000);
      const asked = await stage.channel.reconcile(
        corrected,
        null,
        stage.attempt({ firstIntentAt: ahead, lastIntentAt: new Date(0) }),
      );
      expect(asked.kind).toBe('absent');
    }));

  test('a post that the timeline shows two minutes late is waited for', () =>
    play(
      weiboHarness,
      [
        { ...share, kind: 'resetAfterCommit' },
        { ...share, kind: 'timelineLag', milliseconds: 120_000 },
      ],
      async (stage) => {
        const { asked } = await sentAndAsked(stage);
        expect(asked).toMatchObject({ kind: 'present', matches: 1 });
      },
    ));

  test('a post whose link was rewritten to t.cn is recognised by its text', () =>
    play(
      weiboHarness,
      [
        { ...share, kind: 'resetAfterCommit' },
        { ...share, kind: 'linksRewritten' },
      ],
      async (stage) => {
        const { asked } = await sentAndAsked(stage);
        expect(asked).toMatchObject({ kind: 'present', matches: 1 });
      },
    ));

  test('a code given as text means the same as a number', () =>
    play(
      weiboHarness,
      [
        { ...share, kind: 'error', code: 20_016 },
        { ...share, kind: 'errorCodeAsString' },
      ],
      async (stage) => {
        const sent = await stage.channel.send(stage.rendition, stage.attempt());
        expect(sent).toMatchObject({ kind: 'deferred', code: '20016' });
      },
    ));

  test('a server error before the post was stored is unknown first and absent after three minutes', () =>
    play(weiboHarness, [{ ...share, kind: 'httpStatus', status: 502 }], async (stage) => {
      const { sent, asked } = await sentAndAsked(stage);
      expect([sent.kind, asked.kind, await stage.world.accepted()]).toEqual(['unknown', 'absent', 0]);
    }));
});

describe('WeChat', () => {
  const submit = { channel: 'wechat', call: 'freepublish/submit' } as const;
  const harness = wechatHarness('publish');

  test('a draft whose answer was lost is found in the box and not made again', () =>
    play(
      harness,
      [{ channel: 'wechat', call: 'draft/add', kind: 'resetAfterCommit' }],
      async (stage, sandbox) => {
        const attempt = stage.attempt();
        const sent = await stage.channel.send(stage.rendition, attempt);
        expect(sent.kind).toBe('unknown');
        const phase = attempt.checkpoints.at(-1) ?? null;
        const asked = await stage.settled(knownFrom(sent), stage.attempt({ phase }));
        expect(asked.kind).toBe('absent');
        await stage.delivered(stage.attempt({ phase, generation: 1 }));
        const drafts = sandbox.posted.acceptances().filter(({ call }) => call === 'draft/add');
        expect(drafts.map(({ times }) => times)).toEqual([1]);
        expect(await stage.world.copies()).toBe(1);
      },
    ));

  test('40007 after a draft was consumed leads to the article, never to a new draft', () =>
    play(harness, [], async (stage, sandbox) => {
      const first = stage.attempt();
      await stage.delivered(first);
      const submitting = first.checkpoints.find(({ step }) => step === 'submitting') ?? null;
      const again = stage.attempt({ phase: submitting });
      const sent = await stage.channel.send(stage.rendition, again);
      expect(sent).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('40007') });
      expect(
        await stage.settled(knownFrom(sent), stage.attempt({ phase: again.checkpoints.at(-1) ?? null })),
      ).toMatchObject({
        kind: 'present',
        matches: 1,
      });
      expect(sandbox.posted.doubles()).toEqual([]);
    }));

  for (const [status, fix] of [
    [2, 'content'],
    [3, 'operator'],
    [4, 'content'],
    [5, 'operator'],
    [6, 'operator'],
  ] as const)
    test(`publish_status ${status} after three polls is refused, to be mended by ${fix}`, () =>
      play(harness, [{ ...submit, kind: 'publishStatus', status, polls: 3 }], async (stage) => {
        const { sent, asked } = await sentAndAsked(stage);
        expect(sent.kind).toBe('accepted');
        expect(asked).toMatchObject({ kind: 'rejected', code: `publish_status_${status}`, fix });
      }));

  test('a failed publication is tried again with the same draft', () =>
    play(harness, [{ ...submit, kind: 'publishStatus', status: 3 }], async (stage, sandbox) => {
      const attempt = stage.attempt();
      const sent = await stage.channel.send(stage.rendition, attempt);
      await stage.settled(knownFrom(sent), attempt);
      await stage.delivered(stage.attempt({ phase: attempt.checkpoints.at(-1) ?? null, generation: 1 }));
      const drafts = sandbox.posted.acceptances().filter(({ call }) => call === 'draft/add');
      expect([drafts.map(({ times }) => times), await stage.world.copies()]).toEqual([[1], 1]);
    }));

  test('a publish_id given as text is followed like a number', () =>
    play(harness, [{ ...submit, kind: 'publishIdAsString' }], async (stage) => {
      await stage.delivered();
      expect(await stage.world.copies()).toBe(1);
    }));

  test('an article banned afterwards is no longer present', () =>
    play(harness, [{ ...submit, kind: 'publishStatus', status: 0, laterStatus: 6 }], async (stage) => {
      const attempt = stage.attempt();
      const receipt = await stage.delivered(attempt);
      const later = await stage.channel.reconcile(stage.rendition, receipt, attempt);
      expect(later.kind).toBe('rejected');
    }));

  test('a list in no order is searched to its end', () =>
    play(
      harness,
      [
        { ...submit, kind: 'resetAfterCommit' },
        { channel: 'wechat', call: 'freepublish/batchget', kind: 'unordered', times: 'always' },
      ],
      async (stage) => {
        const { asked } = await sentAndAsked(stage);
        expect(asked).toMatchObject({ kind: 'present', matches: 1 });
      },
    ));
});

describe('WeChat mass sending', () => {
  const sendall = { channel: 'wechat', call: 'message/mass/sendall' } as const;
  const harness = wechatHarness('mass');

  test('45065 on the very first call is followed by its msg_id', () =>
    play(harness, [{ ...sendall, kind: 'duplicateOnFirstCall' }], async (stage) => {
      await stage.delivered();
      expect(await stage.world.copies()).toBe(1);
    }));

  test('a lost answer is asked for with the same clientmsgid, and one message goes out', () =>
    play(harness, [{ ...sendall, kind: 'resetAfterCommit' }], async (stage, sandbox) => {
      const attempt = stage.attempt();
      const sent = await stage.channel.send(stage.rendition, attempt);
      if (sent.kind !== 'deferred') throw new Error(JSON.stringify(sent));
      stage.world.clock.travel(sent.delayMs);
      await stage.delivered(stage.attempt({ phase: attempt.checkpoints.at(-1) ?? null }));
      expect(sandbox.posted.wechatMassSends()).toHaveLength(1);
    }));

  test('an administrator who does not confirm in thirty minutes has refused', () =>
    play(harness, [{ ...sendall, kind: 'adminConfirm', confirmed: false }], async (stage) => {
      const { sent, asked } = await sentAndAsked(stage);
      expect(sent.kind).toBe('accepted');
      expect(asked).toMatchObject({ kind: 'rejected', code: 'SEND_FAIL', fix: 'operator' });
    }));
});

describe('E-mail', () => {
  for (const call of ['connect', 'MAIL', 'RCPT', 'DATA'] as const)
    test(`a connection cut at ${call} is tried later and cannot double`, () =>
      play(emailHarness, [{ channel: 'smtp', call, kind: 'resetBeforeCommit' }], async (stage) => {
        const attempt = stage.attempt();
        const sent = await stage.channel.send(stage.rendition, attempt);
        expect(sent).toMatchObject({ kind: 'deferred', reason: 'transient' });
        const phase = attempt.checkpoints.at(-1) ?? null;
        expect(await stage.channel.reconcile(stage.rendition, null, stage.attempt({ phase }))).toEqual({
          kind: 'absent',
        });
        await stage.delivered(stage.attempt({ phase }));
        expect(await stage.world.copies()).toBe(1);
      }));

  test('a connection cut after the final dot is for a person', () =>
    play(emailHarness, [{ channel: 'smtp', call: 'dot', kind: 'resetAfterCommit' }], async (stage) => {
      const { sent, asked } = await sentAndAsked(stage);
      expect([sent.kind, asked.kind]).toEqual(['unknown', 'unreadable']);
    }));

  test('greylisting waits, an unknown mailbox is refused with its field', () =>
    play(
      emailHarness,
      [
        { channel: 'smtp', call: 'RCPT', kind: 'error', code: 451 },
        { channel: 'smtp', call: 'RCPT', kind: 'error', code: 550 },
      ],
      async (stage) => {
        const grey = await stage.channel.send(stage.rendition, stage.attempt());
        const hard = await stage.channel.send(stage.rendition, stage.attempt());
        expect(grey).toMatchObject({ kind: 'deferred', code: '451' });
        expect(hard).toMatchObject({ kind: 'rejected', code: '550', fix: 'content', field: 'recipient' });
      },
    ));

  test('every try of one mail carries the same Message-ID and Date', () =>
    play(
      emailHarness,
      [{ channel: 'smtp', call: 'dot', kind: 'error', code: 451 }],
      async (stage, sandbox) => {
        const attempt = stage.attempt();
        await stage.channel.send(stage.rendition, attempt);
        stage.world.clock.travel(600_000);
        const again = stage.attempt({ firstIntentAt: attempt.firstIntentAt });
        const receipt = await stage.delivered(again);
        const mail = sandbox.posted.mails()[0];
        expect(receipt.remoteId).toContain(mail?.messageId.replace(/[<>]/gu, '') ?? 'none');
        const date = mail?.headers.find(([name]) => name.toLowerCase() === 'date')?.[1];
        expect(date).toBe('Mon, 30 Nov 2026 02:00:00 +0000');
      },
    ));
});
