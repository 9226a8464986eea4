import { expect, test } from '@jest/globals';
import {
  authoriseUrl,
  exchangeCode,
  WeiboChannel,
  weiboSecrets,
  weiboSettings,
} from '@koujing/channels/weibo';
import { sandboxedWorld, type SandboxedWorld } from './channel-worlds.js';

const secrets = weiboSecrets.parse({ clientSecret: 'demo-weibo-secret', accessToken: 'an-ended-token' });
const settingsIn = ({ sandbox }: SandboxedWorld) =>
  weiboSettings.parse({ clientId: '1000000001', rip: '211.156.0.1', apiUrl: sandbox.weiboUrl });

const inSandbox = async (run: (world: SandboxedWorld) => Promise<void>): Promise<void> => {
  const world = await sandboxedWorld();
  try {
    await run(world);
  } finally {
    await world.stop();
  }
};

/** A person agrees on Weibo's page; the browser is sent back with a code. */
const agreed = async ({ ports }: SandboxedWorld, url: string): Promise<URL> => {
  const reply = await ports.http.request({ method: 'GET', url: `${url}&decision=allow`, timeoutMs: 5_000 });
  return new URL(reply.headers['location'] ?? '');
};

test('a person’s consent becomes a token for seven days, and the code works once', () =>
  inSandbox(async (world) => {
    const settings = settingsIn(world);
    const back = await agreed(world, authoriseUrl(settings, 'state-of-this-session'));
    expect(back.searchParams.get('state')).toBe('state-of-this-session');
    const code = back.searchParams.get('code') ?? '';
    const context = { settings, secrets, ports: world.ports };
    const outcome = await exchangeCode(code, context);
    if (outcome.kind !== 'authorised') throw new Error(JSON.stringify(outcome));
    const { token, expiresAt } = outcome.authorisation;
    expect(expiresAt.getTime() - world.clock.now().getTime()).toBe(7 * 86_400_000);
    expect(await exchangeCode(code, context)).toMatchObject({ kind: 'refused', code: '21325' });
    expect(JSON.stringify(world.log.lines)).not.toContain(token);
  }));

test('the expiry of a stored token is read from Weibo, and its end needs a person', () =>
  inSandbox(async (world) => {
    const settings = settingsIn(world);
    const back = await agreed(world, authoriseUrl(settings, 's'));
    const fresh = await exchangeCode(back.searchParams.get('code') ?? '', {
      settings,
      secrets,
      ports: world.ports,
    });
    if (fresh.kind !== 'authorised') throw new Error(JSON.stringify(fresh));
    const context = {
      settings,
      secrets: { ...secrets, accessToken: fresh.authorisation.token },
      ports: world.ports,
    };
    const channel = new WeiboChannel();
    world.clock.travel(86_400_000);
    expect(await channel.authorise(context)).toMatchObject({
      kind: 'authorised',
      authorisation: { expiresAt: fresh.authorisation.expiresAt },
    });
    world.clock.travel(7 * 86_400_000);
    expect(await channel.authorise(context)).toMatchObject({ kind: 'refused', code: '21327' });
  }));
