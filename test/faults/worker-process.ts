import { openEmbedded, openPostgres } from '@koujing/database';
import { realWorker } from './real-worker.js';

/** A process that only sends, until it is killed. Its argument is a database address or a directory. */
const where = process.argv[2] ?? '';
const database = where.startsWith('postgres') ? await openPostgres(where) : await openEmbedded(where);
realWorker(database, `child-${process.pid}`).start();
