import { describe } from '@jest/globals';
import type { ChannelHarness } from './channel-harness.js';
import { crashCases } from './channel-crash.contract.js';
import { pureCases } from './channel-pure.contract.js';
import { sendCases } from './channel-send.contract.js';
import { undoCases } from './channel-undo.contract.js';

/** The suite that every channel passes, against its platform or the sandbox's stand-in. */
export const channelContract = <Settings, Secrets>(
  name: string,
  harness: ChannelHarness<Settings, Secrets>,
): void => {
  describe(`the channel contract, kept by ${name}`, () => {
    pureCases(harness);
    sendCases(harness);
    crashCases(harness);
    undoCases(harness);
  });
};
