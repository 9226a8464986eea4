import { expect, test } from '@jest/globals';
import type { ChannelHarness } from './channel-harness.js';
import { Stage } from './channel-stage.contract.js';

/** Looking at what was published, correcting it and taking it back. */
export const undoCases = <Settings, Secrets>(harness: ChannelHarness<Settings, Secrets>): void => {
  const { manifest } = harness.channel;
  const play = (run: (stage: Stage<Settings, Secrets>) => Promise<void>): Promise<void> =>
    Stage.play(harness, run);

  test('what was published can be taken back once, or the channel says what a person must do', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      const receipt = await stage.delivered(attempt);
      const first = await stage.channel.withdraw(receipt, attempt);
      if (!manifest.can.withdraw) {
        expect(first).toMatchObject({
          kind: 'notPossible',
          operatorSteps: expect.arrayContaining([expect.any(String)]),
        });
        return;
      }
      expect(first.kind).toBe('done');
      expect(await stage.world.copies()).toBe(0);
      expect(await stage.channel.withdraw(receipt, attempt)).toEqual({ kind: 'alreadyGone' });
    }));

  const testUndo = manifest.can.withdraw ? test : test.skip;
  testUndo('what was taken back is not taken for present or for never sent', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      const receipt = await stage.delivered(attempt);
      await stage.channel.withdraw(receipt, attempt);
      expect((await stage.channel.inspect(receipt, attempt)).kind).toBe('gone');
      const found = await stage.channel.reconcile(stage.rendition, receipt, attempt);
      expect(found.kind).not.toBe('present');
    }),
  );

  testUndo('a worker that lost its claim takes nothing back', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      const receipt = await stage.delivered(attempt);
      const lost = { check: () => Promise.reject(new Error('lost')) };
      await expect(stage.channel.withdraw(receipt, stage.attempt({ fence: lost }))).rejects.toThrow('lost');
      expect(await stage.world.copies()).toBe(1);
    }),
  );

  test('a correction is made, or the channel says what a person must do', () =>
    play(async (stage) => {
      const receipt = await stage.delivered();
      const newer = { ...harness.publication, version: harness.publication.version + 1 };
      const rendition = stage.channel.preview(newer, stage.world.settings);
      const outcome = await stage.channel.correct(
        receipt,
        rendition,
        stage.attempt({ version: newer.version }),
      );
      if (manifest.can.correct) expect(outcome.kind).toBe('done');
      else
        expect(outcome).toMatchObject({
          kind: 'notPossible',
          operatorSteps: expect.arrayContaining([expect.any(String)]),
        });
    }));

  // What says how it is read must be readable, or its harness says that this platform cannot be read.
  const isReadable = harness.channel.readsAs !== undefined && !(harness.lacks?.includes('inspect') ?? false);

  test('inspecting shows the text that was approved, or says that it cannot be read', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      const receipt = await stage.delivered(attempt);
      const seen = await stage.channel.inspect(receipt, attempt);
      expect(seen.kind).toBe(isReadable ? 'shown' : 'unreadable');
      if (seen.kind === 'shown') expect(seen.text).toContain(harness.publication.title);
    }));

  const testReading = isReadable ? test : test.skip;
  testReading('what nobody has touched reads as it was sent, letter for letter and link for link', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      const receipt = await stage.delivered(attempt);
      const seen = await stage.channel.inspect(receipt, attempt);
      if (seen.kind !== 'shown') throw new Error(`it cannot be read: ${seen.kind}`);
      const expected = stage.channel.readsAs?.(stage.rendition, receipt, attempt.settings);
      expect(seen.text).toBe(expected?.text);
      if (seen.links !== undefined) expect(seen.links).toEqual(expected?.links);
      if (seen.around !== undefined) expect(seen.around).toEqual(expected?.around);
      if (seen.files !== undefined) expect(seen.files).toEqual(expected?.files);
    }),
  );

  const testRecent = harness.lacks?.includes('recent') ? test.skip : test;
  testRecent('the account’s recent posts hold what was published', () =>
    play(async (stage) => {
      const attempt = stage.attempt();
      const receipt = await stage.delivered(attempt);
      const since = new Date(attempt.firstIntentAt.getTime() - 60_000);
      const posts = await stage.channel.recent(since, attempt);
      const expected = manifest.can.recent ? [receipt.remoteId] : [];
      expect(posts.map(({ remoteId }) => remoteId)).toEqual(expected);
    }),
  );
};
