import type { ReleasePage } from '../../api/contract.js';

/** The first finding that stops the gate and that nobody has ruled on. */
export const blockingFinding = (page: ReleasePage) =>
  page.findings.find(
    ({ severity, state }) => severity === 'block' && (state === 'open' || state === 'coordinating'),
  );
