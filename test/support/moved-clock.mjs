/**
 * `--import` of a process whose wall clock stands as far from the machine's as a file says, in milliseconds: somebody
 * sets the clock while it runs. What counts elapsed time goes on undisturbed, as it does when a real clock is set.
 */
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';

const path = process.env.MOVED_CLOCK ?? '';
const lookEveryMs = 50;
let moved = 0;
const look = () => {
  moved = Number(readFileSync(path, 'utf8'));
};
look();
setInterval(look, lookEveryMs).unref();

const now = Date.now.bind(Date);
Date.now = () => now() + moved;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, anew) =>
    Reflect.construct(target, given.length === 0 ? [Date.now()] : given, anew),
  apply: (target) => new target(Date.now()).toString(),
});
