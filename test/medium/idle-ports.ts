import type { ChannelPorts } from '@koujing/channel';
import type { Clock } from '@koujing/kernel';

const refuse = (): Promise<never> => Promise.reject(new Error('the test platform uses no ports'));

export const idlePorts = (clock: Clock): ChannelPorts => ({
  http: { request: refuse },
  mail: { send: refuse, greet: refuse },
  files: { write: refuse, read: refuse, remove: refuse, walk: refuse, changedAt: refuse, together: refuse },
  clock,
  log: { info: () => undefined, warn: () => undefined },
});
