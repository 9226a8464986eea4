import { randomUUID } from 'node:crypto';

/** One name for all workers of a run: what its suites share on a server is found by it, and taken away with it. */
export default function oneRun() {
  process.env.KOUJING_TEST_RUN = randomUUID().replaceAll('-', '');
}
