import 'reflect-metadata';
import { tellAndExit } from './boot-error.js';
import { startConfigured } from './configured.js';
import { startDemo } from './demo/start-demo.js';
import { leaveWithinMs } from './leaving.js';
import { decideMode } from './mode.js';

const mode = decideMode(process.env, process.cwd());

const close = await (
  mode.kind === 'demo' ? startDemo(process.env) : startConfigured(mode, process.env)
).catch(tellAndExit);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    // What the worker held is handed back by then; a database that does not answer must not keep the process.
    setTimeout(() => process.exit(0), leaveWithinMs.process);
    void close().then(() => process.exit(0), tellAndExit);
  });
