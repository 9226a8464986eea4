import { describe, expect, test } from '@jest/globals';
import type { ChannelHarness } from './channel-harness.js';
import { Stage } from './channel-stage.contract.js';
import type { Pending } from './outcome.js';

class Killed extends Error {}

/** A worker that dies at any committed step, and what dispatch does then: ask first, send again only if absent. */
export const crashCases = <Settings, Secrets>(harness: ChannelHarness<Settings, Secrets>): void => {
  const { manifest } = harness.channel;
  const play = (run: (stage: Stage<Settings, Secrets>) => Promise<void>): Promise<void> =>
    Stage.play(harness, run);

  test('the steps of an undisturbed send are committed in order', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      await stage.delivered(attempt);
      expect(attempt.checkpoints.map(({ step }) => step)).toEqual(harness.steps);
    }));

  describe('killed', () => {
    for (const [index, step] of harness.steps.entries())
      for (const committed of [false, true])
        test(`${committed ? 'after' : 'while'} committing step ${index + 1} (${step}), it is there at most once`, () =>
          play(async (stage) => {
            const phase = await killedAt(stage, index, committed);
            const again = stage.attempt({ phase });
            const outcome = await stage.settled(null, again);
            expect(['present', 'absent', 'unreadable']).toContain(outcome.kind);
            if (outcome.kind === 'absent') await stage.delivered(stage.attempt({ phase, generation: 1 }));
            const copies = await stage.world.copies();
            if (manifest.can.reconcile || outcome.kind !== 'unreadable') expect(copies).toBe(1);
            else expect(copies).toBeLessThanOrEqual(1);
            expect(await stage.world.accepted()).toBeLessThanOrEqual(1);
          }));
  });
};

/** The last step that was committed when the worker died. */
const killedAt = async <Settings, Secrets>(
  stage: Stage<Settings, Secrets>,
  index: number,
  committed: boolean,
): Promise<{ step: string; data: Pending } | null> => {
  let phase: { step: string; data: Pending } | null = null;
  let at = 0;
  const attempt = stage.attempt({
    checkpoint: async (step, data) => {
      const dies = at === index;
      at += 1;
      if (!dies || committed) phase = { step, data };
      if (dies) throw new Killed();
    },
  });
  await expect(stage.channel.send(stage.rendition, attempt)).rejects.toThrow(Killed);
  return phase;
};
