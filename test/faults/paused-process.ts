import { openPostgres } from '@koujing/database';
import { bareWorker } from './bare-worker.js';
import { BoardOverHttp } from './board-over-http.js';

/** A process that claims one row, tells that it is about to write, and waits for a word. Arguments: database, board. */
const [, , url = '', board = ''] = process.argv;
const database = await openPostgres(url);
const channel = new BoardOverHttp(board, async () => {
  const word = new Promise((resolve) => process.once('message', resolve));
  process.send?.('about to write');
  await word;
});
bareWorker(database, [channel], 'paused').start();
process.on('disconnect', () => process.exit(0));
