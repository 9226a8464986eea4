import type { Command } from 'commander';
import type { OpenDrift } from '../../../libs/watch/drift.api.js';
import { listOf, nounOf, words } from './reading.js';

/** `koujing drift list`: what the public finds otherwise than it was approved. */
export const driftCommand = (): Command =>
  nounOf('drift', '回读不一致：被改、被删的 (what reads otherwise than approved, over the API)', [
    listOf('/api/drifts', { about: '列出未消除的，每行一处 (list, one a line)', unit: '处', line }),
  ]);

const line = ({
  releaseId,
  url,
  kind,
  organ,
  accountName,
  releaseTitle,
  differences,
  raisedAt,
}: OpenDrift): string =>
  [
    words(releaseId ?? url, kind, organ.name, accountName, releaseTitle, raisedAt),
    ...differences.map(
      ({ part, published, shown }) => `  ${part}\n    审定 (approved) ${published}\n    现在 (now) ${shown}`,
    ),
  ].join('\n');
