import type { Provider } from '@nestjs/common';
import { openAuditKey, SealEntries } from '@koujing/audit';
import { ExportBundle } from '@koujing/bundle';
import type { SuiteName } from '@koujing/crypto';
import type { SecretBox } from '@koujing/dispatch';
import { BundleController } from '../../libs/bundle/bundle.controller.js';
import type { UseCases } from './use-cases.js';

export interface EvidenceGround {
  readonly box: SecretBox;
  /** The private key that checkpoints of the record are signed with; without one the house makes and keeps its own. */
  readonly auditKey?: string | null;
  /** Whose algorithms a key of the house's own has. */
  readonly cryptoSuite?: SuiteName;
}

/** The record sealed and signed, and what stands behind a release as a file. */
export const evidenceCasesOf = async (cases: UseCases, ground: EvidenceGround) => {
  const { database, audit, clock } = cases;
  const signer = await openAuditKey({
    ...{ database, audit, clock, box: ground.box },
    ...{ given: ground.auditKey ?? null, suite: ground.cryptoSuite ?? 'international' },
  });
  return {
    seal: new SealEntries(database, { signer, clock }),
    exportBundle: new ExportBundle({ ...cases, signer }),
  };
};

export const evidenceControllers = [BundleController];

export const evidenceProviders = ({
  exportBundle,
}: {
  readonly exportBundle: ExportBundle;
}): readonly Provider[] => [{ provide: ExportBundle, useValue: exportBundle }];
