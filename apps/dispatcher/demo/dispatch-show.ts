import { concatMap, lastValueFrom, startWith, takeUntil, takeWhile, tap, timer } from 'rxjs';
import type { ReleaseStanding } from '../../../libs/release/release.api.js';
import type { DeliveryView } from '../../../libs/dispatch/dispatch.api.js';
import type { Server } from '../server.js';
import type { DemoCity } from './demo-city.js';
import type { Terminal } from './terminal.js';

const settled = new Set(['delivered', 'verified', 'rejected', 'needsPerson', 'abandoned']);
/**
 * A press of the button to the last receipt takes a second or two. After an interrupted start the lease of the dead
 * process (30 s) and the sweep (10 s) come before; nobody waits longer for a demo, the console shows the rest.
 */
const patienceMs = 45_000;

/** Releases the approved text and shows each channel's receipt as it comes. */
export const showDispatch = async (
  server: Server,
  city: DemoCity,
  approved: ReleaseStanding,
  terminal: Terminal,
): Promise<void> => {
  const { people, database, releases } = server.cases;
  const actor = await people.actor(database.queries, 'person-spokesperson');
  const release = await releases.find(database.queries, approved.id);
  if (actor === null || release === null)
    throw new Error('the demo city has no spokesperson or no approved release');
  terminal.heading('一键发布', `Releasing “${release.title}”`);
  const list = async (): Promise<readonly DeliveryView[]> =>
    (await server.dispatch.show.ofRelease(approved.id, { page: 1, pageSize: 200 }, actor)).items;
  if (release.state !== 'released')
    await server.dispatch.publish.perform(approved.id, approved.digest, actor);
  const totals = new Map<string, number>();
  const rows = await list();
  for (const row of rows) totals.set(row.accountName, (totals.get(row.accountName) ?? 0) + 1);
  const bars = terminal.bars(totals);
  const told = new Set<string>();
  const tell = (current: readonly DeliveryView[]): void => {
    for (const row of current.filter(({ id, state }) => settled.has(state) && !told.has(id))) {
      told.add(row.id);
      bars.step(row.accountName);
      terminal.line(receiptText(row, outletOf(city, row.recipient)));
    }
  };
  await lastValueFrom(
    server.dispatch.feed.changes.pipe(
      startWith([]),
      concatMap(list),
      tap(tell),
      takeWhile(() => told.size < rows.length),
      takeUntil(timer(patienceMs)),
    ),
    { defaultValue: rows },
  );
  bars.end();
  terminal.line(
    `   ${told.size} 个回执，媒体邮件 ${city.media.reporters.length} 封。 ${told.size} receipts.`,
  );
};

const outletOf = (city: DemoCity, recipient: string): string => {
  const reporter = city.media.reporters.find(({ address }) => address === recipient);
  return reporter === undefined ? '' : `${reporter.outlet.replace('（虚构）', '')}${reporter.name}`;
};

/** Who has it, and below that where it can be seen: no line longer than 80 columns. */
export const receiptText = (row: DeliveryView, outlet: string): string => {
  const good = row.state === 'delivered' || row.state === 'verified';
  const where = row.recipient === '' ? row.accountName : `${row.accountName} → ${outlet} ${row.recipient}`;
  const url = row.receipt?.url;
  const head = `   ${good ? '✓' : '✗'} ${where}`;
  if (!good) return `${head}\n     ${row.lastCode ?? ''} ${row.lastMessage ?? ''}`;
  return url === undefined ? head : `${head}\n     ${url}`;
};
