import type { RefusalReason } from '../../api/refusal.js';
import type { DraftForm } from './draft-form.js';

/** What every part of the form gets. */
export interface FormPartProps {
  readonly form: DraftForm;
  readonly onChange: (change: Partial<DraftForm>) => void;
  readonly reasons: readonly RefusalReason[];
}
