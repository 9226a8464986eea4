import { existsSync } from 'node:fs';
import { Problem } from '@koujing/kernel';
import { loadSettings } from '@koujing/settings';
import { readInternalCa } from '../dispatcher/city-files.js';
import { baseOf } from '../dispatcher/mode.js';
import { sections } from '../dispatcher/server-settings.js';
import { configuredPortal } from './configured-portal.js';
import { startPortal, type RunningPortal } from './portal.js';

/** The portal in a process of its own, beside the dispatcher that writes its pages. */
const start = async (): Promise<RunningPortal> => {
  const own = process.env['KOUJING_CONFIG'] ?? 'koujing.yaml';
  const isNamed = process.env['KOUJING_CONFIG'] !== undefined;
  const settings = loadSettings(sections, {
    paths: ['config/default.yaml', ...(isNamed || existsSync(own) ? [own] : [])],
    environment: process.env,
  });
  const directory = process.env['KOUJING_DATA'] ?? settings.data.directory;
  const { bucket } = settings.data;
  if (bucket !== undefined)
    throw new Problem('unavailable', [
      {
        code: 'portalInBucket',
        message: `门户在存储桶 ${bucket.name} 里（data.bucket），由存储服务提供，不需要门户服务。`,
        messageEn: `The portal lies in the bucket ${bucket.name} (data.bucket) and is served by the store: it needs no server of ours.`,
      },
    ]);
  return startPortal({
    host: settings.server.host,
    port: settings.server.portalPort,
    settings: configuredPortal({ ...settings, data: { directory } }),
    dispatcher: {
      address: settings.server.consoleUrl || `http://127.0.0.1:${settings.server.port}`,
      internalCa: readInternalCa(
        settings.internalCa,
        baseOf(isNamed || existsSync(own) ? own : null, process.cwd()),
      ),
    },
  });
};

try {
  const portal = await start();
  console.log(`门户已启动：${portal.url} The portal is up at this address.`);
  const stop = (): void => {
    void portal.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  for (const { message, messageEn } of error.reasons) console.error(`${message}\n${messageEn}`);
  process.exitCode = 1;
}
